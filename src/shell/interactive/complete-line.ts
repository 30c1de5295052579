import { fileType, fileTypeMask, isSystemError } from '../../kernel/index.ts';
import { builtinNames } from '../builtins/names.ts';
import { expandTilde, readUsers } from '../expand/tilde.ts';
import type { CompletionSet } from '../readline/editor.ts';
import { baseName, type Shell } from '../state/shell.ts';
import { cutWord, type CutLine } from './cut-line.ts';
import type { Completion } from './completer.ts';

const keywords = ['if', 'then', 'else', 'elif', 'fi', 'case', 'esac', 'for', 'select', 'while', 'until', 'do', 'done', 'in', 'function', 'time', '[[', ']]', 'coproc'];

interface Candidate {
  /** Unquoted text. */
  value: string;
  label: string;
  end: string;
}

/** What may stand at the cursor of a line. */
export async function completeLine(shell: Shell, line: string, cursor: number): Promise<CompletionSet> {
  const cut = cutWord(line.slice(0, cursor));
  const candidates = await findCandidates(shell, cut);
  const seen = new Set<string>();
  const items = candidates
    .filter((one) => !seen.has(one.value) && seen.add(one.value))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .map((one) => ({ text: cut.quote + quoteFor(one.value, cut), label: one.label, end: one.end === ' ' && cut.quote !== '' ? `${cut.quote} ` : one.end }));
  return { start: cut.start, items };
}

/** The text with what the shell would take apart quoted, as the word was begun. */
function quoteFor(value: string, cut: CutLine): string {
  if (cut.quote === "'") return value.replaceAll("'", "'\\''");
  if (cut.quote === '"') return value.replace(/["$`\\]/g, '\\$&');
  if (value.startsWith('$')) return value;
  const tilde = /^~[^/]*/.exec(value)?.[0] ?? '';
  return tilde + value.slice(tilde.length).replace(/[ \t\n\\'"|&;()<>*?[\]{}$`!#~]/g, (character, index: number) => ((character === '#' || character === '~') && index + tilde.length > 0 ? character : `\\${character}`));
}

async function findCandidates(shell: Shell, cut: CutLine): Promise<Candidate[]> {
  const { current } = cut;
  const variable = /^(.*)\$(\{?)(\w*)$/s.exec(cut.quote === "'" ? '' : cut.raw);
  if (variable) return variableNames(shell, variable[1] ?? '', variable[2] ?? '', variable[3] ?? '');
  if (/^~[^/]*$/.test(current) && cut.quote === '') return userNames(shell, current.slice(1));
  if (cut.commandPosition && !current.includes('/')) return commandNames(shell, current);
  if (cut.redirect || cut.commandPosition) return files(shell, current, cut.commandPosition ? 'executable' : 'any');
  const completer = shell.settings.completers.get(baseName(cut.words[0] ?? ''));
  if (completer) {
    const found = await completer({ words: cut.words, current, cwd: shell.process.cwd, env: shell.variables.environment(), process: shell.process });
    if (found) return found.map(toCandidate).filter((one) => one.value.startsWith(current));
  }
  return files(shell, current, completionKind(cut.words[0]));
}

function toCandidate(found: string | Completion): Candidate {
  const { value, space = true, label = value } = typeof found === 'string' ? { value: found } : found;
  return { value, label, end: space ? ' ' : '' };
}

function completionKind(command: string | undefined): 'any' | 'directory' {
  return command === 'cd' || command === 'rmdir' || command === 'pushd' ? 'directory' : 'any';
}

function variableNames(shell: Shell, before: string, brace: string, prefix: string): Candidate[] {
  return shell.variables.names().filter((name) => name.startsWith(prefix) && shell.variables.own(name)?.isSet)
    .map((name) => ({ value: `${before}$${brace}${name}${brace === '{' ? '}' : ''}`, label: `$${brace}${name}${brace === '{' ? '}' : ''}`, end: ' ' }));
}

function userNames(shell: Shell, prefix: string): Candidate[] {
  return readUsers(shell).map(([name = '']) => name).filter((name) => name.startsWith(prefix)).map((name) => ({ value: `~${name}`, label: `~${name}`, end: '/' }));
}

function commandNames(shell: Shell, prefix: string): Candidate[] {
  const names = new Set<string>([...shell.aliases.keys(), ...shell.functions.keys(), ...builtinNames, ...keywords]);
  for (const directory of (shell.variables.text('PATH') ?? '').split(':')) {
    for (const entry of list(shell, directory === '' ? '.' : directory)) {
      if (entry.startsWith(prefix) && !names.has(entry) && shell.process.access(`${directory}/${entry}`, 'x')) names.add(entry);
    }
  }
  return [...names].filter((name) => name.startsWith(prefix)).map((name) => ({ value: name, label: name, end: ' ' }));
}

function list(shell: Shell, directory: string): string[] {
  try {
    return shell.process.readdir(directory).map((entry) => entry.name);
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

function files(shell: Shell, current: string, kind: 'any' | 'directory' | 'executable'): Candidate[] {
  const slash = current.lastIndexOf('/') + 1;
  const base = current.slice(0, slash);
  const prefix = current.slice(slash);
  const tilde = /^~([^/]*)/.exec(base);
  const directory = tilde ? (expandTilde(shell, tilde[1] ?? '') ?? tilde[0]) + base.slice(tilde[0].length) : base;
  const candidates: Candidate[] = [];
  for (const name of list(shell, directory === '' ? '.' : directory)) {
    if (!name.startsWith(prefix) || (name.startsWith('.') && !prefix.startsWith('.'))) continue;
    const path = directory + name;
    const isDirectory = modeOf(shell, path) === fileType.directory;
    if (kind === 'directory' && !isDirectory) continue;
    if (kind === 'executable' && !isDirectory && !shell.process.access(path, 'x')) continue;
    candidates.push({ value: base + name, label: isDirectory ? `${name}/` : name, end: isDirectory ? '/' : ' ' });
  }
  return candidates;
}

function modeOf(shell: Shell, path: string): number {
  try {
    return shell.process.stat(path).mode & fileTypeMask;
  } catch (error) {
    if (isSystemError(error)) return 0;
    throw error;
  }
}
