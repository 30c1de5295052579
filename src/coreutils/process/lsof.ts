import { fileType, fileTypeMask, isSystemError, type Process, type ProcessEntry } from '../../kernel/uapi/index.ts';
import { IdNames, rawProgram, type Tool, UsageError } from '../program/index.ts';

/** An open file as lsof lists it. */
interface OpenRow {
  entry: ProcessEntry;
  fd: string;
  type: string;
  device: string;
  size: string;
  node: string;
  name: string;
  path: string | undefined;
}

function readLink(process: Process, path: string): string | undefined {
  try {
    return process.readlink(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

const kinds: Record<number, string> = { [fileType.regular]: 'REG', [fileType.directory]: 'DIR', [fileType.character]: 'CHR', [fileType.block]: 'BLK', [fileType.fifo]: 'FIFO', [fileType.socket]: 'unix', [fileType.symlink]: 'LINK' };

function describe(process: Process, entry: ProcessEntry, fd: string, link: string): OpenRow {
  const path = `/proc/${entry.pid}/${{ cwd: 'cwd', rtd: 'root', txt: 'exe' }[fd] ?? `fd/${fd.replace(/\D$/, '')}`}`;
  const row: OpenRow = { entry, fd, type: 'unknown', device: '', size: '', node: '', name: link, path: undefined };
  const special = /^(socket|pipe|anon_inode):\[?(.*?)\]?$/.exec(link);
  if (special?.[1] === 'pipe') return { ...row, type: 'FIFO', device: '0,15', size: '0t0', node: special[2] ?? '', name: 'pipe' };
  if (special?.[1] === 'anon_inode') return { ...row, type: 'a_inode', device: '0,16', size: '0', name: link };
  if (special) {
    const socket = process.network.sockets().find((one) => String(one.inode) === special[2]);
    if (!socket) return { ...row, type: 'sock', device: '0,9', size: '0t0', node: special[2] ?? '', name: 'protocol: UNIX' };
    const end = (address: typeof socket.local): string => (address.family === 'unix' ? address.path : `${address.address === '0.0.0.0' || address.address === '::' ? '*' : address.address.includes(':') ? `[${address.address}]` : address.address}:${address.port}`);
    if (socket.protocol === 'unix') return { ...row, type: 'unix', device: '0x0000000000000000', size: '0t0', node: special[2] ?? '', name: `${end(socket.local)} type=STREAM (${socket.state === 'LISTEN' ? 'LISTEN' : 'CONNECTED'})` };
    const state = { ESTAB: 'ESTABLISHED', LISTEN: 'LISTEN' }[socket.state as 'LISTEN'] ?? socket.state.replaceAll('-', '_');
    return { ...row, type: 'IPv4', device: special[2] ?? '', size: '0t0', node: socket.protocol.toUpperCase(), name: `${end(socket.local)}${socket.peer ? `->${end(socket.peer)}` : ''}${socket.protocol === 'tcp' ? ` (${state})` : ''}` };
  }
  try {
    const stat = process.stat(path);
    const type = stat.mode & fileTypeMask;
    return { ...row, type: kinds[type] ?? 'unknown', device: type === fileType.character ? `${stat.rdev >> 8},${stat.rdev & 255}` : `8,${stat.dev}`, size: type === fileType.character || type === fileType.fifo ? '0t0' : String(stat.size), node: String(stat.ino), name: link, path: link };
  } catch (error) {
    if (isSystemError(error)) return { ...row, path: link };
    throw error;
  }
}

/** All that a process has open. */
function openRows(process: Process, entry: ProcessEntry): OpenRow[] {
  const rows: OpenRow[] = [];
  for (const [fd, file] of [['cwd', 'cwd'], ['rtd', 'root'], ['txt', 'exe']] as const) {
    const link = readLink(process, `/proc/${entry.pid}/${file}`);
    if (link !== undefined) rows.push(describe(process, entry, fd, link));
  }
  let numbers: string[] = [];
  try {
    numbers = process.readdir(`/proc/${entry.pid}/fd`).map(({ name }) => name);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  for (const number of numbers) {
    const link = readLink(process, `/proc/${entry.pid}/fd/${number}`);
    if (link !== undefined) rows.push(describe(process, entry, `${number}u`, link));
  }
  return rows;
}

export const lsof = rawProgram('lsof', (tool, words) => {
  const { process, out } = tool;
  const names = new IdNames(process);
  const want = { internet: undefined as string | undefined, unix: false, terse: false, and: false, users: [] as string[], pids: [] as number[], commands: [] as string[], paths: [] as string[], under: undefined as string | undefined };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!/^[-+]/.test(word)) want.paths.push(word);
    else if (word === '+D' || word === '+d') want.under = rest.shift();
    else {
      for (let at = 1; at < word.length; at++) {
        const letter = word.charAt(at);
        const value = (): string => {
          const own = word.slice(at + 1);
          at = word.length;
          return own || (rest.shift() ?? '');
        };
        if (letter === 'i') {
          want.internet = word.slice(at + 1) || (rest[0] !== undefined && /^(tcp|udp|[46])?[@:]|^(tcp|udp)$/i.test(rest[0]) ? rest.shift() ?? '' : '');
          at = word.length;
        } else if (letter === 's' && /^TCP|^UDP/i.test(word.slice(at + 1))) at = word.length;
        else if (letter === 'p') want.pids.push(...value().split(',').map(Number));
        else if (letter === 'u') want.users.push(...value().split(','));
        else if (letter === 'c') want.commands.push(value());
        else if (letter === 't') want.terse = true;
        else if (letter === 'a') want.and = true;
        else if (letter === 'U') want.unix = true;
        else if (!'nPlwVbCRO'.includes(letter)) throw new UsageError(`unsupported option: -${letter}`, false);
      }
    }
  }
  const paths = want.paths.map((path) => (process.exists(path) ? process.realpath(path) : path));
  const network = want.internet === undefined ? undefined : /^([46])?(tcp|udp)?(?:@([^:]*))?(?::(.*))?$/i.exec(want.internet);
  const ports = network?.[4]?.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  const filters: ((row: OpenRow) => boolean)[] = [];
  if (want.pids.length) filters.push(({ entry }) => want.pids.includes(entry.pid));
  if (want.users.length) filters.push(({ entry }) => want.users.includes(names.user(entry.uid)) || want.users.includes(String(entry.uid)));
  if (want.commands.length) filters.push(({ entry }) => want.commands.some((name) => entry.comm.startsWith(name)));
  if (want.unix) filters.push(({ type }) => type === 'unix');
  if (network) filters.push(({ type, node, name }) => type === 'IPv4' && (!network[2] || node === network[2].toUpperCase()) && (!ports || ports.some((port) => new RegExp(`:${port}(?!\\d)`).test(name))) && (!network[3] || name.includes(network[3])));
  if (paths.length) filters.push(({ path }) => path !== undefined && paths.includes(path));
  if (want.under !== undefined) filters.push(({ path }) => path !== undefined && (path === want.under || path.startsWith(`${want.under}/`)));
  const rows = process.processes().sort((a, b) => a.pid - b.pid).flatMap((entry) => openRows(process, entry)).filter((row) => filters.length === 0 || (want.and ? filters.every((filter) => filter(row)) : filters.some((filter) => filter(row))));
  if (want.terse) for (const pid of new Set(rows.map(({ entry }) => entry.pid))) out.write(`${pid}\n`);
  else if (rows.length > 0) table(tool, rows, names);
  return rows.length > 0 ? 0 : 1;
});

function table({ out }: Tool, rows: readonly OpenRow[], names: IdNames): void {
  const cells = rows.map((row) => [row.entry.comm.slice(0, 9), String(row.entry.pid), names.user(row.entry.uid), row.fd, row.type, row.device, row.size, row.node, row.name]);
  const heads = ['COMMAND', 'PID', 'USER', 'FD', 'TYPE', 'DEVICE', 'SIZE/OFF', 'NODE', 'NAME'];
  const widths = heads.map((head, index) => Math.max(head.length, ...cells.map((row) => row[index]?.length ?? 0)));
  const right = new Set([1, 2, 3, 4, 5, 6, 7]);
  for (const row of [heads, ...cells]) out.write(`${row.map((cell, index) => (index === 8 ? cell : right.has(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join(' ')}\n`);
}

export const fuser = rawProgram('fuser', async (tool, words) => {
  const { process, out } = tool;
  const names = new IdNames(process);
  let [mount, kill, verbose, space, silent] = [false, false, false, 'file', false];
  let signal = 'SIGKILL';
  const targets: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-n') space = words[++at] ?? 'file';
    else if (/^-[A-Z]+$/.test(word) && word !== '-M') signal = `SIG${word.slice(1).replace(/^SIG/, '')}`;
    else if (word.startsWith('-')) {
      for (const letter of word.slice(1)) {
        if (letter === 'm' || letter === 'c') mount = true;
        else if (letter === 'k') kill = true;
        else if (letter === 'v') verbose = true;
        else if (letter === 's') silent = true;
      }
    } else targets.push(word);
  }
  if (targets.length === 0) {
    await tool.errorText('No process specification given\n');
    return 1;
  }
  let status = 1;
  for (const target of targets) {
    const [, port, protocol = space] = /^(\d+)\/(tcp|udp)$/.exec(target) ?? (space === 'tcp' || space === 'udp' ? [target, target, space] : []);
    if (port === undefined && !process.exists(target)) {
      await tool.errorText(`Specified filename ${target} does not exist.\n`);
      continue;
    }
    const real = port === undefined ? process.realpath(target) : '';
    const top = mount ? process.mounts().filter((one) => real === one.target || real.startsWith(one.target === '/' ? '/' : `${one.target}/`)).sort((a, b) => b.target.length - a.target.length)[0]?.target ?? '/' : undefined;
    const found = process.processes().sort((a, b) => a.pid - b.pid).flatMap((entry) => {
      const marks = new Set<string>();
      for (const row of openRows(process, entry)) {
        const hit = port === undefined ? row.path !== undefined && (top === undefined ? row.path === real : row.path === top || row.path.startsWith(top === '/' ? '/' : `${top}/`)) : row.type === 'IPv4' && row.node === protocol.toUpperCase() && new RegExp(`^[^>]*:${port}(?!\\d)`).test(row.name);
        if (hit) marks.add({ cwd: 'c', rtd: 'r', txt: 'e' }[row.fd] ?? '');
      }
      return marks.size > 0 && entry.pid !== process.pid ? [{ entry, marks: [...marks].join('') }] : [];
    });
    if (found.length === 0) continue;
    status = 0;
    if (silent) continue;
    const shown = port === undefined ? real : `${port}/${protocol}`;
    if (verbose) {
      await tool.errorText('                     USER        PID ACCESS COMMAND\n');
      for (const [index, { entry, marks }] of found.entries()) await tool.errorText(`${(index === 0 ? `${shown}:` : '').padEnd(20)} ${names.user(entry.uid).padEnd(8)} ${String(entry.pid).padStart(6)} ${(`F....`.slice(0, 0) + (marks.includes('c') ? '..c..' : marks.includes('e') ? '...e.' : 'F....'))}  ${entry.comm}\n`);
    } else {
      await tool.errorText(`${shown}:`.padEnd(21));
      for (const { entry, marks } of found) {
        out.write(`${String(entry.pid).padStart(6)}`);
        await out.flush();
        await tool.errorText(marks);
      }
      await tool.errorText('\n');
    }
    if (kill) for (const { entry } of found) process.kill(entry.pid, signal as 'SIGKILL');
  }
  return status;
});
