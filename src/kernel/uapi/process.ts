import type { ByteStream, Clock, RandomBytes, TlsTrace } from '../../base/index.ts';
import type { DirectoryEntry, Fd, MountEntry, OpenMode, Stat, StatFs } from './file.ts';
import type { NetworkControl, SocketAddress } from './network.ts';
import type { DatagramMessage, PacketEvent } from './packet.ts';
import type { Resource, ResourceLimit } from './resource-limit.ts';
import type { Signal, SignalDisposition } from './signal.ts';
import type { Termios, WindowSize } from './tty.ts';

/**
 * A program: what an executable file names. It gets its process and returns the exit status (0 to 255).
 * A program that is killed goes no further than its next system call; catch errors with `isSystemError`, so that what says so is let through.
 */
export type Program = (process: Process) => number | Promise<number>;

/** Fetches a program at its first use, so that a host that never runs it never loads it. */
export type ProgramLoader = () => Program | Promise<Program>;

/** Who a process is: credentials(7). */
export interface Credentials {
  uid: number;
  gid: number;
  /** Effective ids, which permission checks use. */
  euid: number;
  egid: number;
  groups: readonly number[];
  /** Effective capabilities by name (`CAP_CHOWN` …); `all` for full root. */
  capabilities: ReadonlySet<string> | 'all';
}

/** Namespaces of a new process: namespaces(7). Absent: the parent's. `new`: a fresh one. A pid: that process's (setns). A path: the network namespace bound there. */
export interface NamespaceOptions {
  pid?: 'new' | number;
  mount?: 'new' | number;
  network?: 'new' | number | { path: string };
  uts?: 'new' | number;
  ipc?: 'new' | number;
  cgroup?: 'new' | number;
}

/** How fork and spawn make a process; what is absent is inherited. */
export interface SpawnOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** Descriptors of the child: child's number to parent's number. Absent: all without cloexec are inherited. */
  fds?: Record<Fd, Fd>;
  /** Process group: `new` makes the child its leader (setpgid(0, 0)). */
  processGroup?: 'new' | number;
  /** setsid(2) in the child. */
  newSession?: boolean;
  /** A terminal (a descriptor of the parent) that becomes the child's controlling terminal; with newSession. */
  controllingTerminal?: Fd;
  credentials?: Partial<Credentials>;
  namespaces?: NamespaceOptions;
  /** pivot_root: this path of the parent is the child's root. */
  root?: string;
  hostname?: string;
  umask?: number;
  /** Limits other than the parent's. */
  resourceLimits?: Partial<Record<Resource, ResourceLimit>>;
  /** Path of the control group from the root (CLONE_INTO_CGROUP); made where it is missing. */
  cgroup?: string;
  /** PR_SET_NO_NEW_PRIVS: set-user-ID files give nothing, to it and its children. */
  noNewPrivileges?: boolean;
  /** Signals that the child ignores from its start. */
  ignoredSignals?: readonly Signal[];
  /** Signals that are back at their default in the child, as a shell that ignores them itself wants it. */
  defaultSignals?: readonly Signal[];
  /** argv[0] when it is not the path. With fork: the command line that the child shows itself with. */
  argv0?: string;
}

/** How a child changed state: waitpid(2). */
export type WaitStatus =
  | { pid: number; kind: 'exited'; status: number }
  | { pid: number; kind: 'signaled'; signal: Signal; coreDumped: boolean }
  | { pid: number; kind: 'stopped'; signal: Signal }
  | { pid: number; kind: 'continued' };

/** A line of the process table: what /proc/PID/stat and status tell. Ids are as seen from the asking process's pid namespace. */
export interface ProcessEntry {
  pid: number;
  ppid: number;
  pgid: number;
  sid: number;
  /** R running, S sleeping, T stopped, Z zombie. */
  state: 'R' | 'S' | 'T' | 'Z';
  /** Short name, at most 15 characters. */
  comm: string;
  argv: readonly string[];
  uid: number;
  gid: number;
  /** Name of the controlling terminal such as `pts/0`; undefined without one. */
  tty: string | undefined;
  /** Milliseconds since the epoch. */
  startTime: number;
  /** Milliseconds of processor time used. */
  cpuTime: number;
  /** Process group in the foreground of its terminal. */
  tpgid: number;
  cgroup: string;
  /** Niceness, -20 to 19. */
  nice: number;
}

/**
 * One process, as a program sees it: its system calls, in the words of section 2 of the manual.
 *
 * Calls on files are synchronous and throw SystemError. Calls that can block return promises: they reject with SystemError, with
 * EINTR when a handler ran. Once the process has ended they never return, and the synchronous ones throw `endOfProcess`. Relative paths start
 * at `cwd`; permission checks use `credentials`; `umask` applies to what is created.
 */
export interface Process {
  readonly pid: number;
  readonly ppid: number;
  readonly argv: readonly string[];
  /** What ps(1) shows as the command line from here on: setproctitle(3). */
  setproctitle(title: string): void;
  /** The process's own copy; changes are seen by later children. */
  readonly env: Record<string, string>;
  readonly cwd: string;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Aborted when the process is being ended; for what blocks outside system calls. */
  readonly signal: AbortSignal;

  // Descriptors
  open(path: string, mode?: OpenMode, permissions?: number): Fd;
  /** Closing is immediate; a descriptor that is not open is EBADF. */
  close(fd: Fd): void;
  /** The lowest free descriptor (at least `min`) for the same open file. */
  dup(fd: Fd, min?: Fd): Fd;
  dup2(fd: Fd, to: Fd): Fd;
  setCloexec(fd: Fd, on: boolean): void;
  /** Numbers of the open descriptors, ascending. */
  descriptors(): Fd[];
  /** [read end, write end] */
  pipe(): [Fd, Fd];
  /** At least one byte and at most `max` (default 65536); no bytes at the end of the file. The bytes may be the writer's: do not change them. */
  read(fd: Fd, max?: number): Promise<Uint8Array>;
  /** Writes all. EPIPE (and SIGPIPE) when nobody reads. Text is encoded as UTF-8. Bytes are not copied on their way through pipes and sockets: do not change `data` afterwards. */
  write(fd: Fd, data: Uint8Array | string): Promise<void>;
  /** Resolves when one of `fds` can be read without blocking (data, end of file or error), with those; after `timeoutMs` with none. */
  poll(fds: readonly Fd[], timeoutMs?: number): Promise<Fd[]>;
  lseek(fd: Fd, offset: number, whence: 'set' | 'cur' | 'end'): number;
  fstat(fd: Fd): Stat;
  ftruncate(fd: Fd, size: number): void;
  fchmod(fd: Fd, mode: number): void;
  /** -1 leaves an id as it is. */
  fchown(fd: Fd, uid: number, gid: number): void;
  /** ioctl_ficlone(2): `to` gets the whole contents of `from`, shared until one of them is written. Regular files only (else EINVAL); at no cost, holes included. */
  ficlone(from: Fd, to: Fd): void;
  /** A descriptor as a stream, for code that speaks over ByteStream. Closing the stream closes the descriptor. */
  stream(fd: Fd): ByteStream;

  // Terminals
  isatty(fd: Fd): boolean;
  /** `/dev/pts/0`; ENOTTY when it is none. */
  ttyname(fd: Fd): string;
  tcgetattr(fd: Fd): Termios;
  tcsetattr(fd: Fd, termios: Partial<Termios>): void;
  windowSize(fd: Fd): WindowSize;
  setWindowSize(fd: Fd, size: WindowSize): void;
  tcgetpgrp(fd: Fd): number;
  tcsetpgrp(fd: Fd, pgid: number): void;
  /** A new pseudo-terminal: [master, slave]. */
  openpty(size?: WindowSize): [Fd, Fd];

  // Paths
  stat(path: string): Stat;
  lstat(path: string): Stat;
  /** Without `.` and `..`, in the order of creation. */
  readdir(path: string): DirectoryEntry[];
  mkdir(path: string, mode?: number): void;
  rmdir(path: string): void;
  unlink(path: string): void;
  rename(from: string, to: string): void;
  link(existing: string, path: string): void;
  symlink(target: string, path: string): void;
  readlink(path: string): string;
  chmod(path: string, mode: number): void;
  /** -1 leaves an id as it is. `followSymlinks` defaults to true. */
  chown(path: string, uid: number, gid: number, followSymlinks?: boolean): void;
  /** Milliseconds since the epoch. Both `now`: who may write may do it, else only the owner. */
  utimes(path: string, atime: number | 'now', mtime: number | 'now', followSymlinks?: boolean): void;
  truncate(path: string, size: number): void;
  mknod(path: string, mode: number, rdev?: number): void;
  /** Whether the real ids may; a string of `r`, `w`, `x`; the empty one asks for existence. */
  access(path: string, mode: string): boolean;
  /** Absolute path without symbolic links; ENOENT when it does not exist. */
  realpath(path: string): string;
  chdir(path: string): void;
  chroot(path: string): void;
  getxattr(path: string, name: string): Uint8Array | undefined;
  setxattr(path: string, name: string, value: Uint8Array): void;
  listxattr(path: string): string[];
  /** ENODATA when there is none of that name. */
  removexattr(path: string, name: string): void;
  /** The whole of a regular file. Whole-file calls do not block and so refuse pipes and terminals (EINVAL). */
  readFile(path: string): Uint8Array;
  readTextFile(path: string): string;
  /** Like `readFile` without the hole at the end: `size` is the apparent size, what lies beyond `bytes` reads as zeros. */
  readSparse(path: string): { bytes: Uint8Array; size: number };
  /** Creates or replaces (`append`: extends) a regular file. `size` is an apparent size beyond the data, not with `append`: the rest reads as zeros and costs nothing. */
  writeFile(path: string, data: Uint8Array | string, options?: { mode?: number; append?: boolean; size?: number }): void;
  /** Whether the path exists (symbolic links followed). */
  exists(path: string): boolean;
  /** Types: `tmpfs`, `proc`, `sysfs`, `devtmpfs`, `devpts`, `overlay` (options `lowerdir=A:B,upperdir=C,workdir=D`), `bind` (source is a path; option `ro`), `remount`. */
  mount(source: string, target: string, type: string, options?: string): void;
  umount(target: string): void;
  /** pivot_root(2) and the umount of the old root in one: `path` becomes `/` of this mount namespace and of this process, and what is not below it goes away. For a process in a mount namespace of its own. */
  pivotRoot(path: string): void;
  mounts(): MountEntry[];
  statfs(path: string): StatFs;
  /** Calls `listener` (not blocking, coalesced per turn) with paths changed at or under `path`; ends with the process or when the result is called. */
  watch(path: string, listener: (paths: readonly string[]) => void): () => void;

  // Processes
  /** A child that runs `main` in this program: fork(2). Resolves `pid` at once. */
  fork(main: Program, options?: SpawnOptions): number;
  /** A child that runs the file at `path`: fork and execve. Throws ENOENT, EACCES, ENOEXEC … as execve would, before a child exists. `path` is not searched in PATH. */
  spawn(path: string, argv: readonly string[], options?: SpawnOptions): number;
  /** Replaces this program. Throws as execve does; does not return else. */
  exec(path: string, argv: readonly string[], env?: Record<string, string>): Promise<never>;
  /** Ends this process now. Exit handlers of the program do not run. */
  exit(status: number): never;
  /** Waits for a child (`pid`), any child of a group (-pgid), or any (-1). ECHILD when there is none. `nohang`: undefined instead of waiting. `untraced`: stopped and continued children too. */
  wait(pid: number, options?: { nohang?: boolean; untraced?: boolean }): Promise<WaitStatus | undefined>;
  /** pid; -pgid for a group; 0 for the own group; -1 for all that one may. `signal` undefined only asks whether it may. */
  kill(pid: number, signal: Signal | undefined): void;
  /** A descriptor (cloexec) for a file that another process has open: pidfd_getfd(2). Needs CAP_SYS_PTRACE. */
  pidfdGetfd(pid: number, fd: Fd): Fd;
  onSignal(signal: Signal, disposition: SignalDisposition): void;
  signalDisposition(signal: Signal): SignalDisposition;
  sleep(ms: number): Promise<void>;
  /** Lets others run if this process computed for long; call it in loops without other blocking calls. Also a point where a signal ends the process. */
  checkpoint(): Promise<void>;
  /** Says how many bytes the program holds beside its text, for what it reads without end. Where that is too much for the control group or the machine, the kernel kills the largest process there, often this one. ENOMEM beyond RLIMIT_DATA and RLIMIT_AS. */
  brk(bytes: number): void;
  /** The kernel's log, oldest first: syslog(2). EPERM without CAP_SYSLOG. Times are milliseconds since the epoch. */
  syslog(): readonly { time: number; text: string }[];
  /** Niceness of a process (default: this one): getpriority(2). */
  getpriority(pid?: number): number;
  /** Sets niceness, kept within -20 and 19: setpriority(2). EPERM for others' processes and EACCES for a lower niceness, both without CAP_SYS_NICE. */
  setpriority(pid: number, nice: number): void;
  getpgid(pid?: number): number;
  setpgid(pid: number, pgid: number): void;
  getsid(pid?: number): number;
  setsid(): number;
  umask(mask?: number): number;
  getrlimit(resource: Resource): ResourceLimit;
  /** EINVAL when the soft limit is above the hard one, EPERM when an unprivileged process raises the hard one. */
  setrlimit(resource: Resource, limit: ResourceLimit): void;
  /** EPERM unless privileged or one of the own ids. `bounding`: the capabilities that a set-user-ID program can get from here on. `seccomp`: a filter of system calls as containers have it, made for these capabilities: what needs others is refused whatever the process has, to it and its children. */
  setCredentials(credentials: Partial<Credentials> & { bounding?: Credentials['capabilities']; seccomp?: ReadonlySet<string> }): void;
  processes(): ProcessEntry[];
  hostname(): string;
  sethostname(name: string): void;

  // Network
  /**
   * A connected stream socket. ENOENT, EACCES, ECONNREFUSED, ENETUNREACH, EHOSTUNREACH (after 3 seconds of asking on the link), ETIMEDOUT (after 127 seconds, or `timeoutMs`)
   * as connect(2). `from`: what to bind to before; port 0 takes an ephemeral one.
   */
  connect(address: SocketAddress, options?: { from?: SocketAddress | undefined; timeoutMs?: number | undefined }): Promise<Fd>;
  /** A listening stream socket. A unix path gets an inode; port 0 takes an ephemeral one. EADDRINUSE, EACCES (ports below 1024 without privilege). `::` takes IPv4 too, unless `v6Only`. `reuseAddress` (SO_REUSEADDR, default true) ignores connections that ended a moment ago. */
  listen(address: SocketAddress, options?: { backlog?: number; mode?: number; reuseAddress?: boolean; v6Only?: boolean }): Fd;
  accept(fd: Fd): Promise<{ fd: Fd; peer: SocketAddress }>;
  /** shutdown(fd, SHUT_WR) */
  shutdownWrite(fd: Fd): void;
  socketName(fd: Fd): SocketAddress;
  /** What a socket is that someone else made (SO_TYPE and SO_ACCEPTCONN): ENOTSOCK for other files. */
  socketState(fd: Fd): 'listening' | 'connected' | 'datagram';
  peerName(fd: Fd): SocketAddress;
  /** A datagram (UDP) socket bound to an address; port 0 takes an ephemeral one. EADDRINUSE, EACCES, EADDRNOTAVAIL as bind(2). */
  bindDatagram(address: SocketAddress, options?: { v6Only?: boolean }): Fd;
  /** A socket for echoes of ICMP (icmp(7)), bound to an address of the family that is meant (`0.0.0.0`, `::`). What is sent is an echo request, what comes in is its reply. */
  bindEcho(address: SocketAddress): Fd;
  /** connect(2) on a datagram socket: only that peer's datagrams come in, and the next call tells when the peer refused (ECONNREFUSED). `write` sends to it. */
  connectDatagram(fd: Fd, to: SocketAddress): void;
  /** `ttl` of packets (1 to 255); `broadcast` (1): may send to all on a link. Datagram and echo sockets. */
  setSocketOption(fd: Fd, option: 'ttl' | 'broadcast', value: number): void;
  /** Sends one datagram (`sequence`: of an echo); gives the time on the packet. ENETUNREACH, EHOSTUNREACH when no way leads there, EACCES for broadcasts without leave. Nobody there: see connectDatagram, receiveMessage. */
  sendTo(fd: Fd, data: Uint8Array, to: SocketAddress, sequence?: number): number;
  /** The next datagram or error of ICMP, with all that is known of it: recvmsg(2). Undefined after `timeoutMs`. */
  receiveMessage(fd: Fd, timeoutMs?: number): Promise<DatagramMessage | undefined>;
  /** A socket that sees all packets at an interface (default: at all) of this network namespace: packet(7). EPERM without CAP_NET_RAW, ENODEV. */
  openCapture(device?: string): Fd;
  /** The next packet; EAGAIN after `timeoutMs`. */
  receivePacket(fd: Fd, timeoutMs?: number): Promise<PacketEvent>;
  /** Where the process may tell what its TLS does on a connected socket (as uprobes on a TLS library would): `NetworkSystem.onTls` hears it. Works after the socket was closed too. */
  traceTls(fd: Fd): TlsTrace;
  /** The next datagram; EAGAIN after `timeoutMs`, ECONNREFUSED when a connected socket's peer refused. */
  receiveFrom(fd: Fd, timeoutMs?: number): Promise<{ data: Uint8Array; from: SocketAddress }>;
  /** getaddrinfo(3): literal addresses, /etc/hosts, then the name servers of /etc/resolv.conf. Rejects with a LookupError. */
  lookup(name: string): Promise<string[]>;
  readonly network: NetworkControl;
}

/** Why getaddrinfo found nothing: NOTFOUND "Name or service not known", AGAIN "Temporary failure in name resolution". */
export class LookupError extends Error {
  override readonly name = 'LookupError';
  readonly code: 'NOTFOUND' | 'AGAIN';
  readonly host: string;

  constructor(code: 'NOTFOUND' | 'AGAIN', host: string) {
    super(code === 'NOTFOUND' ? 'Name or service not known' : 'Temporary failure in name resolution');
    this.code = code;
    this.host = host;
  }
}
