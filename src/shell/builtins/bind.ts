import { type Builtin, textArguments } from './builtin.ts';

export const bind: Builtin = {
  name: 'bind', usage: '[-lpsvPSVX] [-m keymap] [-f filename] [-q name] [-u name] [-r keyseq] [-x keyseq:shell-command] [keyseq:readline-function or readline-command]',
  summary: 'Set Readline key bindings and variables.',
  async run(shell, args) {
    const { runBind } = await import('../interactive/bind.ts');
    if (!shell.editing || shell.editing.memory.has('detached')) await shell.complain('warning: line editing not enabled', 'bind');
    if (!shell.editing) {
      const { detachedEditing } = await import('../interactive/detached-editing.ts');
      shell.editing = detachedEditing();
    }
    return runBind(shell, bind, shell.editing, textArguments(args));
  },
};
