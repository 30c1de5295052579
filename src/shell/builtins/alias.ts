import { quoteSingle } from '../text/quote.ts';
import { type Builtin, invalidOption, parseOptions, textArguments, usage } from './builtin.ts';

const form = (name: string, value: string): string => `alias ${name.startsWith('-') ? '-- ' : ''}${name}=${quoteSingle(value)}\n`;

export const alias: Builtin = {
  name: 'alias', usage: '[-p] [name[=value] ... ]', summary: 'Define or display aliases.',
  async run(shell, args) {
    const show = (name: string, value: string): string => (shell.settings.dialect.name === 'bash' ? form(name, value) : `${name}=${quoteSingle(value)}\n`);
    const parsed = parseOptions(textArguments(args), 'p');
    if (parsed.invalid) return invalidOption(shell, alias, parsed.invalid);
    if (parsed.rest.length === 0 || parsed.letters.has('p')) {
      const lines = [...shell.aliases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => show(name, value));
      if (lines.length > 0) await shell.write(1, lines.join(''));
    }
    let status = 0;
    for (const arg of parsed.rest) {
      const equals = arg.indexOf('=', 1);
      if (equals > 0) {
        const name = arg.slice(0, equals);
        if (/[\s$`"'\\/=&|;()<>]/.test(name)) {
          await shell.complain(`alias: \`${name}': invalid alias name`);
          status = 1;
        } else shell.aliases.set(name, arg.slice(equals + 1));
        continue;
      }
      const value = shell.aliases.get(arg);
      if (value !== undefined) await shell.write(1, show(arg, value));
      else {
        await shell.complain(`alias: ${arg}: not found`);
        status = 1;
      }
    }
    return status;
  },
};

export const unalias: Builtin = {
  name: 'unalias', usage: '[-a] name [name ...]', summary: 'Remove each NAME from the list of defined aliases.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'a');
    if (parsed.invalid) return invalidOption(shell, unalias, parsed.invalid);
    if (parsed.letters.has('a')) {
      shell.aliases.clear();
      return 0;
    }
    if (parsed.rest.length === 0) return usage(shell, unalias);
    let status = 0;
    for (const name of parsed.rest) {
      if (shell.aliases.delete(name)) continue;
      await shell.complain(`unalias: ${name}: not found`);
      status = 1;
    }
    return status;
  },
};
