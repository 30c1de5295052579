import type { Builtin } from './builtin.ts';

export const times: Builtin = {
  name: 'times', special: true, usage: '', summary: 'Display process times.',
  async run(shell) {
    const own = shell.process.processes().find((entry) => entry.pid === shell.process.pid)?.cpuTime ?? 0;
    await shell.write(1, `0m${(own / 1000).toFixed(3)}s 0m0.000s\n0m0.000s 0m0.000s\n`);
    return 0;
  },
};
