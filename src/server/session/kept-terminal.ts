import type { TerminalSession } from '../../protocol/index.ts';
import type { LabTerminal } from '../lab-host/index.ts';

/** How much of a terminal's latest output is kept for who joins it, in bytes. */
const kept = 256 * 1024;

type Listener = (data: Uint8Array) => Promise<void> | undefined;

/** Questions to a terminal (its kind, its cursor, its colours, its modes): shown again they would be answered again, into the shell. */
// oxlint-disable-next-line no-control-regex -- they are made of control characters
const questions = /\x1b\[[?>=]?[\d;]*(?:[cn]|\$p)|\x1b\]\d+;\?(?:\x07|\x1b\\)|\x1bP[+$]q[^\x1b]*\x1b\\/g;

function withoutQuestions(output: Uint8Array): Uint8Array {
  const text = Buffer.from(output).toString('latin1');
  return questions.test(text) ? Buffer.from(text.replace(questions, ''), 'latin1') : output;
}

/** A shell that outlives the pages that look at it, one at a time. While nobody looks it goes on, and its latest output is kept. */
export class KeptTerminal {
  readonly #terminal: LabTerminal;
  #output: Uint8Array[] = [];
  #size = 0;
  #joined = false;
  #listener: Listener | undefined;
  /** Lets output go on that waits for a page that is gone. */
  #release: (() => void) | undefined;
  readonly ended: Promise<number>;

  constructor(terminal: LabTerminal) {
    this.#terminal = terminal;
    this.ended = terminal.ended;
    terminal.onData((data) => {
      this.#keep(data);
      const shown = this.#listener?.(data);
      return shown && Promise.race([shown, new Promise<void>((resolve) => (this.#release = resolve))]);
    });
  }

  /** The session as a page has it: first the latest output, then what comes. When the page lets go of it, the shell stays. */
  join(size: { rows: number; columns: number }): TerminalSession {
    let mine: Listener | undefined;
    this.#leave();
    return {
      ended: this.ended,
      terminal: {
        onData: (listener) => {
          mine = listener;
          // After the answer that tells the number of the terminal.
          setImmediate(() => {
            if (mine !== listener) return;
            const before = this.#latest();
            this.#listener = listener;
            if (before.length > 0) void listener(this.#joined ? withoutQuestions(before) : before);
            if (this.#joined) this.#redraw(size);
            this.#joined = true;
          });
        },
        write: (data) => this.#terminal.write(data),
        resize: (to) => this.#terminal.resize(to),
        dispose: () => {
          if (mine !== undefined && this.#listener === mine) this.#leave();
          mine = undefined;
        },
      },
    };
  }

  /** Ends the shell. */
  close(): Promise<void> {
    this.#leave();
    return this.#terminal.close();
  }

  #leave(): void {
    this.#listener = undefined;
    this.#release?.();
  }

  /** What draws the whole screen does so when its size changes; the shell's line stays as it is. */
  #redraw(size: { rows: number; columns: number }): void {
    this.#terminal.resize({ rows: Math.max(1, size.rows - 1), columns: size.columns });
    this.#terminal.resize(size);
  }

  #keep(data: Uint8Array): void {
    this.#output.push(data);
    this.#size += data.length;
    while (this.#size - (this.#output[0]?.length ?? 0) > kept) this.#size -= this.#output.shift()?.length ?? 0;
  }

  /** From the beginning of a line, unless nothing was lost. */
  #latest(): Uint8Array {
    const all = Buffer.concat(this.#output);
    this.#output = [all];
    return all.length < kept ? all : all.subarray(all.indexOf(10) + 1);
  }
}
