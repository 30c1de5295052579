import { type Builtin, fail } from './builtin.ts';

export const suspend: Builtin = {
  name: 'suspend', usage: '[-f]', summary: 'Suspend shell execution.',
  async run(shell) {
    if (!shell.options.has('monitor')) return fail(shell, 'suspend', 'cannot suspend: no job control');
    if (shell.login) return fail(shell, 'suspend', 'cannot suspend a login shell');
    shell.process.kill(shell.process.pid, 'SIGSTOP');
    await shell.process.checkpoint();
    return 0;
  },
};
