/** Takes a prefix (`#`) or suffix (`%`) that a shell pattern matches off, or replaces what matches (`/`). `doubled`: the longest, or all. */
export function editedByPattern(value: string, pattern: string, modifier: '#' | '%' | '/', doubled: boolean, replacement: string): string {
  if (modifier === '/') return value.replace(new RegExp(shellPattern(pattern), doubled ? 'gs' : 's'), () => replacement);
  const whole = new RegExp(`^${shellPattern(pattern)}$`, 's');
  const lengths = Array.from({ length: value.length + 1 }, (_, length) => length);
  for (const length of doubled ? lengths.reverse() : lengths) {
    const part = modifier === '#' ? value.slice(0, length) : value.slice(value.length - length);
    if (whole.test(part)) return modifier === '#' ? value.slice(length) : value.slice(0, value.length - length);
  }
  return value;
}

/** `*` and `?` of a shell as a regular expression; `\` escapes. */
function shellPattern(pattern: string): string {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '*') source += '.*';
    else if (char === '?') source += '.';
    else source += (char === '\\' && at + 1 < pattern.length ? (pattern[++at] ?? '') : char).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }
  return source;
}
