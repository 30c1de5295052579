const interpret = 255;
const [will, wont, doIt, dont, subnegotiation, endOfSubnegotiation] = [251, 252, 253, 254, 250, 240];

/** Takes telnet's commands (RFC 854) out of what comes in and refuses every option. */
export class TelnetFilter {
  #state: 'text' | 'command' | 'option' | 'sub' | 'sub-command' = 'text';
  #command = 0;

  take(bytes: Uint8Array): { text: Uint8Array; reply: Uint8Array } {
    const text: number[] = [];
    const reply: number[] = [];
    for (const byte of bytes) {
      if (this.#state === 'text') {
        if (byte === interpret) this.#state = 'command';
        else text.push(byte);
      } else if (this.#state === 'command') {
        if (byte === interpret) text.push(byte);
        this.#command = byte;
        this.#state = byte === subnegotiation ? 'sub' : byte >= will && byte <= dont ? 'option' : 'text';
      } else if (this.#state === 'option') {
        if (this.#command === will) reply.push(interpret, dont, byte);
        else if (this.#command === doIt) reply.push(interpret, wont, byte);
        this.#state = 'text';
      } else if (this.#state === 'sub') this.#state = byte === interpret ? 'sub-command' : 'sub';
      else this.#state = byte === endOfSubnegotiation ? 'text' : 'sub';
    }
    return { text: Uint8Array.from(text), reply: Uint8Array.from(reply) };
  }
}

/** The line being typed, edited here as the terminal would; sent whole. */
export class TelnetLine {
  readonly #terminal: boolean;
  #line: number[] = [];

  constructor(terminal: boolean) {
    this.#terminal = terminal;
  }

  /** What a byte of input does: shown, sent, or the escape character. */
  key(byte: number): { echo: string; send: Uint8Array | undefined; escape: boolean } {
    const terminal = this.#terminal;
    if (terminal && byte === 0x1d) return { echo: '^]\n', send: undefined, escape: true };
    if (byte === 10 || byte === 13) {
      const line = Uint8Array.from([...this.#line, 13, 10]);
      this.#line = [];
      return { echo: terminal ? '\n' : '', send: line, escape: false };
    }
    if (terminal && (byte === 0x7f || byte === 8)) {
      const erased = this.#line.pop() !== undefined;
      return { echo: erased ? '\b \b' : '', send: undefined, escape: false };
    }
    this.#line.push(byte === interpret ? interpret : byte);
    return { echo: terminal ? String.fromCharCode(byte) : '', send: undefined, escape: false };
  }
}
