import { type Builtin, textArguments } from './builtin.ts';

export const history: Builtin = {
  name: 'history', usage: '[-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]', summary: 'Display or manipulate the history list.',
  run: async (shell, args) => (await import('../interactive/history-builtin.ts')).runHistory(shell, history, textArguments(args)),
};

export const fc: Builtin = {
  name: 'fc', usage: '[-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]', summary: 'Display or execute commands from the history list.',
  run: async (shell, args) => (await import('../interactive/fc.ts')).runFc(shell, fc, textArguments(args)),
};
