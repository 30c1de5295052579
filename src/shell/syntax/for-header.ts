/** The three texts of `for ((a; b; c))`. */
export function splitHeader(source: string): string[] {
  const open = source.indexOf('((') + 2;
  const parts = [''];
  let depth = 0;
  for (let index = open; index < source.length; index++) {
    const character = source[index] ?? '';
    if (character === '(') depth++;
    else if (character === ')') {
      if (depth === 0) break;
      depth--;
    } else if (character === ';' && depth === 0) {
      parts.push('');
      continue;
    }
    parts[parts.length - 1] += character;
  }
  return parts;
}
