import { type Builtin, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { describeCommand } from './describe-command.ts';
import { runNested } from './nested.ts';

export const command: Builtin = {
  name: 'command', declaration: true, usage: '[-pVv] command [arg ...]', summary: 'Execute a simple command or display information about commands.',
  async run(shell, args) {
    const words = textArguments(args);
    const parsed = parseOptions(words, 'pVv');
    if (parsed.invalid) return invalidOption(shell, command, parsed.invalid);
    if (parsed.letters.has('v') || parsed.letters.has('V')) {
      let found = false;
      const bash = shell.settings.dialect.name === 'bash';
      for (const name of bash ? parsed.rest : parsed.rest.slice(0, 1)) {
        const lines = describeCommand(shell, name, parsed.letters.has('V') ? 'verbose' : 'reusable');
        if (lines.length > 0) {
          found = true;
          await shell.write(1, lines.map((line) => `${line}\n`).join(''));
        } else if (parsed.letters.has('V')) await shell.complain(`command: ${name}: not found`);
      }
      return found ? 0 : bash ? 1 : 127;
    }
    if (parsed.rest.length === 0) return 0;
    return runNested(shell, args.slice(args.length - parsed.rest.length), { only: 'command', standardPath: parsed.letters.has('p') });
  },
};
