import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { reason, type Tool } from '../program/index.ts';
import { Database, makeFolders } from './database.ts';
import { compareVersions } from './version.ts';

/** An error that ends apt with status 100. `code` lines come first to last. */
export class AptError extends Error {
  override readonly name = 'AptError';
  readonly lines: readonly string[];

  constructor(...lines: string[]) {
    super(lines[0]);
    this.lines = lines;
  }
}

/** How an apt program talks: which program it is, how quiet, on a terminal or not. */
export class FrontEnd {
  readonly tool: Tool;
  readonly process: Process;
  readonly quiet: number;
  /** `apt` words things anew since 2.9: `Error:`, `Installing:`. */
  readonly modern: boolean;
  readonly terminal: boolean;
  readonly database: Database;
  /** What the plan under way brings in by itself, and what was asked for. */
  pendingAutomatic: string[] = [];
  pendingManual: string[] = [];
  commandWords: readonly string[] = [];
  /** The line that tells how much was fetched; printed after debconf had its turn. */
  fetched: string | undefined;

  constructor(tool: Tool, quiet: number, program: 'apt' | 'apt-get' | 'apt-cache') {
    this.tool = tool;
    this.process = tool.process;
    this.quiet = quiet;
    this.database = new Database(tool.process);
    this.modern = program === 'apt' && compareVersions(this.database.version('apt') ?? '3.0', '2.9') >= 0;
    this.terminal = tool.process.isatty(1);
  }

  /** A line that -qq leaves out. */
  say(line: string): void {
    if (this.quiet < 2) this.tool.out.write(`${line}\n`);
  }

  /** `Reading package lists...`, with what follows on a terminal. */
  async progress(text: string): Promise<void> {
    if (this.quiet >= 2) return;
    this.tool.out.write(`${text}...${this.terminal && this.quiet === 0 ? ' Done' : ''}\n`);
    await this.tool.out.flush();
  }

  async warn(message: string): Promise<void> {
    await this.tool.errorText(`${this.modern ? 'Warning' : 'W'}: ${message}\n`);
  }

  async fail(error: AptError): Promise<number> {
    await this.tool.out.flush();
    for (const line of error.lines) await this.tool.errorText(`${this.modern ? 'Error' : 'E'}: ${line}\n`);
    return 100;
  }

  /** Takes a lock file, as fcntl(2) does. */
  lock(path: string, consequence: string): void {
    try {
      makeFolders(this.process, path.slice(0, path.lastIndexOf('/')));
      this.process.close(this.process.open(path, { write: true, create: true }, 0o640));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const number = { EACCES: 13, EPERM: 1, EROFS: 30, ENOENT: 2 }[error.code as 'EACCES'] ?? 5;
      throw new AptError(`Could not open lock file ${path} - open (${number}: ${reason(error)})`, consequence);
    }
  }
}

/** A size as apt shows it: `1108 B`, `59.4 kB`, `9679 kB`, `16.9 MB`. */
export function aptSize(bytes: number): string {
  let size = bytes;
  for (const unit of [' B', ' kB', ' MB', ' GB', ' TB']) {
    if (size < 100 && unit !== ' B') return `${(Math.round(size * 10) / 10).toFixed(1)}${unit}`;
    if (size < 10000) return `${Math.round(size)}${unit}`;
    size /= 1000;
  }
  return `${Math.round(size)} PB`;
}

/** A time span as apt shows it. */
export function aptTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)}h ${Math.floor((seconds % 3600) / 60)}min ${seconds % 60}s`;
  return seconds >= 60 ? `${Math.floor(seconds / 60)}min ${seconds % 60}s` : `${seconds}s`;
}

/** A list under a heading, wrapped as apt wraps it. */
export function wrapNames(heading: string, names: readonly string[]): string {
  let text = heading;
  let used = 0;
  for (const name of names) {
    if (used === 0 || used + name.length >= 77) {
      text += '\n  ';
      used = 0;
    } else {
      text += ' ';
      used++;
    }
    text += name;
    used += name.length;
  }
  return `${text}\n`;
}

