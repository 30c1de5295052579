import type { ProcessEntry } from '../../kernel/uapi/index.ts';
import { defineProgram, IdNames, localTime, quote, strftime, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { procText } from '../system/uname.ts';

/** Who is logged in: the leaders of sessions on terminals, as utmp(5) would tell. */
function logins(tool: Tool): { entry: ProcessEntry; user: string; line: string }[] {
  const names = new IdNames(tool.process);
  return tool.process.processes().filter((entry) => entry.pid === entry.sid && entry.tty !== undefined && entry.state !== 'Z').map((entry) => ({ entry, user: names.user(entry.uid), line: entry.tty ?? '' }));
}

export const who = defineProgram({
  name: 'who', usage: '[OPTION]... [ FILE | ARG1 ARG2 ]', summary: 'Print information about users who are currently logged in.', options: { all: '-a --all', boot: '-b --boot  time of last system boot', heading: '-H --heading  print line of column headings', me: '-m  only hostname and user associated with stdin', count: '-q --count  all login names and number of users logged on', runlevel: '-r --runlevel', users: '-u --users', short: '-s --short', message: '-T -w --mesg' }, run: (tool, args) => {
    const { process, out } = tool;
    const zone = timeZoneOf(process);
    const stamp = (ms: number): string => strftime('%Y-%m-%d %H:%M', localTime(ms, zone));
    if (args.operands.length === 1) return 0;
    const found = logins(tool);
    if (args.has('count')) {
      out.write(`${found.map(({ user }) => user).join(' ')}\n# users=${found.length}\n`);
      return 0;
    }
    if (args.has('boot')) {
      const boot = Number(/^btime (\d+)/m.exec(procText(process, '/proc/stat', ''))?.[1] ?? 0);
      out.write(`         system boot  ${stamp(boot * 1000)}\n`);
      if (!args.has('all')) return 0;
    }
    const mine = process.isatty(0) ? process.ttyname(0).replace('/dev/', '') : undefined;
    if (args.has('heading')) out.write('NAME     LINE         TIME             COMMENT\n');
    for (const { entry, user, line } of found) if (!(args.has('me') || args.operands.length === 2) || line === mine) out.write(`${user.padEnd(8)} ${line.padEnd(12)} ${stamp(entry.startTime)}\n`);
    return 0;
  },
});

export const users = defineProgram({
  name: 'users', usage: '[OPTION]... [FILE]', summary: 'Output who is currently logged in.', options: {}, run: (tool, args) => {
    const [file, extra] = args.operands;
    if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
    const found = file === undefined ? logins(tool).map(({ user }) => user).sort() : [];
    if (found.length > 0) tool.out.write(`${found.join(' ')}\n`);
    return 0;
  },
});

export const w = defineProgram({
  name: 'w', usage: '[options] [user]', options: { noHeader: '-h --no-header', noCurrent: '-u --no-current', short: '-s --short', from: '-f --from', ip: '-i --ip-addr', old: '-o --old-style' }, version: 'from procps-ng 4.0.4', run: (tool, args) => {
    const { process, out } = tool;
    const zone = timeZoneOf(process);
    const now = process.clock.now();
    const found = logins(tool).filter(({ user }) => args.operands[0] === undefined || user === args.operands[0]);
    if (!args.has('noHeader')) {
      const up = Math.floor(Number(procText(process, '/proc/uptime', '0').split(' ')[0]));
      const clock = up >= 3600 ? `${String(Math.floor(up / 3600) % 24).padStart(2)}:${String(Math.floor(up / 60) % 60).padStart(2, '0')}` : `${Math.floor(up / 60)} min`;
      const days = Math.floor(up / 86400);
      out.write(` ${strftime('%H:%M:%S', localTime(now, zone))} up ${days ? `${days} day${days === 1 ? '' : 's'}, ` : ''}${clock},  ${found.length} user${found.length === 1 ? '' : 's'},  load average: ${procText(process, '/proc/loadavg', '0.00 0.00 0.00').split(' ').slice(0, 3).join(', ')}\nUSER     TTY      FROM             LOGIN@   IDLE   JCPU   PCPU  WHAT\n`);
    }
    for (const { entry, user, line } of found) {
      const front = process.processes().find((one) => one.pid === entry.tpgid) ?? entry;
      out.write(`${user.slice(0, 8).padEnd(8)} ${line.padEnd(8)} ${'-'.padEnd(16)} ${strftime('%H:%M', localTime(entry.startTime, zone)).padEnd(7)}  0.00s  ${(entry.cpuTime / 1000).toFixed(2)}s ${(front.cpuTime / 1000).toFixed(2)}s ${front.argv.join(' ') || front.comm}\n`);
    }
    return 0;
  },
});

export const last = defineProgram({
  name: 'last', usage: '[options] [<username>...] [<tty>...]', options: { lines: '-n --limit=', dns: '-d', file: '-f --file=', full: '-F --fulltimes', ip: '-i', noHost: '-R --nohostname', system: '-x --system' }, version: 'from util-linux 2.41', run: (tool, args) => {
    const { process, out } = tool;
    const zone = timeZoneOf(process);
    const boot = Number(/^btime (\d+)/m.exec(procText(process, '/proc/stat', ''))?.[1] ?? 0) * 1000;
    const stamp = (ms: number): string => strftime('%a %b %e %H:%M', localTime(ms, zone));
    for (const { entry, user, line } of logins(tool).reverse()) if (args.operands.length === 0 || args.operands.includes(user)) out.write(`${user.padEnd(8)} ${line.padEnd(12)} ${''.padEnd(16)} ${stamp(entry.startTime)}   still logged in\n`);
    if (args.operands.length === 0) out.write(`reboot   system boot  ${(process.exists('/proc/sys/kernel/osrelease') ? process.readTextFile('/proc/sys/kernel/osrelease').trim() : '').padEnd(16)} ${stamp(boot)}   still running\n`);
    out.write(`\nwtmp begins ${strftime('%a %b %e %H:%M:%S %Y', localTime(boot, zone))}\n`);
    return 0;
  },
});

export const logname = defineProgram({
  name: 'logname', usage: '[OPTION]', summary: 'Print the user\'s login name.', options: {}, run: async (tool, args) => {
    if (args.operands[0] !== undefined) throw new UsageError(`extra operand ${quote(args.operands[0])}`);
    const { process } = tool;
    const own = logins(tool).find(({ entry }) => entry.sid === process.getsid());
    if (own) tool.out.write(`${own.user}\n`);
    else await tool.error('no login name');
    return own ? 0 : 1;
  },
});
