import { isSystemError, type Fd } from '../../../kernel/uapi/index.ts';
import { binaryOf, bytesOf } from '../../program/index.ts';
import type { GlobalSettings } from './settings.ts';

type Kind = 'text' | 'header-in' | 'header-out' | 'data-in' | 'data-out' | 'tls-in' | 'tls-out';

const marks: Readonly<Record<Kind, string>> = { 'text': '* ', 'header-in': '< ', 'header-out': '> ', 'data-in': '{ ', 'data-out': '} ', 'tls-in': '{ ', 'tls-out': '} ' };
const titles: Readonly<Record<Kind, string>> = { 'text': '== Info: ', 'header-in': '<= Recv header', 'header-out': '=> Send header', 'data-in': '<= Recv data', 'data-out': '=> Send data', 'tls-in': '<= Recv SSL data', 'tls-out': '=> Send SSL data' };

/** What -v, --trace and --trace-ascii show. Goes out with the next flush of the command's output. */
export class Trace {
  readonly #global: GlobalSettings;
  #fd: Fd | undefined;
  /** Bytes were mentioned, and nothing else since. */
  #dataShown = false;
  /** The body goes to a terminal, where bytes need no mention. */
  bodyOnTerminal = false;
  transfer = 0;
  connection: number | undefined;

  constructor(global: GlobalSettings) {
    this.#global = global;
  }

  get on(): boolean {
    return this.#global.traceKind !== 'none';
  }

  /** Something worth telling. */
  info(text: string): void {
    if (this.on) this.#show('text', bytesOf(`${text}\n`));
  }

  /** Bytes of a header, or of a whole head that goes out. */
  header(sent: boolean, bytes: Uint8Array): void {
    if (this.on) this.#show(sent ? 'header-out' : 'header-in', bytes);
  }

  /** Bytes of a body as they are on the wire. */
  data(sent: boolean, bytes: Uint8Array): void {
    if (this.on) this.#show(sent ? 'data-out' : 'data-in', bytes);
  }

  /** Bytes below HTTP, of which the length is known. */
  tls(sent: boolean, length: number): void {
    if (this.on) this.#show(sent ? 'tls-out' : 'tls-in', new Uint8Array(length));
  }

  #show(kind: Kind, bytes: Uint8Array): void {
    const { io, traceKind, traceIds, traceTime } = this.#global;
    const start = `${traceTime ? `${timeText(io.process.clock.now())} ` : ''}${traceIds ? `[${this.transfer}-${this.connection ?? 'x'}] ` : ''}`;
    let text: string;
    if (traceKind !== 'plain') text = kind === 'text' ? `${start}${titles.text}${binaryOf(bytes)}` : this.#dump(`${start}${titles[kind]}`, bytes);
    else if (kind.startsWith('data') || kind.startsWith('tls')) {
      if (this.#dataShown || (this.bodyOnTerminal && this.#fdOf() <= 2)) return;
      text = `${start}${marks[kind]}[${bytes.length} bytes data]\n`;
    } else if (kind === 'text') text = `${start}${marks.text}${binaryOf(bytes)}`;
    else text = binaryOf(bytes).replaceAll(/[^\n]*\n|[^\n]+$/g, (line) => `${start}${marks[kind]}${line}`);
    this.#dataShown = traceKind === 'plain' && (kind.startsWith('data') || kind.startsWith('tls'));
    const fd = this.#fdOf();
    const out = Uint8Array.from(text, (char) => char.charCodeAt(0));
    if (fd === 1) io.out(out);
    else io.write(fd, out);
  }

  #fdOf(): Fd {
    const { io, traceFile } = this.#global;
    if (traceFile === '%') return io.errorFd;
    if (traceFile === '-') return 1;
    if (this.#fd !== undefined) return this.#fd;
    try {
      this.#fd = io.process.open(traceFile, 'w', 0o666);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#global.warn('Failed to create/open output');
      this.#fd = io.errorFd;
    }
    return this.#fd;
  }

  /** Bytes by address, in hexadecimal too with --trace; with --trace-ascii a line ends where the text's does. */
  #dump(title: string, bytes: Uint8Array): string {
    const ascii = this.#global.traceKind === 'ascii';
    let text = `${title}, ${bytes.length} bytes (0x${bytes.length.toString(16)})\n`;
    for (let at = 0; at < bytes.length;) {
      let end = Math.min(at + (ascii ? 64 : 16), bytes.length);
      let next = end;
      if (ascii) {
        const line = bytes.indexOf(13, at);
        if (line >= 0 && line <= end && bytes[line + 1] === 10) [end, next] = [line, line + 2];
      }
      const row = bytes.subarray(at, end);
      text += `${at.toString(16).padStart(4, '0')}: ${ascii ? '' : Array.from(row, (byte) => `${byte.toString(16).padStart(2, '0')} `).join('').padEnd(48)}${Array.from(row, (byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')}\n`;
      at = next;
    }
    return text;
  }
}

function timeText(now: number): string {
  const date = new Date(now);
  return `${date.toISOString().slice(11, 23)}${String(Math.floor((now * 1000) % 1000)).padStart(3, '0')}`;
}
