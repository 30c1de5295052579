import { compareText } from '../expand/glob.ts';
import { findOption, setOptions } from '../state/options.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, parseOptions, textArguments } from './builtin.ts';
import { builtinNames } from './names.ts';

/** Programmable completion belongs to the host's completers; scripts that register their own are accepted. */
export const complete: Builtin = {
  name: 'complete', usage: '[-abcdefgjksuv] [-pr] [-DEI] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [name ...]',
  summary: 'Specify how arguments are to be completed by Readline.',
  run: () => 0,
};

export const compopt: Builtin = {
  name: 'compopt', usage: '[-o|+o option] [-DEI] [name ...]', summary: 'Modify or display completion options.',
  run: () => 0,
};

export const compgen: Builtin = {
  name: 'compgen', usage: '[-abcdefgjksuv] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [word]',
  summary: 'Display possible completions depending on the options.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'abcdefgjksuvo:A:G:W:F:C:X:P:S:');
    const prefix = parsed.rest[0] ?? '';
    const actions = new Set([...parsed.letters].map((letter) => letterActions[letter] ?? ''));
    const action = parsed.values.get('A');
    if (action !== undefined) actions.add(action);
    const found: string[] = [];
    for (const one of actions) found.push(...candidates(shell, one, prefix));
    const words = parsed.values.get('W');
    if (words !== undefined) found.push(...words.split(/[ \t\n]+/).filter((word) => word !== ''));
    const matches = found.filter((word) => word.startsWith(prefix));
    if (matches.length === 0) return 1;
    const before = parsed.values.get('P') ?? '';
    const after = parsed.values.get('S') ?? '';
    await shell.write(1, matches.map((word) => `${before}${word}${after}\n`).join(''));
    return 0;
  },
};

const letterActions: Record<string, string> = { a: 'alias', b: 'builtin', d: 'directory', e: 'export', f: 'file', k: 'keyword', v: 'variable' };

function candidates(shell: Shell, action: string, prefix: string): string[] {
  switch (action) {
    case 'alias': return [...shell.aliases.keys()].sort(compareText);
    case 'builtin': return [...builtinNames];
    case 'function': return [...shell.functions.keys()].sort(compareText);
    case 'variable': return shell.variables.names().filter((name) => shell.variables.own(name)?.isSet);
    case 'export': return shell.variables.names().filter((name) => shell.variables.own(name)?.exported);
    case 'keyword': return ['if', 'then', 'else', 'elif', 'fi', 'case', 'esac', 'for', 'select', 'while', 'until', 'do', 'done', 'in', 'function', 'time', '{', '}', '!', '[[', ']]', 'coproc'];
    case 'setopt': return setOptions.map(([name]) => name).filter((name) => findOption(name) !== undefined);
    case 'shopt': return shell.options.shoptNames();
    case 'file':
    case 'directory': return files(shell, prefix, action === 'directory');
    default: return [];
  }
}

function files(shell: Shell, prefix: string, directories: boolean): string[] {
  const slash = prefix.lastIndexOf('/') + 1;
  const base = prefix.slice(0, slash);
  if (!shell.process.exists(base === '' ? '.' : base)) return [];
  const entries = shell.process.readdir(base === '' ? '.' : base);
  return entries.filter((entry) => !directories || entry.type === 0o040000).map((entry) => base + entry.name).filter((name) => prefix.slice(slash) !== '' || !name.slice(slash).startsWith('.')).sort(compareText);
}
