import { isSystemError, type NamespaceOptions, type Process, signalNumbers } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, execCommand, IdNames, reason, type Tool, UsageError } from '../program/index.ts';

type Kind = keyof NamespaceOptions;
const kinds: readonly Kind[] = ['mount', 'uts', 'ipc', 'network', 'pid', 'cgroup'];
/** CLONE_NEWNS and its sisters. */
const cloneFlags: Record<Kind, number> = { mount: 0x20000, uts: 0x4000000, ipc: 0x8000000, network: 0x40000000, pid: 0x20000000, cgroup: 0x2000000 };

/** Runs a command in a child with these namespaces, and ends as it ends. */
async function runIn(tool: Tool, command: readonly string[], namespaces: NamespaceOptions, prepare: (child: Process) => void, cwd?: string): Promise<number> {
  const { process } = tool;
  const words = command.length > 0 ? [...command] : [process.env['SHELL'] ?? '/bin/sh'];
  await tool.out.flush();
  const pid = process.fork(async (child) => {
    try {
      prepare(child);
      return await execCommand(child, words);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await child.write(2, `${tool.name}: failed to execute ${words[0]}: ${reason(error)}\n`);
      return isSystemError(error, 'ENOENT') ? 127 : 126;
    }
  }, { namespaces, ...(cwd !== undefined && { cwd }) });
  const status = await process.wait(pid);
  return status?.kind === 'exited' ? status.status : status?.kind === 'signaled' ? 128 + signalNumbers[status.signal] : 1;
}

const enterOptions = { all: '-a --all  enter all namespaces', target: '-t --target=  target process to get namespaces from', mount: '-m --mount[=]  enter mount namespace', uts: '-u --uts[=]  enter UTS namespace (hostname etc)', ipc: '-i --ipc[=]  enter System V IPC namespace', network: '-n --net[=]  enter network namespace', pid: '-p --pid[=]  enter pid namespace', cgroup: '-C --cgroup[=]', user: '-U --user[=]', time: '-T --time[=]', setuid: '-S --setuid=', setgid: '-G --setgid=', root: '-r --root[=]', wd: '-w --wd[=]  set the working directory', noFork: '-F --no-fork', preserve: '--preserve-credentials' };

export const nsenter = defineProgram({
  name: 'nsenter', usage: '[options] [<program> [<argument>...]]', summary: 'Run a program with namespaces of other processes.', options: enterOptions, inOrder: true, version: 'from util-linux 2.41', run: async (tool, args) => {
    const target = args.value('target');
    const namespaces: NamespaceOptions = {};
    for (const kind of kinds) {
      if (!args.has(kind) && !args.has('all')) continue;
      const own = /^\/proc\/(\d+)\/ns\//.exec(args.value(kind) ?? '')?.[1] ?? target;
      if (own === undefined) throw new UsageError('neither filename nor target pid supplied for ns', false);
      namespaces[kind] = Number(own);
    }
    if (target !== undefined && !tool.process.processes().some((entry) => entry.pid === Number(target))) throw new UsageError(`cannot open /proc/${target}/ns/${args.has('mount') ? 'mnt' : 'net'}: No such file or directory`, false);
    if (tool.process.credentials.euid !== 0) throw new UsageError(`cannot open /proc/${target}/ns/net: Permission denied`.replace('net', args.has('mount') ? 'mnt' : 'net'), false);
    return await runIn(tool, args.operands, namespaces, (child) => {
      if (args.has('setgid')) child.setCredentials({ gid: Number(args.value('setgid')), egid: Number(args.value('setgid')), groups: [Number(args.value('setgid'))] });
      if (args.has('setuid')) child.setCredentials({ uid: Number(args.value('setuid')), euid: Number(args.value('setuid')), capabilities: new Set() });
    }, namespaces.mount === undefined ? undefined : '/');
  },
});

const unshareOptions = { mount: '-m --mount[=]  unshare mounts namespace', uts: '-u --uts[=]  unshare UTS namespace (hostname etc)', ipc: '-i --ipc[=]  unshare System V IPC namespace', network: '-n --net[=]  unshare network namespace', pid: '-p --pid[=]  unshare pid namespace', user: '-U --user[=]', cgroup: '-C --cgroup[=]', time: '-T --time[=]', fork: '-f --fork  fork before launching <program>', mapRoot: '-r --map-root-user', mountProc: '--mount-proc[=]  mount proc filesystem first', propagation: '--propagation=', killChild: '--kill-child[=]', root: '-R --root=', wd: '-w --wd=' };

export const unshare = defineProgram({
  name: 'unshare', usage: '[options] [<program> [<argument>...]]', summary: 'Run a program with some namespaces unshared from the parent.', options: unshareOptions, inOrder: true, version: 'from util-linux 2.41', run: async (tool, args: Arguments<keyof typeof unshareOptions>) => {
    const { capabilities } = tool.process.credentials;
    const admin = capabilities === 'all' || capabilities.has('CAP_SYS_ADMIN');
    const wantsUser = args.has('user') || args.has('mapRoot');
    if (wantsUser && (admin || !tool.busybox)) throw new UsageError('user namespaces are not part of this sandbox', false);
    if (!admin && (wantsUser || kinds.some((kind) => args.has(kind)))) {
      const flags = kinds.reduce((sum, kind) => sum + (args.has(kind) ? cloneFlags[kind] : 0), wantsUser ? 0x10000000 : 0);
      throw new UsageError(tool.busybox ? `unshare(0x${flags.toString(16)}): Operation not permitted` : 'unshare failed: Operation not permitted', false);
    }
    const namespaces: NamespaceOptions = {};
    for (const kind of kinds) if (args.has(kind)) namespaces[kind] = 'new';
    if (args.has('mountProc')) namespaces.mount = 'new';
    return await runIn(tool, args.operands, namespaces, (child) => {
      if (args.has('root')) child.chroot(args.value('root') ?? '/');
      if (args.has('mountProc')) child.mount('proc', args.value('mountProc') ?? '/proc', 'proc');
      if (args.has('wd')) child.chdir(args.value('wd') ?? '/');
    });
  },
});

const listOptions = { type: '-t --type=  namespace type', json: '-J --json', task: '-p --task=  print process namespaces', noHeadings: '-n --noheadings', output: '-o --output=', list: '-l --list', raw: '-r --raw', noTruncate: '-u --notruncate', noWrap: '-W --nowrap' };

export const lsns = defineProgram({
  name: 'lsns', usage: '[options] [<namespace>]', summary: 'List system namespaces.', options: listOptions, version: 'from util-linux 2.41', run: (tool, args) => {
    const { process, out } = tool;
    const names = new IdNames(process);
    const found = new Map<string, { type: string; pids: number[]; pid: number; user: string; command: string }>();
    for (const entry of process.processes().sort((a, b) => a.pid - b.pid)) {
      for (const type of ['time', 'cgroup', 'pid', 'user', 'uts', 'ipc', 'mnt', 'net']) {
        let link: string;
        try {
          link = process.readlink(`/proc/${entry.pid}/ns/${type}`);
        } catch (error) {
          if (!isSystemError(error)) throw error;
          continue;
        }
        if (args.value('task') !== undefined && entry.pid !== Number(args.value('task'))) continue;
        const known = found.get(link);
        if (known) known.pids.push(entry.pid);
        else found.set(link, { type, pids: [entry.pid], pid: entry.pid, user: names.user(entry.uid), command: entry.argv.join(' ') || entry.comm });
      }
    }
    const rows = [...found].filter(([, one]) => args.value('type') === undefined || one.type === args.value('type')).map(([link, one]) => [/\[(\d+)\]/.exec(link)?.[1] ?? '', one.type, String(one.pids.length), String(one.pid), one.user, one.command]);
    const lines = [...(args.has('noHeadings') ? [] : [['NS', 'TYPE', 'NPROCS', 'PID', 'USER', 'COMMAND']]), ...rows];
    const widths = [0, 1, 2, 3, 4].map((index) => Math.max(...lines.map((row) => row[index]?.length ?? 0)));
    for (const row of lines) out.write(`${row.map((cell, index) => (index === 5 ? cell : [0, 2, 3].includes(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join(' ')}\n`);
    return 0;
  },
});
