import type { Command, Piece } from './script.ts';

/** The text of a replacement for one match. */
function build(pieces: readonly Piece[], match: RegExpExecArray): string {
  const [only] = pieces;
  if (pieces.length === 0) return '';
  if (pieces.length === 1 && typeof only === 'string') return only;
  let text = '';
  let mode: 'L' | 'U' | 'E' = 'E';
  let once: 'l' | 'u' | undefined;
  for (const piece of pieces) {
    if (typeof piece === 'object') {
      if (piece.letterCase === 'l' || piece.letterCase === 'u') once = piece.letterCase;
      else mode = piece.letterCase;
      continue;
    }
    let part = typeof piece === 'string' ? piece : match[piece] ?? '';
    if (part === '') continue;
    if (mode === 'U') part = part.toUpperCase();
    else if (mode === 'L') part = part.toLowerCase();
    if (once) part = (once === 'u' ? part.charAt(0).toUpperCase() : part.charAt(0).toLowerCase()) + part.slice(1);
    once = undefined;
    text += part;
  }
  return text;
}

/** `s`: the text after substitution, or undefined when nothing matched. */
export function substitute(command: Command, regex: RegExp, text: string): string | undefined {
  const first = command.number ?? 1;
  let result = '';
  let from = 0;
  let count = 0;
  let changed = false;
  regex.lastIndex = 0;
  let lastEnd = -1;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    const end = match.index + match[0].length;
    // An empty match right behind the last match does not count.
    if (match[0] === '' && match.index === lastEnd) {
      regex.lastIndex++;
      if (regex.lastIndex > text.length) break;
      continue;
    }
    count++;
    lastEnd = end;
    if (count >= first) {
      result += text.slice(from, match.index) + build(command.replacement, match);
      from = end;
      changed = true;
      if (!command.global) break;
    }
    if (match[0] === '') {
      regex.lastIndex++;
      if (regex.lastIndex > text.length) break;
    }
  }
  return changed ? result + text.slice(from) : undefined;
}
