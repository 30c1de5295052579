const encoder = new TextEncoder();

/** Characters of the line discipline, at the settings every Linux terminal starts with: termios(3). */
export const control = { interrupt: 3, endOfFile: 4, reprint: 18, start: 17, stop: 19, kill: 21, literalNext: 22, wordErase: 23, suspend: 26, quit: 28, erase: 127 } as const;

/** How a character is echoed: control characters as `^X` (ECHOCTL). */
export function echoOf(byte: number): Uint8Array {
  if (byte === 9 || byte === 10 || (byte >= 32 && byte !== 127)) return Uint8Array.of(byte);
  return Uint8Array.of(0x5e, byte ^ 0x40);
}

/** The line that is being typed in canonical mode. Each call returns what to echo. */
export class InputLine {
  #bytes: number[] = [];

  get empty(): boolean {
    return this.#bytes.length === 0;
  }

  add(byte: number): Uint8Array {
    this.#bytes.push(byte);
    return echoOf(byte);
  }

  /** The line so far, which is then empty. */
  take(): Uint8Array {
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    return bytes;
  }

  /** Rubs the last character out. */
  erase(): Uint8Array {
    let width = 0;
    for (let byte = this.#bytes.pop(); byte !== undefined; byte = this.#bytes.pop()) {
      // The continuation bytes of UTF-8 go with their first byte (IUTF8).
      if ((byte & 0xc0) === 0x80) continue;
      // A tab leaves nothing to blank.
      if (byte === 9) return encoder.encode('\b'.repeat(this.#tabWidth()));
      width = echoOf(byte).length;
      break;
    }
    return encoder.encode('\b \b'.repeat(width));
  }

  #tabWidth(): number {
    let column = 0;
    for (const byte of this.#bytes) {
      if ((byte & 0xc0) === 0x80) continue;
      column += byte === 9 ? 8 - (column % 8) : echoOf(byte).length;
    }
    return 8 - (column % 8);
  }

  /** Rubs the last word out. */
  eraseWord(): Uint8Array {
    const parts: number[] = [];
    const isWord = (byte: number | undefined): boolean => byte !== undefined && (byte >= 128 || /\w/.test(String.fromCharCode(byte)));
    let inWord = false;
    while (this.#bytes.length > 0) {
      const last = this.#bytes.at(-1);
      if (inWord && !isWord(last)) break;
      inWord ||= isWord(last);
      parts.push(...this.erase());
    }
    return Uint8Array.from(parts);
  }

  /** Rubs the whole line out (ECHOKE). */
  kill(): Uint8Array {
    const parts: number[] = [];
    while (this.#bytes.length > 0) parts.push(...this.erase());
    return Uint8Array.from(parts);
  }

  /** The line as a reprint shows it. */
  show(): Uint8Array {
    return Uint8Array.from(this.#bytes.flatMap((byte) => [...echoOf(byte)]));
  }

  clear(): void {
    this.#bytes = [];
  }
}
