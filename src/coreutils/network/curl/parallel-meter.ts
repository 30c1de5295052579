import { clockText, five, type Meter } from './meter.ts';
import type { GlobalSettings } from './settings.ts';

/** What -Z shows of all transfers together. They run one after the other here, so there is a line at the start and one at the end. */
export class ParallelMeter {
  readonly #global: GlobalSettings;
  readonly #shown: boolean;
  readonly #started: number;
  #transfers = 0;
  readonly #down = { now: 0, total: 0 };
  readonly #up = { now: 0, total: 0 };

  constructor(global: GlobalSettings) {
    this.#global = global;
    this.#shown = global.parallel && !global.silent && !global.noProgress;
    this.#started = global.io.process.clock.now();
  }

  /** Before the first of `transfers`. */
  begin(transfers: number): void {
    this.#transfers = transfers;
    if (!this.#shown) return;
    this.#global.io.error('DL% UL%  Dled  Uled  Xfers  Live Total     Current  Left    Speed\n');
    this.#line(Math.min(transfers, 50), false);
  }

  /** After a transfer. */
  add({ download, upload }: Meter): void {
    for (const [sum, one] of [[this.#down, download], [this.#up, upload]] as const) {
      sum.now += one.now;
      sum.total += one.total ?? 0;
    }
  }

  /** After all. */
  end(): void {
    if (this.#shown) this.#line(0, true);
  }

  #line(live: number, final: boolean): void {
    const spent = this.#global.io.process.clock.now() - this.#started;
    const speed = Math.floor((Math.max(this.#down.now, this.#up.now) * 1000) / Math.max(1, spent));
    const share = ({ now, total }: { now: number; total: number }): string => (final && total > 0 ? String(Math.floor((now * 100) / total)).padStart(3) : '--').padEnd(3);
    const known = final && speed > 0;
    const total = known ? Math.floor(this.#down.total / speed) : 0;
    const left = known ? Math.floor((this.#down.total - this.#down.now) / speed) : 0;
    this.#global.io.error(`\r${share(this.#down)} ${share(this.#up)} ${five(this.#down.now)} ${five(this.#up.now)} ${String(this.#transfers).padStart(5)} ${String(live).padStart(5)}  ${clockText(total)} ${clockText(Math.floor(spent / 1000))} ${clockText(left)} ${five(speed)} ${(final ? '\n' : '').padStart(5)}`);
  }
}
