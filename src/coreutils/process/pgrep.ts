import { parseSignal, type ProcessEntry, type Program, type Signal } from '../../kernel/uapi/index.ts';
import { type Arguments, compileRegex, defineProgram, findUser, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  full: '-f --full  use full process name to match', list: '-l --list-name  list PID and process name', listFull: '-a --list-full  list PID and full command line', exact: '-x --exact  match exactly with the command name',
  newest: '-n --newest  select most recently started', oldest: '-o --oldest  select least recently started', count: '-c --count  count of matching processes', inverse: '-v --inverse  negates the matching',
  parent: '-P --parent=  match only child processes of the given parent', user: '-u --euid=  match by effective IDs', realUser: '-U --uid=  match by real IDs', group: '-g --pgroup=', session: '-s --session=', terminal: '-t --terminal=', ignoreCase: '-i --ignore-case  match case insensitively', delimiter: '-d --delimiter=  specify output delimiter', echo: '-e --echo  display what is killed', signal: '--signal=  signal to send',
};
type Args = Arguments<keyof typeof options>;

export const pgrep = make('pgrep', (tool, args, found) => {
  if (args.has('count')) tool.out.write(`${found.length}\n`);
  else if (found.length) tool.out.write(`${found.map((entry) => (args.has('listFull') ? `${entry.pid} ${entry.argv.join(' ') || entry.comm}` : args.has('list') ? `${entry.pid} ${entry.comm}` : String(entry.pid))).join(args.value('delimiter') ?? '\n')}\n`);
  return found.length ? 0 : 1;
});

export const pkill = make('pkill', async (tool, args, found) => {
  const name = args.value('signal') ?? 'TERM';
  const signal = name === '0' ? undefined : parseSignal(name);
  if (name !== '0' && !signal) throw new UsageError(`Unknown signal "${name}".`, false);
  let status = found.length ? 0 : 1;
  for (const entry of found) {
    try {
      tool.process.kill(entry.pid, signal as Signal | undefined);
      if (args.has('echo')) tool.out.write(`${entry.comm} killed (pid ${entry.pid})\n`);
    } catch (error) {
      await tool.error(`killing pid ${entry.pid} failed: ${reason(error)}`);
      status = 1;
    }
  }
  return status;
});

function make(name: string, act: (tool: Tool, args: Args, found: ProcessEntry[]) => number | Promise<number>): Program {
  return defineProgram({
    name, usage: '[options] <pattern>', options, version: 'from procps-ng 4.0.4', versionLetter: '-V', usageStatus: 2, hint: (own) => `Try \`${own} --help' for more information.`,
    prepare: (words) => (name === 'pkill' ? words.map((word) => (/^-(\d+|[A-Z][A-Z0-9]+)$/.test(word) && parseSignal(word.slice(1)) ? `--signal=${word.slice(1)}` : word === '-0' ? '--signal=0' : word)) : words),
    run: async (tool, args) => {
      const { process } = tool;
      const [pattern, extra] = args.operands;
      if (extra !== undefined) throw new UsageError('only one pattern can be provided');
      const filters = ['parent', 'user', 'realUser', 'group', 'session', 'terminal'].some((key) => args.has(key as 'parent'));
      if (pattern === undefined && !filters) throw new UsageError('no matching criteria specified');
      const regex = pattern === undefined ? undefined : compileRegex(pattern, { extended: true, ignoreCase: args.has('ignoreCase') });
      const numbers = (key: 'parent' | 'group' | 'session'): number[] | undefined => args.value(key)?.split(',').map(Number);
      const users = (args.value('user') ?? args.value('realUser'))?.split(',').map((word) => {
        const uid = findUser(process, word)?.uid ?? Number(word);
        if (Number.isNaN(uid)) throw new UsageError(`invalid user name: ${word}`, false);
        return uid;
      });
      let found = process.processes().sort((a, b) => a.pid - b.pid).filter((entry) => {
        if (entry.pid === process.pid) return false;
        const text = args.has('full') ? entry.argv.join(' ') || entry.comm : entry.comm;
        const match = regex?.exec(text);
        const fits = (!regex || (match !== null && match !== undefined && (!args.has('exact') || match[0] === text))) && (numbers('parent')?.includes(entry.ppid) ?? true) && (numbers('group')?.includes(entry.pgid) ?? true) && (numbers('session')?.includes(entry.sid) ?? true)
          && (users?.includes(entry.uid) ?? true) && (!args.has('terminal') || args.value('terminal') === entry.tty);
        return fits !== args.has('inverse');
      });
      if (args.has('newest')) found = found.sort((a, b) => a.startTime - b.startTime || a.pid - b.pid).slice(-1);
      if (args.has('oldest')) found = found.sort((a, b) => a.startTime - b.startTime || a.pid - b.pid).slice(0, 1);
      return await act(tool, args, found);
    },
  });
}

export const pidof = defineProgram({
  name: 'pidof', usage: '[options] [program ...]', options: { single: '-s --single-shot', quiet: '-q', check: '-x', separator: '-S --separator=' }, version: 'from procps-ng 4.0.4',
  run: (tool, args) => {
    const pids = tool.process.processes().filter((entry) => args.operands.some((name) => entry.comm === name.slice(0, 15) || entry.argv[0] === name || entry.argv[0]?.endsWith(`/${name}`))).map((entry) => entry.pid).sort((a, b) => b - a);
    if (pids.length && !args.has('quiet')) tool.out.write(`${(args.has('single') ? pids.slice(0, 1) : pids).join(args.value('separator') ?? ' ')}\n`);
    return pids.length ? 0 : 1;
  },
});
