import { findAll, findCommand, isExecutable } from '../execute/external.ts';
import type { Shell } from '../state/shell.ts';
import { printFunction } from '../syntax/print-function.ts';
import { isBuiltinName } from './names.ts';

const keywords = new Set(['if', 'then', 'else', 'elif', 'fi', 'case', 'esac', 'for', 'select', 'while', 'until', 'do', 'done', 'in', 'function', 'time', '{', '}', '!', '[[', ']]', 'coproc']);

/** Whether the word is reserved. */
export function isKeyword(name: string): boolean {
  return keywords.has(name);
}

/** `verbose`: sentences of `type`; `reusable`: `command -v`; `kind`: `type -t`; `path`: `type -p`. */
export type DescriptionStyle = 'verbose' | 'reusable' | 'kind' | 'path';

/** What a name is, one line (or function) each; nothing when it is not found. */
export function describeCommand(shell: Shell, name: string, style: DescriptionStyle, options: { all?: boolean; noFunctions?: boolean; forcePath?: boolean } = {}): string[] {
  const lines: string[] = [];
  const add = (verbose: string, reusable: string, kind: string): void => {
    if (style !== 'path') lines.push(style === 'verbose' ? verbose : style === 'reusable' ? reusable : kind);
  };
  const done = (): boolean => lines.length > 0 && !options.all;
  if (!options.forcePath) {
    const value = shell.aliases.get(name);
    if (value !== undefined && shell.options.shopt('expand_aliases')) add(`${name} is aliased to \`${value}'`, `alias ${name}='${value.replaceAll("'", "'\\''")}'`, 'alias');
    if (done()) return lines;
    if (isKeyword(name)) add(`${name} is a shell keyword`, name, 'keyword');
    if (done()) return lines;
    const own = options.noFunctions ? undefined : shell.functions.get(name);
    if (own) add(`${name} is a function\n${printFunction(own)}`, name, 'function');
    if (done()) return lines;
    if (isBuiltinName(name) && !shell.disabledBuiltins.has(name)) {
      if (style === 'path' && !options.all) return lines;
      add(`${name} is a shell builtin`, name, 'builtin');
    }
    if (done()) return lines;
  }
  if (options.all) {
    for (const path of findAll(shell, name)) lines.push(style === 'verbose' ? `${name} is ${path}` : style === 'kind' ? 'file' : path);
    return lines;
  }
  const hashed = shell.hashed.get(name);
  const path = hashed?.path ?? findCommand(shell, name);
  // A file in PATH that may not be executed is found too, as a last resort.
  if (path !== undefined && (isExecutable(shell, path) || !(name.includes('/') || shell.options.has('posix')))) {
    lines.push(style === 'kind' ? 'file' : style === 'verbose' ? (hashed ? `${name} is hashed (${path})` : `${name} is ${path}`) : path);
  }
  return lines;
}
