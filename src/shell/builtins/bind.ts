import type { Builtin } from './builtin.ts';

/** The line editor's keys are fixed; start-up files that bind keys do no harm. */
export const bind: Builtin = {
  name: 'bind', usage: '[-lpsvPSVX] [-m keymap] [-f filename] [-q name] [-u name] [-r keyseq] [-x keyseq:shell-command] [keyseq:readline-function or readline-command]',
  summary: 'Set Readline key bindings and variables.',
  run: () => 0,
};
