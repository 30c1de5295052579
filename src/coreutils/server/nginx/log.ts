import { isSystemError, type Fd, type Process } from '../../../kernel/uapi/index.ts';
import { failure } from './configuration.ts';
import { Emergency } from './emergency.ts';

const levels = ['debug', 'info', 'notice', 'warn', 'error', 'crit', 'alert', 'emerg'] as const;
export type Level = (typeof levels)[number];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** The time as access logs have it; containers keep UTC. */
export function dateInLog(now: number): string {
  const date = new Date(now);
  return `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

/** The log files of one nginx, open in the master and inherited by its workers. */
export class Log {
  readonly #process: Process;
  readonly #files: Map<string, Fd>;
  #errors: { path: string; level: Level } = { path: 'stderr', level: 'error' };
  /** Whether messages go to standard error too, as they do until nginx runs. */
  starting = true;

  constructor(process: Process, files = new Map<string, Fd>()) {
    this.#process = process;
    this.#files = files;
  }

  /** The same files for another process. */
  for(process: Process): Log {
    const log = new Log(process, this.#files);
    log.#errors = this.#errors;
    log.starting = false;
    return log;
  }

  /** Sends messages to a file from here on. */
  errorsTo(path: string, level: string): void {
    this.#errors = { path, level: levels.find((each) => each === level) ?? 'error' };
    this.open(path);
  }

  open(path: string): void {
    if (path === 'stderr' || this.#files.has(path)) return;
    try {
      this.#files.set(path, this.#process.open(path, 'a', 0o644));
    } catch (error) {
      throw new Emergency(`open() "${path}" failed (${failure(error)})`);
    }
  }

  /** Opens all files anew: `nginx -s reopen`. */
  reopen(): void {
    for (const [path, fd] of [...this.#files]) {
      const again = this.#process.open(path, 'a', 0o644);
      this.#process.dup2(again, fd);
      this.#process.close(again);
    }
  }

  async line(path: string, text: string): Promise<void> {
    try {
      await this.#process.write(path === 'stderr' ? 2 : this.#files.get(path) ?? 2, `${text}\n`);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  async error(level: Level, message: string, connection?: number): Promise<void> {
    const { pid, clock } = this.#process;
    const own = levels.indexOf(level);
    const stamp = new Date(clock.now()).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
    if (own >= levels.indexOf(this.#errors.level)) await this.line(this.#errors.path, `${stamp} [${level}] ${pid}#${pid}: ${connection === undefined ? '' : `*${connection} `}${message}`);
    if (this.starting && own >= levels.indexOf('warn') && this.#errors.path !== 'stderr') await this.#process.write(2, `nginx: [${level}] ${message}\n`);
  }
}
