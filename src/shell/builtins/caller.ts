import { type Builtin, textArguments } from './builtin.ts';

export const caller: Builtin = {
  name: 'caller', usage: '[expr]', summary: 'Return the context of the current subroutine call.',
  async run(shell, args) {
    const [level] = textArguments(args);
    const calls = shell.calls.toReversed();
    const index = Number(level ?? 0);
    const call = calls[index];
    const outer = calls[index + 1];
    // The bottom of the stack counts only where it is a script file.
    if (!call || !outer || (level !== undefined && outer.name === 'main' && outer.source === '')) return 1;
    const source = outer.source || 'NULL';
    await shell.write(1, level === undefined ? `${call.callLine} ${source}\n` : `${call.callLine} ${outer.name} ${source}\n`);
    return 0;
  },
};
