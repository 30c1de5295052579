import type { Disposable } from '../../../base/index.ts';
import type { GlobalSettings } from './settings.ts';

interface Direction {
  now: number;
  total: number | undefined;
}

/** The progress meter on standard error: the table, or the bar of -#. */
export class Meter {
  readonly #global: GlobalSettings;
  readonly shown: boolean;
  readonly download: Direction = { now: 0, total: undefined };
  readonly upload: Direction = { now: 0, total: undefined };
  #resumed = 0;
  #started: number;
  #headed = false;
  #shownSecond = -1;
  #samples: { time: number; bytes: number }[] = [];
  #current = 0;
  #timer: Disposable | undefined;
  #running = false;
  #bar = { calls: 0, previous: 0, tick: 150, at: 0, move: 1, time: 0 };

  constructor(global: GlobalSettings, shown: boolean) {
    this.#global = global;
    this.shown = shown;
    this.#started = global.io.process.clock.now();
  }

  /** Begins, be it again, without showing anything yet; `resumed`: the byte that the download goes on from. */
  start(resumed: number): void {
    this.#resumed = resumed;
    this.reset();
    this.#started = this.#now();
    this.#shownSecond = -1;
    this.#samples = [];
  }

  #now(): number {
    return this.#global.io.process.clock.now();
  }

  #tick(): void {
    this.#timer = this.#global.io.process.clock.setTimeout(() => {
      this.update();
      void this.#global.io.flush();
      this.#tick();
      // A little late: what ends on the second ends first.
    }, 1005 - ((this.#now() - this.#started) % 1000));
  }

  /** Shows the state, at most once a second. */
  update(): void {
    if (!this.shown || !this.#running) return;
    if (!this.#timer) this.#tick();
    if (this.#global.progressBar) return this.#drawBar();
    const second = Math.floor((this.#now() - this.#started) / 1000);
    if (second === this.#shownSecond) return;
    this.#shownSecond = second;
    this.#sample();
    this.#draw();
  }

  /** Begins anew, for the next request of a redirect. */
  reset(): void {
    this.#running = true;
    Object.assign(this.download, { now: 0, total: undefined });
    Object.assign(this.upload, { now: 0, total: undefined });
  }

  /** Stops; `finished`: a last line is shown and ended. */
  stop(finished: boolean): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    const running = this.#running;
    this.#running = false;
    if (!this.shown || !finished || !running) return;
    if (this.#global.progressBar) return this.#drawBar();
    this.#sample();
    this.#draw();
    this.#global.io.error('\n');
    this.#shownSecond = Math.floor((this.#now() - this.#started) / 1000);
  }

  /** Ends the bar's line. */
  endBar(): void {
    if (this.shown && this.#global.progressBar && this.#bar.calls > 0) this.#global.io.error('\n');
  }

  #sample(): void {
    const time = this.#now();
    const bytes = this.download.now + this.upload.now;
    this.#samples.push({ time, bytes });
    if (this.#samples.length > 6) this.#samples.shift();
    const [oldest] = this.#samples;
    const spent = Math.max(1, time - this.#started);
    this.#current = this.#samples.length > 1 && oldest ? Math.floor(((bytes - oldest.bytes) * 1000) / Math.max(1, time - oldest.time)) : Math.floor((bytes * 1000) / spent);
  }

  #draw(): void {
    const spent = Math.max(0, this.#now() - this.#started);
    const { download, upload } = this;
    const speed = (bytes: number): number => (spent < 1 ? bytes * 1000 : Math.floor((bytes * 1000) / spent));
    const estimate = ({ now, total }: Direction): { seconds: number; percent: number } => {
      const rate = speed(now);
      return total === undefined || rate === 0 ? { seconds: 0, percent: 0 } : { seconds: Math.floor(total / rate), percent: percent(total, now) };
    };
    const [down, up] = [estimate(download), estimate(upload)];
    const seconds = Math.max(down.seconds, up.seconds);
    const spentSeconds = Math.floor(spent / 1000);
    const size = (upload.total ?? upload.now) + (download.total ?? download.now);
    if (!this.#headed) {
      this.#headed = true;
      if (this.#resumed > 0) this.#global.io.error(`** Resuming transfer from byte position ${this.#resumed}\n`);
      this.#global.io.error('  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n');
    }
    const p3 = (value: number): string => String(value).padStart(3);
    this.#global.io.error(`\r${p3(percent(size, download.now + upload.now))} ${five(size)}  ${p3(down.percent)} ${five(download.now)}  ${p3(up.percent)} ${five(upload.now)}  ${five(speed(download.now))}  ${five(speed(upload.now))} ${clockText(seconds)} ${clockText(spentSeconds)} ${clockText(seconds > 0 ? seconds - spentSeconds : 0)} ${five(this.#current)}`);
  }

  #drawBar(): void {
    const bar = this.#bar;
    const total = (this.download.total ?? 0) + (this.upload.total ?? 0) + this.#resumed;
    const point = this.download.now + this.upload.now + this.#resumed;
    const width = Math.min(Math.max(this.#global.columns, 20), 400);
    if (bar.calls > 0) {
      if (total > 0 && (bar.previous === point || (this.#now() - bar.time < 100 && point < total))) return;
      if (total === 0) {
        if (this.#now() - bar.time < 100) return;
        this.#fly(width, point !== bar.previous);
      }
    }
    bar.calls++;
    if (total > 0 && point !== bar.previous) {
      const share = point / Math.max(total, point);
      const room = width - 7;
      this.#global.io.error(`\r${'#'.repeat(Math.floor(room * share)).padEnd(room)} ${(share * 100).toFixed(1).padStart(5)}%`);
    }
    bar.previous = point;
    bar.time = this.#now();
  }

  /** Something that moves, where the size is not known. */
  #fly(width: number, moved: boolean): void {
    const bar = this.#bar;
    const line = Array.from<string>({ length: width }).fill(' ');
    '-=O=-'.split('').forEach((char, index) => (line[bar.at + index] = char));
    for (const ahead of [0, 5, 10, 15]) line[Math.floor((Math.sin((((bar.tick + ahead) % 200) / 200) * 2 * Math.PI) / 2 + 0.5) * (width - 2))] = '#';
    this.#global.io.error(`\r${line.join('')}`);
    bar.tick = (bar.tick + 2) % 200;
    bar.at += moved ? bar.move : 0;
    if (bar.at >= width - 6) [bar.move, bar.at] = [-1, width - 6];
    else if (bar.at < 0) [bar.move, bar.at] = [1, 0];
  }
}

function percent(total: number, now: number): number {
  return total > 10_000 ? Math.floor(now / Math.floor(total / 100)) : total > 0 ? Math.floor((now * 100) / total) : 0;
}

/** HH:MM:SS, or days. */
export function clockText(seconds: number): string {
  if (seconds <= 0) return '--:--:--';
  const hours = Math.floor(seconds / 3600);
  if (hours > 99) {
    const days = Math.floor(seconds / 86400);
    return days <= 999 ? `${String(days).padStart(3)}d ${String(Math.floor((seconds % 86400) / 3600)).padStart(2, '0')}h` : `${String(days).padStart(7)}d`;
  }
  return `${String(hours).padStart(2)}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A number of bytes in five columns. */
export function five(bytes: number): string {
  const [kilo, mega, giga] = [1024, 1024 ** 2, 1024 ** 3];
  if (bytes < 100_000) return String(bytes).padStart(5);
  if (bytes < 10_000 * kilo) return `${String(Math.floor(bytes / kilo)).padStart(4)}k`;
  if (bytes < 100 * mega) return `${String(Math.floor(bytes / mega)).padStart(2)}.${Math.floor((bytes % mega) / Math.floor(mega / 10))}M`;
  if (bytes < 10_000 * mega) return `${String(Math.floor(bytes / mega)).padStart(4)}M`;
  return `${String(Math.floor(bytes / giga)).padStart(2)}.${Math.floor((bytes % giga) / Math.floor(giga / 10))}G`;
}
