/** Escapes `text` so that it matches itself in a regular expression, with the flags `u` and `v` too, and inside a class. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('-', '\\x2d');
}
