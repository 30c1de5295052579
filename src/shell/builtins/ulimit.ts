import { type Builtin, fail, invalidOption, textArguments } from './builtin.ts';

/** Limits as a fresh Debian has them; they are shown, and may be lowered, but nothing enforces them. */
const limits: [letter: string, label: string, unit: string, value: string][] = [
  ['R', 'real-time non-blocking time', 'microseconds, -R', 'unlimited'], ['c', 'core file size', 'blocks, -c', '0'], ['d', 'data seg size', 'kbytes, -d', 'unlimited'],
  ['e', 'scheduling priority', '-e', '0'], ['f', 'file size', 'blocks, -f', 'unlimited'], ['i', 'pending signals', '-i', '15487'], ['l', 'max locked memory', 'kbytes, -l', '8192'],
  ['m', 'max memory size', 'kbytes, -m', 'unlimited'], ['n', 'open files', '-n', '1024'], ['p', 'pipe size', '512 bytes, -p', '8'], ['q', 'POSIX message queues', 'bytes, -q', '819200'],
  ['r', 'real-time priority', '-r', '0'], ['s', 'stack size', 'kbytes, -s', '8192'], ['t', 'cpu time', 'seconds, -t', 'unlimited'], ['u', 'max user processes', '-u', '15487'],
  ['v', 'virtual memory', 'kbytes, -v', 'unlimited'], ['x', 'file locks', '-x', 'unlimited'],
];
const lowered = new WeakMap<object, Map<string, string>>();

export const ulimit: Builtin = {
  name: 'ulimit', usage: '[-SHabcdefiklmnpqrstuvxPRT] [limit]', summary: 'Modify shell resource limits.',
  async run(shell, args) {
    const own = lowered.get(shell) ?? new Map<string, string>();
    lowered.set(shell, own);
    let letter = 'f';
    let all = false;
    let value: string | undefined;
    for (const arg of textArguments(args)) {
      if (!arg.startsWith('-')) {
        value = arg;
        continue;
      }
      for (const one of arg.slice(1)) {
        if (one === 'a') all = true;
        else if (one === 'S' || one === 'H') continue;
        else if (limits.some(([known]) => known === one)) letter = one;
        else return invalidOption(shell, ulimit, `-${one}`);
      }
    }
    const current = (row: (typeof limits)[number]): string => own.get(row[0]) ?? row[3];
    if (all) {
      await shell.write(1, limits.map((row) => `${row[1].padEnd(27)} ${`(${row[2]})`.padStart(20)} ${current(row)}\n`).join(''));
      return 0;
    }
    const row = limits.find(([known]) => known === letter);
    if (!row) return 1;
    if (value === undefined) {
      await shell.write(1, `${current(row)}\n`);
      return 0;
    }
    if (!/^\d+$|^unlimited$|^hard$|^soft$/.test(value)) return fail(shell, 'ulimit', `${value}: invalid number`);
    if (value !== 'hard' && value !== 'soft') own.set(letter, value);
    return 0;
  },
};
