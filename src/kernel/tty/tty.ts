import { ByteQueue } from '../../base/index.ts';
import type { Signal, Termios, WindowSize } from '../uapi/index.ts';
import { WaitQueue } from '../vfs/index.ts';
import type { ControllingTerminal, ProcessGroup, Session, Task } from '../task/index.ts';
import { control, echoOf, InputLine } from './input-line.ts';

/** What a new terminal is set to. */
export const defaultTermios: Termios = {
  canonical: true, echo: true, signals: true, crToNl: true, nlToCrNl: true, flowControl: true, stopBackgroundOutput: false,
};

/** Bytes of output that may wait for the master's reader before writers block. */
const outputCapacity = 16384;

/** A terminal: the line discipline between a pseudo-terminal's master (the screen and keyboard) and its slave (the programs). */
export class Tty implements ControllingTerminal<Task> {
  readonly index: number;
  /** Bytes for the screen. */
  readonly output = new ByteQueue();
  readonly outputReady = new WaitQueue();
  readonly outputRoom = new WaitQueue();
  readonly inputReady = new WaitQueue();
  session: Session<Task> | undefined;
  foreground: ProcessGroup<Task> | undefined;
  termios: Termios = { ...defaultTermios };
  size: WindowSize;
  uid = 0;
  gid = 5;
  mode = 0o620;
  slaves = 0;
  everOpened = false;
  /** The master is gone. */
  hungUp = false;
  readonly created: number;
  /** What can be read; in canonical mode a part is a line, and an empty part the end of the file. */
  #ready: Uint8Array[] = [];
  readonly #line = new InputLine();
  #literal = false;
  #stopped = false;

  constructor(index: number, size: WindowSize, created: number) {
    this.index = index;
    this.size = { ...size };
    this.created = created;
  }

  get name(): string {
    return `pts/${this.index}`;
  }

  /** Typed bytes come in. */
  input(bytes: Uint8Array): void {
    if (this.hungUp) return;
    const { canonical, signals, flowControl } = this.termios;
    if (!canonical && !signals && !flowControl && !this.termios.echo && !this.termios.crToNl) {
      if (bytes.length > 0) this.#deliver(bytes.slice());
      return;
    }
    let raw: number[] = [];
    const flush = (): void => {
      if (raw.length > 0) this.#deliver(Uint8Array.from(raw));
      raw = [];
    };
    for (const typed of bytes) {
      const byte = typed === 13 && this.termios.crToNl && !this.#literal ? 10 : typed;
      if (!this.#literal && this.#special(byte, flush)) continue;
      if (this.termios.canonical) this.#edit(byte);
      else {
        raw.push(byte);
        if (this.termios.echo) this.#echo(echoOf(byte));
      }
    }
    flush();
  }

  /** Characters that make signals or stop the output; true when the character was one. */
  #special(byte: number, flush: () => void): boolean {
    if (this.termios.flowControl && (byte === control.stop || byte === control.start)) {
      this.#stopped = byte === control.stop;
      if (!this.#stopped) this.outputReady.wake();
      return true;
    }
    if (!this.termios.signals) return false;
    const signal: Signal | undefined = byte === control.interrupt ? 'SIGINT' : byte === control.quit ? 'SIGQUIT' : byte === control.suspend ? 'SIGTSTP' : undefined;
    if (!signal) return false;
    flush();
    this.#ready = [];
    this.#line.clear();
    this.#stopped = false;
    this.outputReady.wake();
    if (this.termios.echo) this.#echo(echoOf(byte));
    this.foreground?.signal(signal);
    return true;
  }

  #edit(byte: number): void {
    const line = this.#line;
    const show = (bytes: Uint8Array): void => {
      if (this.termios.echo) this.#echo(bytes);
    };
    if (this.#literal) {
      this.#literal = false;
      show(line.add(byte));
      return;
    }
    switch (byte) {
      case control.erase: return show(line.erase());
      case control.kill: return show(line.kill());
      case control.wordErase: return show(line.eraseWord());
      case control.reprint: return show(Uint8Array.of(0x5e, 0x52, 10, ...line.show()));
      case control.literalNext:
        this.#literal = true;
        return show(Uint8Array.of(0x5e, 8));
      case control.endOfFile: return this.#deliver(line.take());
      default:
        show(line.add(byte));
        if (byte === 10) this.#deliver(line.take());
    }
  }

  #deliver(bytes: Uint8Array): void {
    this.#ready.push(bytes);
    this.inputReady.wake();
  }

  #echo(bytes: Uint8Array): void {
    this.output.push(this.#cooked(bytes));
    this.outputReady.wake();
  }

  get readable(): boolean {
    return this.#ready.length > 0 || this.hungUp;
  }

  /** What a read gives: a line (or its first `max` bytes) in canonical mode, else what there is. Undefined when there is nothing. */
  take(max: number): Uint8Array | undefined {
    const first = this.#ready.shift();
    if (!first) return undefined;
    if (first.length > max) {
      this.#ready.unshift(first.subarray(max));
      return first.subarray(0, max);
    }
    if (this.termios.canonical) return first;
    const parts = [...first];
    while (this.#ready[0] && parts.length + this.#ready[0].length <= max) parts.push(...(this.#ready.shift() ?? []));
    return parts.length > 0 || this.#ready.length === 0 ? Uint8Array.from(parts) : this.take(max);
  }

  /** Whether a program's write must wait for the screen. */
  get full(): boolean {
    return this.output.length >= outputCapacity;
  }

  /** A program's bytes go to the screen. */
  show(bytes: Uint8Array): void {
    this.output.push(this.#cooked(bytes));
    this.outputReady.wake();
  }

  #cooked(bytes: Uint8Array): Uint8Array {
    if (!this.termios.nlToCrNl) return bytes.slice();
    let lines = 0;
    for (const byte of bytes) if (byte === 10) lines++;
    if (lines === 0) return bytes.slice();
    const out = new Uint8Array(bytes.length + lines);
    let at = 0;
    for (const byte of bytes) {
      if (byte === 10) out[at++] = 13;
      out[at++] = byte;
    }
    return out;
  }

  /** Takes bytes for the screen; none while the output is stopped (Ctrl-S). */
  takeOutput(max: number): Uint8Array | undefined {
    if (this.#stopped || this.output.length === 0) return undefined;
    const bytes = this.output.take(max);
    this.outputRoom.wake();
    return bytes;
  }

  setTermios(change: Partial<Termios>): void {
    const before = this.termios;
    this.termios = { ...before, ...change };
    if (before.canonical && !this.termios.canonical && !this.#line.empty) this.#deliver(this.#line.take());
    if (!this.termios.flowControl && this.#stopped) {
      this.#stopped = false;
      this.outputReady.wake();
    }
  }

  resize(size: WindowSize): void {
    if (size.rows === this.size.rows && size.columns === this.size.columns) return;
    this.size = { rows: size.rows, columns: size.columns };
    this.foreground?.signal('SIGWINCH');
  }

  /** The session leader ended, or gave the terminal up. */
  disassociate(): void {
    const { session, foreground } = this;
    if (session) session.terminal = undefined;
    this.session = undefined;
    this.foreground = undefined;
    foreground?.signal('SIGHUP');
    foreground?.signal('SIGCONT');
  }

  /** The master was closed: the line is cut. */
  hangUp(): void {
    if (this.hungUp) return;
    this.hungUp = true;
    const leader = this.session?.leader;
    this.inputReady.wake();
    this.outputRoom.wake();
    this.outputReady.wake();
    leader?.signal('SIGHUP');
    leader?.signal('SIGCONT');
  }

  /** A slave was opened or closed. */
  countSlave(by: 1 | -1): void {
    this.slaves += by;
    this.everOpened = true;
    this.outputReady.wake();
  }
}
