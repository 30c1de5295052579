import { bool, bytes, cpus, duration, filter, int, list, string, strings, type Flag, type FlagTable, type FlagValues } from '../flags/index.ts';
import type { ArgsRule } from './args-rule.ts';
import { defineCommand, type Command, type Invocation } from './command.ts';

/** What a command from help adds to its text. */
interface Extras {
  /** Where the number of arguments is not what the usage line says. */
  args?: ArgsRule;
  interspersed?: boolean;
  support?: Command['support'];
  needs?: 'swarm' | 'experimental';
}

/** A call of a command from help: its flags are told apart by name only. */
export type LooseInvocation = Invocation<FlagTable> & { readonly flags: FlagValues<FlagTable> };

/**
 * A command made from the help that the real one prints on a terminal wide enough: usage, description, aliases, options with their kinds. For commands of which this engine offers so little
 * that their flags need only be read.
 */
export function commandFromHelp(help: string, run: (invocation: LooseInvocation) => Promise<void>, extras: Extras = {}): Command {
  const [usage = '', ...sections] = help.trim().split(/\n\n(?=\S)/);
  const [, path = '', rest = ''] = /^Usage:  (docker(?: [a-z][a-z-]*)+)(.*)$/.exec(usage) ?? [];
  const name = path.slice(path.lastIndexOf(' ') + 1);
  const options = sections.find((section) => section.startsWith('Options:\n'));
  const aliases = sections.find((section) => section.startsWith('Aliases:\n'))?.split('\n')[1]?.split(', ').slice(1).map((alias) => alias.slice(alias.lastIndexOf(' ') + 1));
  const long = sections.filter((section) => !/^(?:Options|Aliases):\n/.test(section)).join('\n\n');
  const short = long.split('\n')[0] ?? '';
  return defineCommand({
    name, use: `${name}${rest}`, short, ...(long !== short && { long }), ...(aliases && { aliases }), args: argsOf(rest), flags: options === undefined ? {} : flagsOf(options), ...extras, run,
  });
}

/** The number of arguments that a usage line asks for. */
function argsOf(usage: string): ArgsRule {
  const words = usage.trim().split(/ +/).filter((word) => word !== '' && word !== 'OPTIONS' && word !== '[OPTIONS]');
  const min = words.filter((word) => !word.startsWith('[')).length;
  return { min, max: usage.includes('...') ? Infinity : words.length };
}

function flagsOf(section: string): FlagTable {
  const flags: Record<string, Flag<unknown>> = {};
  const lines = section.split('\n').slice(1);
  for (let i = 0; i < lines.length; i++) {
    const [, shorthand, name, type = '', first = ''] = /^ {2}(?:-(\w), | {4})--([\w-]+)(?: (\S+))? {2,}(.*)$/.exec(lines[i] ?? '') ?? [];
    if (name === undefined) continue;
    let help = first;
    while (/^ {10,}\S/.test(lines[i + 1] ?? '') && !/^ {2,6}-/.test(lines[i + 1] ?? '')) help += `\n${(lines[++i] ?? '').trim()}`;
    flags[name] = { ...kindOf(type, help), help, type, ...(shorthand !== undefined && { shorthand }) };
  }
  return flags;
}

/** A kind of flag by the word that stands for its value in help. */
function kindOf(type: string, help: string): Flag<unknown> {
  switch (type) {
    case '':
      return bool(help);
    case 'int': case 'uint': case 'uint32': case 'uint64':
      return int(help);
    case 'duration':
      return duration(help);
    case 'bytes':
      return bytes(help);
    case 'decimal':
      return cpus(help);
    case 'filter':
      return filter(help, { letter: false });
    case 'string':
      return string(help);
    case 'strings':
      return strings(help);
    default:
      return list(help);
  }
}
