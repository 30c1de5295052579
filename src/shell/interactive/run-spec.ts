import { expandPathname } from '../expand/glob.ts';
import { ExitJump } from '../state/control.ts';
import type { CompletionSpec } from '../state/completion-spec.ts';
import type { Shell } from '../state/shell.ts';
import { parseScript } from '../syntax/script.ts';
import { expandList } from './expand-list.ts';
import { actionWords, filterWords, pathNames } from './generate-words.ts';

/** The line as completion functions see it. */
export interface CompletionLine {
  line: string;
  point: number;
  words: readonly string[];
  index: number;
  /** The command's name, the word to complete, the word before it. */
  command: string;
  current: string;
  previous: string;
  /** `COMP_TYPE` and `COMP_KEY`. */
  type: number;
}

/** Runs a specification. `again`: the function asked (status 124) to look the specification up anew. */
export async function runSpec(shell: Shell, spec: CompletionSpec, line: CompletionLine): Promise<{ words: string[]; options: Set<string>; again: boolean }> {
  const { current } = line;
  const before = shell.completing;
  const options = new Set(spec.options);
  shell.completing = options;
  let words: string[] = [];
  let again = false;
  try {
    for (const action of spec.actions) words.push(...actionWords(shell, action, current));
    if (spec.glob !== undefined) words.push(...expandPathname(shell, spec.glob).filter((word) => word.startsWith(current)));
    if (spec.words !== undefined) words.push(...(await wordList(shell, spec.words)).filter((word) => word.startsWith(current)));
    if (spec.functionName !== undefined) {
      const status = await callFunction(shell, spec.functionName, line);
      again = status === 124;
      words.push(...(shell.variables.get('COMPREPLY')?.indexed?.values() ?? []));
      shell.variables.unset('COMPREPLY');
    }
    if (spec.command !== undefined) words.push(...(await runCommand(shell, spec.command, line)));
  } finally {
    shell.completing = before;
  }
  if (spec.filter !== undefined) words = filterWords(words, spec.filter, current);
  if (spec.prefix !== undefined || spec.suffix !== undefined) words = words.map((word) => `${spec.prefix ?? ''}${word}${spec.suffix ?? ''}`);
  if (options.has('plusdirs')) words.push(...pathNames(shell, current, 'directory'));
  if (words.length === 0 && options.has('dirnames')) words = pathNames(shell, current, 'directory');
  return { words, options, again };
}

/** `-W`: split at IFS, each expanded. */
async function wordList(shell: Shell, text: string): Promise<string[]> {
  const separators = shell.variables.text('IFS') ?? ' \t\n';
  const pieces = text.match(new RegExp(`(?:\\\\[^]|'[^']*'|"(?:\\\\[^]|[^"\\\\])*"|\\$\\([^)]*\\)|[^${separators.replace(/[\\\]^-]/g, '\\$&')}])+`, 'g')) ?? [];
  const words: string[] = [];
  for (const piece of pieces) words.push(...((await expandList(shell, piece)) ?? [piece]));
  return words;
}

function setVariables(shell: Shell, line: CompletionLine): void {
  const { variables } = shell;
  variables.assign('COMP_LINE', line.line);
  variables.assign('COMP_POINT', String(line.point));
  variables.assign('COMP_TYPE', String(line.type));
  variables.assign('COMP_KEY', '9');
}

async function callFunction(shell: Shell, name: string, line: CompletionLine): Promise<number> {
  const { variables, status, pipeStatus, position, unit } = shell;
  if (!shell.functions.has(name)) {
    await shell.complain(`completion: function \`${name}' not found`);
    return 1;
  }
  setVariables(shell, line);
  variables.assignArray('COMP_WORDS', [...line.words]);
  variables.assign('COMP_CWORD', String(line.index));
  variables.unset('COMPREPLY');
  try {
    return await shell.runner.runWords(shell, [name, line.command, line.current, line.previous]);
  } catch (error) {
    if (error instanceof ExitJump) return error.status;
    throw error;
  } finally {
    Object.assign(shell, { status, pipeStatus, position, unit });
    for (const variable of ['COMP_LINE', 'COMP_POINT', 'COMP_TYPE', 'COMP_KEY', 'COMP_WORDS', 'COMP_CWORD']) variables.unset(variable);
  }
}

async function runCommand(shell: Shell, command: string, line: CompletionLine): Promise<string[]> {
  const quoted = [line.command, line.current, line.previous].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const exported = `COMP_LINE='${line.line.replaceAll("'", "'\\''")}' COMP_POINT=${line.point} COMP_TYPE=${line.type} COMP_KEY=9`;
  const text = `${exported} ${command} ${quoted}`;
  const script = parseScript(text);
  const tree = script.groups[0]?.statements;
  if (!tree || script.error) return [];
  const output = (await expandList(shell, `"$(${text})"`))?.[0] ?? '';
  return output.split('\n').map((word) => word.replace(/\\\n/g, '')).filter((word) => word !== '');
}
