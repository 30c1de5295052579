import type { Clock, Disposable } from '../../../base/index.ts';
import { humanSize } from '../../../base/go/index.ts';
import type { EventStatus, ProgressEvent, ProgressWriter } from './event.ts';
import { dryRunPrefix } from './plain-writer.ts';

/** Time between two drawings, in milliseconds. */
const drawEvery = 100;
const spinnerFrames = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const levels = [...'⠀⡀⣀⣄⣤⣦⣶⣷⣿'];
const marks: Readonly<Record<Exclude<EventStatus, 'working'>, string>> = { done: '✔', warning: '!', error: '✘' };
const colors = { blue: '34', yellow: '33', bold: '33;1', green: '32', red: '31;1', cyan: '36' } as const;

export interface TtyOptions {
  /** After `[+]`: `Running`, `Stopping` … */
  title: string;
  size: () => { rows: number; columns: number };
  color: boolean;
  dryRun: boolean;
  clock: Clock;
  /** Aborts when nothing is drawn any more, be it stopped or not. */
  ending?: AbortSignal;
  write: (text: string) => Promise<void>;
}

/** A line of the drawing. */
interface Line extends ProgressEvent {
  start: number;
  end: number | undefined;
}

/** Lines drawn over themselves, one for each id, with marks and running times. */
export class TtyWriter implements ProgressWriter {
  readonly #options: TtyOptions;
  readonly #lines = new Map<string, Line>();
  readonly #tail: string[] = [];
  #timer: Disposable | undefined;
  #written: Promise<void> = Promise.resolve();
  #drawn = 0;
  #repeated = false;
  #hasMore = false;
  #withoutChildren = false;

  constructor(options: TtyOptions) {
    this.#options = options;
    options.ending?.addEventListener('abort', () => this.#timer?.dispose(), { once: true });
    this.#tick();
  }

  event(event: ProgressEvent): void {
    const now = this.#options.clock.now();
    const last = this.#lines.get(event.id);
    if (!last) {
      this.#lines.set(event.id, { ...event, start: now, end: event.status === 'done' || event.status === 'error' ? now : undefined });
      return;
    }
    const status = event.status === 'done' && this.#hasMore ? 'working' : event.status;
    // What has ended does not begin again.
    if (status === 'working' && last.end !== undefined) return;
    this.#lines.set(event.id, {
      ...last, text: event.text ?? '', statusText: event.statusText ?? '', status,
      end: status === 'working' ? undefined : (last.end ?? now),
      total: Math.max(event.total ?? 0, last.total ?? 0), current: Math.max(event.current ?? 0, last.current ?? 0), percent: Math.max(event.percent ?? 0, last.percent ?? 0),
    });
  }

  tail(text: string): void {
    this.#tail.push(this.#options.dryRun ? `${dryRunPrefix}${text}`.trim() : text);
  }

  hasMore(more: boolean): void {
    this.#hasMore = more;
  }

  async stop(): Promise<void> {
    this.#timer?.dispose();
    this.#draw();
    for (const text of this.#tail) this.#print(`${text}\n`);
    await this.#written;
  }

  #tick(): void {
    this.#timer = this.#options.clock.setTimeout(() => {
      if (this.#options.ending?.aborted) return;
      this.#draw();
      this.#tick();
    }, drawEvery);
  }

  #print(text: string): void {
    this.#written = this.#written.then(() => this.#options.write(text));
    // `stop` tells of it.
    this.#written.catch(() => undefined);
  }

  #draw(): void {
    if (this.#lines.size === 0) return;
    const { rows, columns } = this.#options.size();
    const all = [...this.#lines.values()];
    let out = `${'\x1b[1A'.repeat(this.#drawn + 1)}${this.#repeated ? '' : '\x1b[1B'}\x1b[0G\x1b[?25l`;
    this.#repeated = true;
    const finished = all.filter(({ status }) => status !== 'working').length;
    const title = `[+] ${this.#options.title} ${finished}/${this.#drawn}`;
    out += `${this.#drawn !== 0 && finished === this.#drawn ? this.#paint('blue', title) : title}\n`;
    let padding = 0;
    for (const line of all) {
      padding = Math.max(padding, `${line.id} ${line.text ?? ''}`.length);
      if (line.parentId !== undefined) padding -= 2;
    }
    if (all.length > rows - 2) this.#withoutChildren = true;
    const shown: string[] = [];
    for (const line of all.filter(({ parentId }) => parentId === undefined)) {
      shown.push(this.#lineText(line, '', columns, padding));
      if (!this.#withoutChildren) for (const child of all.filter(({ parentId }) => parentId === line.id)) shown.push(this.#lineText(child, '  ', columns, padding));
    }
    let count = shown.length;
    for (let i = count; i < this.#drawn; i++) {
      if (count < rows - 2) {
        shown.push(' '.repeat(columns));
        count++;
      }
    }
    this.#drawn = count;
    this.#print(`${out}${shown.map((line) => `${line}\n`).join('')}\x1b[?25h`);
  }

  #lineText(line: Line, indent: string, columns: number, padding: number): string {
    const end = line.status === 'working' ? this.#options.clock.now() : (line.end ?? line.start);
    const seconds = Math.max(0, end - line.start) / 1000;
    const text = this.#transfer(line);
    const plainLength = [...text.replace(/\x1b\[[\d;]*m/g, '')].length;
    const room = columns - text.length - padding - 15;
    const { statusText = '' } = line;
    const status = room > 0 && statusText.length > room ? `${statusText.slice(0, room)}...` : statusText;
    const left = `${indent} ${this.#mark(line)}${this.#options.dryRun ? this.#paint('cyan', dryRunPrefix) : ''} ${text}${' '.repeat(Math.max(0, padding - plainLength))} ${this.#paintStatus(line.status, status)}`;
    const timer = `${seconds.toFixed(1)}s `;
    return `${left}${' '.repeat(Math.max(0, columns - visibleLength(left) - timer.length))}${this.#paint('blue', timer)}`;
  }

  /** The line's words; with a gauge for each layer while an image is pulled. */
  #transfer(line: Line): string {
    const children = line.status === 'working' ? [...this.#lines.values()].filter(({ parentId }) => parentId === line.id) : [];
    if (children.length === 0) return `${line.id} ${line.text ?? ''}`;
    const total = children.reduce((sum, child) => sum + (child.total ?? 0), 0);
    const current = children.reduce((sum, child) => sum + (child.current ?? 0), 0);
    const known = total > 0 && !children.some((child) => child.status === 'working' && !child.total);
    const gauges = children.map(({ percent = 0 }) => levels[Math.floor(((levels.length - 1) * percent) / 100)] ?? '').join('');
    return `${line.id} [${this.#paint('green', gauges)}]${known ? ` ${humanSize(current).padStart(7)} / ${humanSize(total).padEnd(7)}` : ''} ${line.text ?? ''}`;
  }

  #mark(line: Line): string {
    if (line.status !== 'working') return this.#paintStatus(line.status, marks[line.status]);
    const frame = Math.floor((this.#options.clock.now() - line.start) / drawEvery) % spinnerFrames.length;
    return this.#paint('yellow', spinnerFrames[frame] ?? '');
  }

  #paintStatus(status: EventStatus, text: string): string {
    if (status === 'working') return text;
    return this.#paint(status === 'done' ? 'green' : status === 'warning' ? 'bold' : 'red', text);
  }

  #paint(color: keyof typeof colors, text: string): string {
    if (!this.#options.color) return text;
    return `${colors[color].split(';').map((code) => `\x1b[${code}m`).join('')}${text}\x1b[0m`;
  }
}

function visibleLength(text: string): number {
  return [...text.replace(/\x1b\[[\d;]*m/g, '')].length;
}
