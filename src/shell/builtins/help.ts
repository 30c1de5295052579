import { type Builtin, textArguments } from './builtin.ts';
import { compilePattern } from '../expand/pattern.ts';
import { versionText } from '../version.ts';

/** `help` over a list that holds `help` itself. */
export const createHelp = (list: () => readonly Builtin[]): Builtin => ({
  name: 'help', usage: '[-dms] [pattern ...]', summary: 'Display information about builtin commands.',
  async run(shell, args) {
    const builtins = list();
    const words = textArguments(args);
    const short = words.includes('-s');
    const describe = words.includes('-d');
    const patterns = words.filter((word) => !/^-[dms]$/.test(word));
    if (patterns.length === 0) {
      const lines = builtins.map((one) => ` ${one.name} ${one.usage}`.trimEnd());
      await shell.write(1, `${versionText.split('\n')[0]}\nThese shell commands are defined internally.  Type \`help' to see this list.\nType \`help name' to find out more about the function \`name'.\n\n${lines.join('\n')}\n`);
      return 0;
    }
    let found = false;
    for (const text of patterns) {
      const pattern = compilePattern(text, { extglob: true, ignoreCase: false });
      for (const one of builtins.filter((candidate) => pattern.matches(candidate.name))) {
        found = true;
        const synopsis = `${one.name}: ${one.name}${one.usage === '' ? '' : ` ${one.usage}`}`;
        await shell.write(1, describe ? `${one.name} - ${one.summary}\n` : short ? `${synopsis}\n` : `${synopsis}\n    ${one.summary}\n`);
      }
    }
    if (found) return 0;
    await shell.complain(`help: no help topics match \`${patterns[0]}'.  Try \`help help' or \`man -k ${patterns[0]}' or \`info ${patterns[0]}'.`);
    return 1;
  },
});
