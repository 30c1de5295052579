import { DecodeProblem } from './kind.ts';

/** Splits a command line as go-shellwords does: quotes and backslashes; ends at `;`, `&`, `|`, `<`, `>`. Throws DecodeProblem. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let open = false;
  let escaped = false;
  /** `'`, `"`, a back quote, or `(` after a dollar. */
  let quotes: string[] = [];
  const inside = (quote: string): boolean => quotes.includes(quote);
  const toggle = (quote: string): void => {
    quotes = inside(quote) ? quotes.filter((other) => other !== quote) : [...quotes, quote];
  };
  const invalid = (): DecodeProblem => new DecodeProblem('invalid command line string');
  for (const char of line) {
    if (escaped) {
      word += char;
      escaped = false;
      open = true;
      continue;
    }
    if (char === '\\') {
      if (inside("'")) word += char;
      else escaped = true;
      continue;
    }
    if (/^[ \t\r\n]$/.test(char)) {
      if (quotes.length > 0) word += char;
      else if (open) {
        words.push(word);
        word = '';
        open = false;
      }
      continue;
    }
    if (char === '`' && !inside("'") && !inside('"') && !inside('(')) toggle('`');
    else if (char === ')' && !inside("'") && !inside('"') && !inside('`')) toggle('(');
    else if (char === '(' && !inside("'") && !inside('"') && !inside('`')) {
      if (inside('(') || !word.endsWith('$')) throw invalid();
      toggle('(');
      word += char;
      continue;
    } else if (char === '"' && !inside("'") && !inside('(')) {
      open ||= inside('"');
      toggle('"');
      continue;
    } else if (char === "'" && !inside('"') && !inside('(')) {
      open ||= inside("'");
      toggle("'");
      continue;
    } else if (';&|<>'.includes(char) && quotes.length === 0) {
      if (char === '>' && /^\d/.test(word)) open = false;
      break;
    }
    open = true;
    word += char;
  }
  if (open) words.push(word);
  if (escaped || quotes.length > 0) throw invalid();
  return words;
}
