import type { FileStatus } from '../protocol.ts';
import { CallError } from '../../../base/wasm/index.ts';
import { after, type Pending } from './pending.ts';
import type { Transport } from './transport.ts';

/** What glibc's stdio reads and writes at a time (st_blksize of pipes and files). */
const block = 4096;
/** After the first block of a stream more is fetched at a time. */
const readAhead = 65536;

interface Descriptor {
  /** The host's number. */
  readonly fd: number;
  /** What was read and not taken yet. */
  rest: Uint8Array;
  /** Nothing comes after `rest`. */
  ended: boolean;
  readonly status: FileStatus | undefined;
  max: number;
}

const nothing = new Uint8Array();

/** The descriptors of one run. Standard output is kept in blocks as glibc keeps it, not on a terminal, nor when jq is told not to. */
export class Descriptors {
  readonly #transport: Transport;
  readonly #open: (Descriptor | undefined)[];
  readonly #buffered: boolean;
  /** What standard output keeps: the first `#kept` bytes. */
  readonly #buffer = new Uint8Array(block);
  #kept = 0;
  /** jq knows that it cannot write. */
  #refused = false;

  constructor(transport: Transport, buffered: boolean) {
    this.#transport = transport;
    this.#buffered = buffered;
    this.#open = [0, 1, 2].map((fd) => ({ fd, rest: nothing, ended: false, status: undefined, max: block }));
  }

  open(path: Uint8Array): Pending<number> {
    return after(this.#transport.call('open', path), ({ fd, content, ...status }) => {
      const free = this.#open.findIndex((each) => each === undefined);
      const number = free < 0 ? this.#open.length : free;
      this.#open[number] = { fd, rest: content ?? nothing, ended: content !== undefined, status, max: block };
      return number;
    });
  }

  close(number: number): Pending<void> {
    const { fd } = this.#of(number);
    return after(number === 1 ? this.flush() : undefined, () => {
      this.#open[number] = undefined;
      return number > 2 ? this.#transport.call('close', fd) : undefined;
    });
  }

  status(number: number): Pending<FileStatus> {
    const { fd, status } = this.#of(number);
    return status ?? this.#transport.call('fstat', fd);
  }

  /** What a descriptor has next, at most `room` bytes. */
  read(number: number, room: number): Pending<Uint8Array> {
    const descriptor = this.#of(number);
    const take = (): Uint8Array => {
      const taken = descriptor.rest.subarray(0, room);
      descriptor.rest = descriptor.rest.subarray(room);
      return taken;
    };
    if (descriptor.rest.length > 0 || descriptor.ended || room === 0) return take();
    const { wholeInput } = this.#transport;
    return after(wholeInput ? this.#transport.call('read', descriptor.fd) : this.#transport.call('read', descriptor.fd, descriptor.max), (bytes) => {
      descriptor.rest = bytes;
      descriptor.ended = wholeInput;
      descriptor.max = readAhead;
      return take();
    });
  }

  write(number: number, data: Uint8Array): Pending<void> {
    const { fd } = this.#of(number);
    if (number !== 1 || !this.#buffered) return this.#transport.call('write', fd, data);
    const length = this.#kept + data.length;
    if (length < block) {
      this.#buffer.set(data, this.#kept);
      this.#kept = length;
      return undefined;
    }
    const all = new Uint8Array(length);
    all.set(this.#buffer.subarray(0, this.#kept));
    all.set(data, this.#kept);
    const full = length - (length % block);
    this.#buffer.set(all.subarray(full));
    this.#kept = length - full;
    const written = this.#transport.call('write', fd, all.slice(0, full));
    return written instanceof Promise ? written.catch((error: unknown) => {
      this.#refused = true;
      throw error;
    }) : written;
  }

  /** Writes what standard output keeps. */
  flush(): Pending<void> {
    const kept = this.#buffer.slice(0, this.#kept);
    this.#kept = 0;
    return kept.length > 0 && !this.#refused ? this.#transport.call('write', this.#of(1).fd, kept) : undefined;
  }

  #of(number: number): Descriptor {
    const descriptor = this.#open[number];
    if (!descriptor) throw new CallError('EBADF');
    return descriptor;
  }
}
