import { isSystemError } from '../../kernel/uapi/index.ts';
import { openInput, rawProgram, readBlocks, readToEnd, reason, textOf, type Tool } from '../program/index.ts';

export const less = rawProgram('less', page);
export const more = rawProgram('more', page);

async function page(tool: Tool, words: readonly string[]): Promise<number> {
  const { process } = tool;
  const names = words.filter((word) => !/^[-+]./.test(word));
  const flags = words.filter((word) => word.startsWith('-')).join('');
  if (names.length === 0 && process.isatty(0)) {
    await tool.errorText(`Missing filename ("${tool.name} --help" for help)\n`);
    return tool.name === 'more' ? 1 : 0;
  }
  const terminal = process.isatty(1);
  const parts: string[] = [];
  let status = 0;
  for (const name of names.length ? names : ['-']) {
    try {
      if (name !== '-' && (process.stat(name).mode & 0o170000) === 0o040000) {
        await tool.errorText(`${name} is a directory\n`);
        status = 1;
        continue;
      }
      const fd = openInput(process, name);
      if (terminal) parts.push(textOf(await readToEnd(process, fd)));
      else for await (const block of readBlocks(process, fd)) await process.write(1, block);
    } catch (error) {
      await tool.errorText(`${name}: ${reason(error)}\n`);
      status = 1;
    }
  }
  if (!terminal || parts.length === 0) return status;
  await new Pager(tool, parts.join(''), names[0], flags.includes('N')).run(flags.includes('F'));
  return status;
}

/** Shows a text a screen at a time and obeys less's keys. */
class Pager {
  readonly #tool: Tool;
  readonly #lines: string[];
  readonly #name: string | undefined;
  #top = 0;
  #pattern: RegExp | undefined;
  #message: string | undefined;

  constructor(tool: Tool, text: string, name: string | undefined, numbered: boolean) {
    this.#tool = tool;
    this.#name = name;
    const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
    this.#lines = numbered ? lines.map((line, index) => `${String(index + 1).padStart(7)} ${line}`) : lines;
  }

  get #rows(): number {
    return Math.max(1, (this.#tool.process.windowSize(1).rows || 24) - 1);
  }

  async run(quitIfOneScreen: boolean): Promise<void> {
    const { process, out } = this.#tool;
    if (quitIfOneScreen && this.#lines.length <= this.#rows) {
      out.write(`${this.#lines.join('\n')}\n`);
      return;
    }
    const keyboard = process.isatty(0) ? 0 : process.open('/dev/tty', 'r+');
    const saved = process.tcgetattr(keyboard);
    process.tcsetattr(keyboard, { canonical: false, echo: false });
    out.write('\x1b[?1049h');
    try {
      for (;;) {
        await this.#draw();
        const key = textOf(await process.read(keyboard));
        if (key === '' || !(await this.#obey(key, keyboard))) break;
      }
    } catch (error) {
      if (!isSystemError(error, 'EINTR')) throw error;
    } finally {
      process.tcsetattr(keyboard, saved);
      out.write('\x1b[?1049l');
      await out.flush();
    }
  }

  async #draw(): Promise<void> {
    const { out, process } = this.#tool;
    const { columns } = process.windowSize(1);
    const rows = this.#rows;
    this.#top = Math.max(0, Math.min(this.#top, Math.max(0, this.#lines.length - rows)));
    let screen = '\x1b[H';
    for (let row = 0; row < rows; row++) {
      const line = this.#lines[this.#top + row];
      const text = line === undefined ? '~' : line.slice(0, columns || 80);
      screen += `${this.#pattern && line !== undefined ? text.replace(this.#pattern, (match) => (match ? `\x1b[7m${match}\x1b[27m` : '')) : text}\x1b[K\r\n`;
    }
    const end = this.#top + rows >= this.#lines.length;
    screen += `${this.#message ? `\x1b[7m${this.#message}\x1b[27m` : end ? '\x1b[7m(END)\x1b[27m' : this.#top === 0 && this.#name ? `\x1b[7m${this.#name}\x1b[27m` : ':'}\x1b[K`;
    this.#message = undefined;
    out.write(screen);
    await out.flush();
  }

  async #obey(key: string, keyboard: number): Promise<boolean> {
    const rows = this.#rows;
    switch (key) {
      case 'q': case 'Q': case '\x03': return false;
      case ' ': case 'f': case '\x06': case '\x1b[6~': this.#top += rows; break;
      case 'b': case '\x02': case '\x1b[5~': this.#top -= rows; break;
      case 'd': case '\x04': this.#top += Math.ceil(rows / 2); break;
      case 'u': case '\x15': this.#top -= Math.ceil(rows / 2); break;
      case 'j': case '\r': case '\n': case 'e': case '\x1b[B': case '\x1bOB': this.#top++; break;
      case 'k': case 'y': case '\x1b[A': case '\x1bOA': this.#top--; break;
      case 'g': case '<': case '\x1b[H': this.#top = 0; break;
      case 'G': case '>': case '\x1b[F': this.#top = this.#lines.length; break;
      case 'n': this.#search(1); break;
      case 'N': this.#search(-1); break;
      case '/': case '?': {
        const text = await this.#prompt(key, keyboard);
        if (text) {
          try {
            this.#pattern = new RegExp(text, /[A-Z]/.test(text) ? 'g' : 'gi');
          } catch {
            this.#message = 'Invalid pattern  (press RETURN)';
          }
        }
        this.#search(key === '/' ? 1 : -1);
        break;
      }
      default:
    }
    return true;
  }

  #search(step: 1 | -1): void {
    if (!this.#pattern) {
      this.#message = 'No previous regular expression  (press RETURN)';
      return;
    }
    for (let at = this.#top + step; at >= 0 && at < this.#lines.length; at += step) {
      this.#pattern.lastIndex = 0;
      if (!this.#pattern.test(this.#lines[at] ?? '')) continue;
      this.#top = at;
      return;
    }
    this.#message = 'Pattern not found  (press RETURN)';
  }

  async #prompt(mark: string, keyboard: number): Promise<string> {
    const { process, out } = this.#tool;
    let text = '';
    for (;;) {
      out.write(`\r${mark}${text}\x1b[K`);
      await out.flush();
      for (const char of textOf(await process.read(keyboard))) {
        if (char === '\r' || char === '\n') return text;
        if (char === '\x7f' || char === '\b') text = text.slice(0, -1);
        else if (char === '\x1b' || char === '\x03') return '';
        else text += char;
      }
    }
  }
}
