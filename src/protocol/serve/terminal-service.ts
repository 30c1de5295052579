import type { Disposable } from '../../base/index.ts';
import { ProtocolError } from '../errors.ts';
import type { TerminalSize } from '../messages.ts';
import type { SendEvent } from '../rpc.ts';

/** A login session on a terminal, as its user has it. */
export interface TerminalSession {
  readonly terminal: Disposable & {
    /** Hears output; while the promise that it returns is pending, no more comes. */
    onData(listener: (data: Uint8Array) => Promise<void> | undefined): void;
    write(data: Uint8Array): void;
    resize(size: TerminalSize): void;
  };
  /** Exit status of the shell. */
  readonly ended: Promise<number>;
}

/** Output on its way to the screen that may be unconfirmed before it pauses, in bytes. */
const window = 256 * 1024;

interface OpenTerminal {
  session: TerminalSession;
  unconfirmed: number;
  /** Lets paused output go on. */
  resume: (() => void) | undefined;
}

/** The terminals that a page has open on its hosts, with flow control: a page that is slow to draw slows the program down. */
export class TerminalService implements Disposable {
  readonly #send: SendEvent;
  readonly #open = new Map<number, OpenTerminal>();
  #lastId = 0;

  constructor(send: SendEvent) {
    this.#send = send;
  }

  /** Serves a session; returns its number. */
  open(session: TerminalSession): number {
    const id = ++this.#lastId;
    const open: OpenTerminal = { session, unconfirmed: 0, resume: undefined };
    this.#open.set(id, open);
    session.terminal.onData((data) => {
      const sent = this.#send('terminal.data', { terminal: id, data }) ?? undefined;
      open.unconfirmed += data.length;
      if (open.unconfirmed < window || !this.#open.has(id)) return sent;
      return new Promise<void>((resolve) => (open.resume = resolve)).then(() => sent);
    });
    void session.ended.then((exitCode) => this.#ended(id, exitCode), () => this.#ended(id, 129));
    return id;
  }

  write(id: number, data: Uint8Array): void {
    this.#find(id)?.session.terminal.write(data);
  }

  resize(id: number, size: TerminalSize): void {
    this.#find(id)?.session.terminal.resize(size);
  }

  /** The page has drawn so many bytes more. */
  acknowledge(id: number, bytes: number): void {
    const open = this.#find(id);
    if (!open) return;
    open.unconfirmed -= bytes;
    if (open.unconfirmed >= window) return;
    open.resume?.();
    open.resume = undefined;
  }

  close(id: number): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    open?.resume?.();
    open?.session.terminal.dispose();
  }

  /** Ends all terminals and tells the page of each. */
  closeAll(): void {
    for (const id of [...this.#open.keys()]) this.#ended(id, 129);
  }

  dispose(): void {
    for (const id of [...this.#open.keys()]) this.close(id);
  }

  #ended(id: number, exitCode: number): void {
    if (!this.#open.has(id)) return;
    this.close(id);
    void this.#send('terminal.exit', { terminal: id, exitCode });
  }

  /** A terminal that ended a moment ago may still be typed into; one that never was is an error of the page. */
  #find(id: number): OpenTerminal | undefined {
    if (id < 1 || id > this.#lastId) throw new ProtocolError({ code: 'no-such-terminal', message: `There is no terminal ${id}.` });
    return this.#open.get(id);
  }
}
