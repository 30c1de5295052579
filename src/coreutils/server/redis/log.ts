import type { Process } from '../../../kernel/uapi/index.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Redis's log: a line with process, role, time and level, on standard output or in a file. */
export class Log {
  readonly #process: Process;
  readonly #path: string;
  /** `C` while it reads its configuration, `M` as a master. */
  role: 'C' | 'M' = 'C';

  constructor(process: Process, path: string) {
    this.#process = process;
    this.#path = path;
  }

  /** Levels are `.`, `-`, `*` and `#`, from talk to warning. */
  async write(level: '.' | '-' | '*' | '#', ...messages: readonly string[]): Promise<void> {
    const at = this.#process.clock.now();
    const date = new Date(at);
    const two = (number: number): string => String(number).padStart(2, '0');
    const time = `${two(date.getUTCDate())} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}.${String(date.getUTCMilliseconds()).padStart(3, '0')}`;
    const text = messages.map((message) => `${this.#process.pid}:${this.role} ${time} ${level} ${message}\n`).join('');
    if (this.#path === '') return this.#process.write(1, text);
    const fd = this.#process.open(this.#path, { write: true, create: true, append: true });
    await this.#process.write(fd, text);
    this.#process.close(fd);
  }
}
