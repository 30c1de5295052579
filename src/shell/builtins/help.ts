import { type Builtin, invalidOption, parseOptions, textArguments } from './builtin.ts';

/** `help` over a list that holds `help` itself. */
export const createHelp = (list: () => readonly Builtin[]): Builtin => ({
  name: 'help', usage: '[-dms] [pattern ...]', summary: 'Display information about builtin commands.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'dms');
    const own = list();
    if (parsed.invalid) return invalidOption(shell, own.find((one) => one.name === 'help') ?? createHelp(list), parsed.invalid);
    const { showHelp } = await import('../interactive/help-topics.ts');
    return showHelp(shell, own, parsed.letters, parsed.rest);
  },
});
