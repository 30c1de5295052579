import { isSystemError } from '../../kernel/index.ts';
import { maxNesting, nested } from '../execute/nesting.ts';
import { runTrap } from '../execute/trap.ts';
import { ReturnJump, ShellFailure } from '../state/control.ts';
import { readAll } from '../../base/index.ts';
import type { Shell } from '../state/shell.ts';
import { decodeText } from '../text/byte-string.ts';
import { ExitJump } from '../state/control.ts';
import type { Argument } from '../state/argument.ts';
import { type Builtin, invalidOption, textArguments, usage } from './builtin.ts';

async function run(shell: Shell, builtin: Builtin, args: readonly Argument[]): Promise<number> {
  const words = textArguments(args);
  if (words[0] !== '--' && words[0]?.startsWith('-') && words[0] !== '-') return invalidOption(shell, builtin, words[0].slice(0, 2));
  const [name, ...rest] = words[0] === '--' ? words.slice(1) : words;
  if (name === undefined) {
    await shell.complain(`${builtin.name}: filename argument required`);
    return usage(shell, builtin);
  }
  const path = find(shell, name);
  let text: string;
  try {
    const stat = shell.process.stat(path);
    if ((stat.mode & 0o170000) === 0o040000) {
      await shell.complain(`${builtin.name}: ${path}: is a directory`);
      return 1;
    }
    text = await readText(shell, path, (stat.mode & 0o170000) === 0o100000);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { dialect } = shell.settings;
    await shell.complain(dialect.cannotSource(name, error.code), dialect.name === 'bash' ? undefined : builtin.name);
    if (shell.options.has('posix') && !shell.interactive) throw new ExitJump(dialect.name === 'bash' ? 1 : dialect.fatalStatus);
    return 1;
  }
  if (shell.sourceDepth >= maxNesting) throw new ShellFailure(`${builtin.name}: maximum source nesting level exceeded (${maxNesting})`);
  await nested(shell, shell.sourceDepth);
  const { positional, unit, position, loopDepth } = shell;
  shell.calls.push({ name: 'source', source: path, callLine: shell.line, args: rest });
  shell.sourceDepth++;
  shell.traceDepth++;
  if (rest.length > 0) shell.positional = rest;
  const before = shell.positionalSets;
  try {
    try {
      shell.status = await shell.runner.runText(shell, text, { name: undefined });
    } catch (error) {
      if (!(error instanceof ReturnJump)) throw error;
      shell.status = error.status;
    }
    const trap = shell.traps.get('RETURN');
    if (trap) await runTrap(shell, 'RETURN', trap);
    return shell.status;
  } finally {
    // Arguments given to the file end with it, unless `set` made others.
    if (rest.length > 0 && shell.positionalSets === before) shell.positional = positional;
    shell.traceDepth--;
    shell.sourceDepth--;
    shell.calls.pop();
    shell.loopDepth = loopDepth;
    shell.unit = unit;
    shell.position = position;
  }
}

function find(shell: Shell, name: string): string {
  if (name.includes('/') || !shell.options.shopt('sourcepath')) return name;
  for (const directory of (shell.variables.text('PATH') ?? '').split(':')) {
    const path = directory === '' ? `./${name}` : `${directory}/${name}`;
    if (shell.process.exists(path) && (shell.process.stat(path).mode & 0o170000) !== 0o040000) return path;
  }
  return name;
}

async function readText(shell: Shell, path: string, regular: boolean): Promise<string> {
  if (regular) return decodeText(shell.process.readFile(path));
  const stream = shell.process.stream(shell.process.open(path, 'r'));
  const bytes = await readAll(stream);
  stream.close();
  return decodeText(bytes);
}

export const source: Builtin = {
  name: 'source', special: true, usage: 'filename [arguments]', summary: 'Execute commands from a file in the current shell.',
  run: (shell, args) => run(shell, source, args),
};

export const dot: Builtin = {
  name: '.', special: true, usage: 'filename [arguments]', summary: 'Execute commands from a file in the current shell.',
  run: (shell, args) => run(shell, dot, args),
};
