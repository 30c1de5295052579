/** The part of a line before the cursor, taken apart for completion. */
export interface CutLine {
  /** Words of the command up to the cursor, unquoted; the last is the one to complete. */
  words: string[];
  /** The last word, unquoted. */
  current: string;
  /** The last word as typed. */
  raw: string;
  /** Offset of the last word. */
  start: number;
  /** Offset of the command that the word belongs to. */
  commandStart: number;
  /** The quote that is open in the last word, and where it opened. */
  quote: '' | "'" | '"';
  quoteStart: number;
  /** The last word names a command. */
  commandPosition: boolean;
  /** The last word is the target of a redirection. */
  redirect: boolean;
  /** Where the part after the last unquoted `=` or `:` starts, in the line and in `current`. */
  breakStart: number;
  breakCurrent: number;
}

const beforeCommands = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time', 'exec', 'command', 'builtin', 'nohup', 'coproc']);

/** Commands that run a command: what stands after them and their options is completed as a command line of its own. */
const runners = new Set(['sudo', 'env', 'xargs', 'nice', 'setsid', 'stdbuf', 'timeout', 'watch', 'time']);

/** Takes a line (up to the cursor) apart. */
export function cutWord(text: string): CutLine {
  let words: { text: string; start: number }[] = [];
  let word = '';
  let start = 0;
  let commandStart = 0;
  let inWord = false;
  let quote: '' | "'" | '"' = '';
  let quoteStart = 0;
  let redirect = false;
  let breakStart = -1;
  let breakCurrent = 0;
  const end = (): void => {
    if (inWord) {
      if (!redirect) words.push({ text: word, start });
      redirect = false;
    }
    word = '';
    inWord = false;
    breakStart = -1;
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    const begin = (): void => {
      if (!inWord) start = index;
      inWord = true;
    };
    if (quote === "'") {
      if (character === "'") quote = '';
      else word += character;
    } else if (character === '\\' && !(quote === '"' && !/["$`\\\n]/.test(text[index + 1] ?? ''))) {
      begin();
      word += text[++index] ?? '';
    } else if (quote === '"') {
      if (character === '"') quote = '';
      else word += character;
    } else if (character === "'" || character === '"') {
      begin();
      quote = character;
      quoteStart = index;
    } else if (/[^\S\n]/.test(character)) {
      end();
    } else if (/[|&;(`\n]/.test(character)) {
      end();
      words = [];
      redirect = false;
      commandStart = index + 1;
    } else if (character === '<' || character === '>') {
      // A number directly before is the descriptor.
      if (!/^\d+$/.test(word)) end();
      word = '';
      inWord = false;
      redirect = true;
    } else {
      begin();
      word += character;
      if (character === '=' || character === ':') {
        breakStart = index + 1;
        breakCurrent = word.length;
      }
    }
  }
  if (!inWord) start = text.length;
  for (;;) {
    const first = words[0];
    if (!first || !(beforeCommands.has(first.text) || /^\w+\+?=/.test(first.text))) break;
    words = words.slice(1);
    commandStart = words[0]?.start ?? start;
  }
  if (runners.has(words[0]?.text ?? '')) {
    const next = words.findIndex((one, index) => index > 0 && !/^-|^\w+=|^\d+[smhd]?$/.test(one.text));
    const rest = next < 0 ? [] : words.slice(next);
    if (rest.length > 0 || !/^[-\d]|^\w+=/.test(word)) {
      words = rest;
      commandStart = words[0]?.start ?? start;
    }
  }
  return {
    words: [...words.map((one) => one.text), word], current: word, raw: text.slice(start), start, commandStart, quote, quoteStart,
    commandPosition: words.length === 0 && !redirect, redirect, breakStart: breakStart < 0 ? start : breakStart, breakCurrent: breakStart < 0 ? 0 : breakCurrent,
  };
}

/** Words as `COMP_WORDS` holds them: cut at `COMP_WORDBREAKS` too, and where in the line the last begins. */
export function cutAtBreaks(text: string, wordBreaks: string): { words: string[]; start: number } {
  const breaks = wordBreaks.replace(/[\s"']/g, '');
  const words: string[] = [];
  let start = text.length;
  for (let index = 0; index < text.length;) {
    if (/\s/.test(text[index] ?? '')) {
      index++;
      start = text.length;
      continue;
    }
    start = index;
    if (breaks.includes(text[index] ?? '')) {
      while (index < text.length && breaks.includes(text[index] ?? '')) index++;
      words.push(text.slice(start, index));
      start = text.length;
      continue;
    }
    let quote = '';
    for (; index < text.length; index++) {
      const character = text[index] ?? '';
      if (quote !== '') {
        if (character === '\\' && quote === '"') index++;
        else if (character === quote) quote = '';
      } else if (character === '\\') index++;
      else if (character === '"' || character === "'") quote = character;
      else if (/\s/.test(character) || breaks.includes(character)) break;
    }
    words.push(text.slice(start, Math.min(index, text.length)));
  }
  if (start === text.length) words.push('');
  return { words, start };
}
