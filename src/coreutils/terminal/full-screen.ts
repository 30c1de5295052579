import { isSystemError, type Process, type Termios } from '../../kernel/uapi/index.ts';
import { textOf } from '../program/index.ts';

const finals: Record<string, string> = { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end', Z: 'shift-tab', P: 'F1', Q: 'F2', R: 'F3', S: 'F4' };
const tildes: Record<string, string> = { 1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end', 11: 'F1', 12: 'F2', 13: 'F3', 14: 'F4', 15: 'F5', 17: 'F6', 18: 'F7', 19: 'F8', 20: 'F9', 21: 'F10', 23: 'F11', 24: 'F12' };

/** Where the cursor is shown: row and column from 0. */
export interface ScreenCursor {
  row: number;
  column: number;
}

/** How a program wants its terminal. */
export interface ScreenOptions {
  /** Ctrl-C and Ctrl-Z make signals (which become keys here); else they are keys themselves. */
  signals: boolean;
  /** Uses the other screen, so that the first one comes back at the end. */
  alternate: boolean;
  /** Where keys come from; the terminal itself when standard input is none. */
  keyboard?: number;
}

/**
 * The terminal of a full-screen program: keys by name, rows that are written only where they changed, stop and continue. Keys: `a`, `^A`, `M-a`, `up`,
 * `pagedown`, `enter`, `tab`, `backspace`, `escape`, `F1`, `C-left`; and `resize` when the terminal's size changed.
 */
export class FullScreen {
  readonly #process: Process;
  readonly #options: ScreenOptions;
  readonly #keyboard: number;
  readonly #saved: Termios;
  #rows: string[] = [];
  #pending = '';
  #events: string[] = [];

  constructor(process: Process, options: ScreenOptions) {
    this.#process = process;
    this.#options = options;
    this.#keyboard = options.keyboard ?? (process.isatty(0) ? 0 : process.open('/dev/tty', 'r+'));
    this.#saved = process.tcgetattr(this.#keyboard);
    process.onSignal('SIGWINCH', { restart: false, handle: () => this.#events.push('resize') });
    if (options.signals) {
      process.onSignal('SIGINT', { restart: false, handle: () => this.#events.push('^C') });
      process.onSignal('SIGTSTP', { restart: false, handle: () => this.#events.push('^Z') });
    }
  }

  get size(): { rows: number; columns: number } {
    const { rows, columns } = this.#process.windowSize(this.#keyboard);
    return { rows: rows || 24, columns: columns || 80 };
  }

  async start(): Promise<void> {
    this.#raw();
    this.#rows = [];
    if (this.#options.alternate) await this.write('\x1b[?1049h\x1b[H\x1b[2J');
  }

  #raw(): void {
    this.#process.tcsetattr(this.#keyboard, { canonical: false, echo: false, signals: this.#options.signals, crToNl: false, flowControl: this.#options.signals });
  }

  /** Gives the terminal back as it was; `last` is written below what stays. */
  async end(last = ''): Promise<void> {
    this.#process.tcsetattr(this.#keyboard, this.#saved);
    await this.write(`\x1b[?25h${this.#options.alternate ? '\x1b[?1049l' : ''}${last}`);
  }

  /** Ctrl-Z: gives the terminal back, stops, and takes it again when continued. */
  async suspend(): Promise<void> {
    await this.end(this.#options.alternate ? '' : `\x1b[${this.size.rows};1H\r\n`);
    this.#process.onSignal('SIGTSTP', 'default');
    this.#process.kill(0, 'SIGTSTP');
    await this.#process.checkpoint();
    if (this.#options.signals) this.#process.onSignal('SIGTSTP', { restart: false, handle: () => this.#events.push('^Z') });
    await this.start();
  }

  async write(text: string): Promise<void> {
    await this.#process.write(1, text);
  }

  /** The next key; undefined after `timeoutMs`, `end` of the keyboard is `eof`. */
  async key(timeoutMs?: number): Promise<string | undefined> {
    for (;;) {
      const event = this.#events.shift();
      if (event !== undefined) {
        if (event === 'resize') this.#rows = [];
        return event;
      }
      if (this.#pending !== '') return this.#takeKey();
      try {
        if (timeoutMs !== undefined && (await this.#process.poll([this.#keyboard], timeoutMs)).length === 0) return this.#events.length > 0 ? this.key(0) : undefined;
        const bytes = await this.#process.read(this.#keyboard);
        if (bytes.length === 0) return 'eof';
        this.#pending += textOf(bytes);
        if (this.#pending === '\x1b' && (await this.#process.poll([this.#keyboard], 50)).length > 0) this.#pending += textOf(await this.#process.read(this.#keyboard));
      } catch (error) {
        if (isSystemError(error, 'EIO')) return 'eof';
        if (!isSystemError(error, 'EINTR')) throw error;
      }
    }
  }

  /** Whether keys wait: then drawing may wait too. */
  get typedAhead(): boolean {
    return this.#pending !== '';
  }

  #takeKey(): string {
    const text = this.#pending;
    const sequence = /^\x1b(?:\[([0-9;]*)([A-Za-z~])|O([A-Za-z]))/.exec(text);
    if (sequence) {
      this.#pending = text.slice(sequence[0].length);
      const [, parameters = '', final = '', application] = sequence;
      const [number = '', modifier = ''] = parameters.split(';');
      if (final === '~' && number === '200') return this.#takePaste();
      const bits = Number(modifier || '1') - 1;
      const name = application !== undefined ? finals[application] : final === '~' ? tildes[number] : finals[final];
      return name === undefined ? 'unknown' : `${bits & 2 ? 'M-' : ''}${bits & 4 ? 'C-' : ''}${bits & 1 ? 'S-' : ''}${name}`;
    }
    const meta = text.length > 1 && text.startsWith('\x1b');
    const character = String.fromCodePoint(text.codePointAt(meta ? 1 : 0) ?? 0);
    this.#pending = text.slice((meta ? 1 : 0) + character.length);
    return `${meta ? 'M-' : ''}${plainName(character)}`;
  }

  /** A bracketed paste is one key: `paste:` and the text. */
  #takePaste(): string {
    const end = this.#pending.indexOf('\x1b[201~');
    const text = end < 0 ? this.#pending : this.#pending.slice(0, end);
    this.#pending = end < 0 ? '' : this.#pending.slice(end + 6);
    return `paste:${text.replace(/\r\n?/g, '\n')}`;
  }

  /** Shows rows (with their colours); what is as it was is not written again. */
  async draw(rows: readonly string[], cursor: ScreenCursor | undefined): Promise<void> {
    let out = '\x1b[?25l';
    for (const [index, row] of rows.entries()) {
      if (this.#rows[index] === row) continue;
      out += `\x1b[${index + 1};1H${row}\x1b[0m\x1b[K`;
    }
    this.#rows = [...rows];
    if (cursor) out += `\x1b[${cursor.row + 1};${cursor.column + 1}H\x1b[?25h`;
    await this.write(out);
  }

  /** Forgets what is on the screen: the next `draw` writes all. */
  forget(): void {
    this.#rows = [];
  }
}

function plainName(character: string): string {
  switch (character) {
    case '\r': return 'enter';
    case '\n': return '^J';
    case '\t': return 'tab';
    case '\x7f': case '\b': return 'backspace';
    case '\x1b': return 'escape';
    default: {
      const code = character.codePointAt(0) ?? 0;
      return code < 0x20 ? `^${String.fromCharCode(code + 0x40)}` : character;
    }
  }
}
