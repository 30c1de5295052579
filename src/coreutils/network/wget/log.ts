import { isSystemError } from '../../../kernel/uapi/index.ts';
import { localTime, reason, strftime, timeZoneOf, type Tool } from '../../program/index.ts';

/** How much is said: all, with -nv only what counts, with -q nothing. */
export type Loudness = 'verbose' | 'terse' | 'quiet';

/** What wget says, on standard error or in the file of -o. */
export class Log {
  readonly loudness: Loudness;
  /** Whether it goes to a terminal. */
  readonly terminal: boolean;
  readonly #tool: Tool;
  readonly #file: string | undefined;
  readonly #utf8: boolean;

  constructor(tool: Tool, loudness: Loudness, file: string | undefined) {
    const { env } = tool.process;
    this.loudness = loudness;
    this.#tool = tool;
    this.#file = file;
    this.#utf8 = /UTF-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '');
    this.terminal = file === undefined && tool.process.isatty(2);
  }

  /** A name in quotation marks of the locale. */
  quote(name: string): string {
    return this.#utf8 ? `‘${name}’` : `'${name}'`;
  }

  /** The time, as the log has it. */
  now(): string {
    const { process } = this.#tool;
    return strftime('%Y-%m-%d %H:%M:%S', localTime(process.clock.now(), timeZoneOf(process)));
  }

  /** Details of the work. */
  async verbose(text: string): Promise<void> {
    if (this.loudness === 'verbose') await this.always(text);
  }

  /** What even -nv wants to know. */
  async notable(text: string): Promise<void> {
    if (this.loudness !== 'quiet') await this.always(text);
  }

  async always(text: string): Promise<void> {
    if (this.#file === undefined) await this.#tool.errorText(text);
    else this.#tool.process.writeFile(this.#file, text, { append: true });
  }

  /** Starts the file of -o anew, or goes on with that of -a. Returns what is wrong with it. */
  open(append: boolean): string | undefined {
    if (this.#file === undefined) return undefined;
    try {
      this.#tool.process.writeFile(this.#file, '', { append });
      return undefined;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return `${this.#file}: ${reason(error)}`;
    }
  }
}
