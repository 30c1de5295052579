/** Follows what is typed at a prompt, to know whether something stands on the line. */
export class LineTracker {
  #typed = false;

  /** True when the line may hold something that Run must clear first. */
  get dirty(): boolean {
    return this.#typed;
  }

  /** Input as the terminal sends it. */
  input(data: string): void {
    // What comes after the last Enter, Ctrl-C, Ctrl-D or Ctrl-U is on the line now.
    const rest = /[\r\n\x03\x04\x15]/.test(data) ? data.slice(Math.max(...['\r', '\n', '\x03', '\x04', '\x15'].map((key) => data.lastIndexOf(key))) + 1) : undefined;
    if (rest !== undefined) this.#typed = rest.length > 0;
    else if (data.length > 0) this.#typed = true;
  }
}

/** How a block is given to the terminal: what is sent, in order, and how long one waits between two parts. */
export interface TypingPlan {
  parts: readonly string[];
  pauseMs: number;
}

const wholeMs = 140;
const frameMs = 16;

/**
 * A single line is seen being typed, in at most 150 ms. Several lines are pasted as one when the shell knows bracketed paste,
 * so that they run one after another; else typed line by line.
 */
export function planTyping(text: string, options: { bracketedPaste: boolean; clearLine: boolean; still: boolean }): TypingPlan {
  const code = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const clear = options.clearLine ? ['\x05\x15'] : [];
  if (code.includes('\n')) {
    const keys = code.replaceAll('\n', '\r');
    const body = options.bracketedPaste ? `\x1b[200~${keys}\x1b[201~` : keys;
    return { parts: [...clear, body, '\r'], pauseMs: 0 };
  }
  const characters = [...code];
  const size = options.still ? Math.max(1, characters.length) : Math.max(1, Math.ceil(characters.length / (wholeMs / frameMs)));
  const parts: string[] = [];
  for (let at = 0; at < characters.length; at += size) parts.push(characters.slice(at, at + size).join(''));
  return { parts: [...clear, ...parts, '\r'], pauseMs: options.still ? 0 : frameMs };
}
