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
  /** The quote that is open in the last word. */
  quote: '' | "'" | '"';
  /** The last word names a command. */
  commandPosition: boolean;
  /** The last word is the target of a redirection. */
  redirect: boolean;
}

const beforeCommands = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time', 'sudo', 'exec', 'command', 'builtin', 'env', 'nohup', 'xargs']);

/** Takes a line (up to the cursor) apart. */
export function cutWord(text: string): CutLine {
  let words: string[] = [];
  let word = '';
  let start = 0;
  let inWord = false;
  let quote: '' | "'" | '"' = '';
  let redirect = false;
  const end = (): void => {
    if (inWord) {
      if (!redirect) words.push(word);
      redirect = false;
    }
    word = '';
    inWord = false;
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
    } else if (character === '\\') {
      begin();
      word += text[++index] ?? '';
    } else if (quote === '"') {
      if (character === '"') quote = '';
      else word += character;
    } else if (character === "'" || character === '"') {
      begin();
      quote = character;
    } else if (/\s/.test(character)) {
      end();
    } else if (/[|&;(`\n]/.test(character)) {
      end();
      words = [];
      redirect = false;
    } else if (character === '<' || character === '>') {
      // A number directly before is the descriptor.
      if (!/^\d+$/.test(word)) end();
      word = '';
      inWord = false;
      redirect = true;
    } else {
      begin();
      word += character;
    }
  }
  if (!inWord) start = text.length;
  while (words.length > 0 && (beforeCommands.has(words[0] ?? '') || /^\w+=/.test(words[0] ?? ''))) words = words.slice(1);
  return { words: [...words, word], current: word, raw: text.slice(start), start, quote, commandPosition: words.length === 0 && !redirect, redirect };
}
