import type { Fd, Process, SocketAddress } from '../../kernel/uapi/index.ts';

/** What the C library's calls need to know of a socket besides the kernel's file. */
export interface SocketState {
  family: 'inet' | 'inet6' | 'unix';
  type: 'stream' | 'datagram';
  state: 'new' | 'listening' | 'connecting' | 'connected' | 'datagram';
  /** Where bind(2) wants it. */
  bound?: SocketAddress;
  reuseAddress: boolean;
  v6Only: boolean;
  /** errno of a connection that failed while nobody waited: SO_ERROR. */
  error?: string;
  /** Settles when a connection that is being made is made or has failed. */
  connecting?: Promise<void>;
  /** Bytes that were looked at (MSG_PEEK) and not taken. */
  peeked?: Uint8Array;
}

/** What is known of a descriptor of the interpreter. */
export interface DescriptorState {
  /** Absolute path at the time of opening: for what is below a directory. */
  path?: string;
  nonblock?: boolean;
  cloexec?: boolean;
  append?: boolean;
  socket?: SocketState;
}

/** The descriptors of one interpreter's process. */
export class OpenState {
  readonly process: Process;
  readonly #states = new Map<Fd, DescriptorState>();

  constructor(process: Process) {
    this.process = process;
  }

  of(fd: Fd): DescriptorState {
    let state = this.#states.get(fd);
    if (!state) this.#states.set(fd, (state = {}));
    return state;
  }

  forget(fd: Fd): void {
    this.#states.delete(fd);
  }

  /** A duplicate shares what is known of the open file, not whether it survives exec. */
  copy(from: Fd, to: Fd): void {
    const state = this.of(from);
    this.#states.set(to, { ...state, cloexec: false });
  }

  /** The path that a call of the `…at` family means: AT_FDCWD is -100. */
  path(dirfd: number, path: string): string {
    if (dirfd === -100 || path.startsWith('/')) return path;
    const base = this.of(dirfd).path ?? this.process.cwd;
    return path === '' ? base : `${base === '/' ? '' : base}/${path}`;
  }
}
