const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})/;

/** What PCRE2 finds wrong with a pattern, in its words; undefined when it compiles. */
export function perlFault(pattern: string): string | undefined {
  let at = 0;
  let depth = 0;
  let groups = 0;
  let highest = 0;
  /** Whether something stands before that can be repeated. */
  let atom = false;
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const char = pattern.charAt(at);
    const repeat = quantifier.exec(rest);
    if (repeat) {
      if (!atom) return 'quantifier does not follow a repeatable item';
      const [, low, high] = /^\{(\d+),(\d+)\}/.exec(rest) ?? [];
      if (low !== undefined && Number(high) < Number(low)) return 'numbers out of order in {} quantifier';
      if (/\d{6}/.test(repeat[0])) return 'number too big in {} quantifier';
      at += repeat[0].length;
      if (/^[+?]/.test(pattern.slice(at))) at++;
      atom = false;
      // A quantifier may not be repeated.
      if (quantifier.test(pattern.slice(at))) return 'quantifier does not follow a repeatable item';
      atom = true;
      continue;
    }
    at++;
    if (char === '\\') {
      if (at >= pattern.length) return '\\ at end of pattern';
      const number = /^[1-9]/.exec(pattern.slice(at));
      if (number) highest = Math.max(highest, Number(number[0]));
      at++;
      atom = true;
    } else if (char === '[') {
      const end = endOfClass(pattern, at);
      if (typeof end === 'string') return end;
      at = end;
      atom = true;
    } else if (char === '(') {
      depth++;
      atom = false;
      if (pattern.charAt(at) !== '?') {
        groups++;
        continue;
      }
      if (/^\?P?<[A-Za-z_]/.test(pattern.slice(at))) {
        groups++;
        const name = /^\?P?<\w+>/.exec(pattern.slice(at));
        if (!name) return 'syntax error in subpattern name (missing terminator?)';
        at += name[0].length;
      } else if (/^\?<[=!]/.test(pattern.slice(at))) {
        const inside = pattern.slice(at + 3);
        const close = inside.indexOf(')');
        if (close >= 0 && /(?<!\\)[*+]|\{\d+,\}/.test(inside.slice(0, close))) return 'length of lookbehind assertion is not limited';
        at += 3;
      } else {
        const known = /^\?(?:[:=!>|]|[imsxnJU-]*[:)]|#[^)]*)/.exec(pattern.slice(at));
        if (!known) return 'unrecognized character after (? or (?-';
        if (known[0].endsWith(')')) depth--;
        at += known[0].length;
      }
    } else if (char === ')') {
      if (depth === 0) return 'unmatched closing parenthesis';
      depth--;
      atom = true;
    } else atom = char !== '|' && char !== '^';
  }
  if (depth > 0) return 'missing closing parenthesis';
  return highest > groups ? 'reference to non-existent subpattern' : undefined;
}

/** Where a character class ends, or what is wrong with it. */
function endOfClass(pattern: string, from: number): number | string {
  let at = pattern.charAt(from) === '^' ? from + 1 : from;
  const begin = at;
  let before: string | undefined;
  for (; at < pattern.length; at++) {
    const rest = pattern.slice(at);
    if (rest.startsWith(']') && at > begin) return at + 1;
    const named = /^\[:(\^?\w*):\]/.exec(rest);
    if (named) {
      if (!/^\^?(alpha|lower|upper|alnum|ascii|blank|cntrl|digit|graph|print|punct|space|word|xdigit)$/.test(named[1] ?? '')) return 'unknown POSIX class name';
      at += named[0].length - 1;
      before = undefined;
      continue;
    }
    const char = rest.startsWith('\\') ? rest.slice(0, 2) : rest.charAt(0);
    at += char.length - 1;
    if (char === '-' && before !== undefined && at + 1 < pattern.length && pattern.charAt(at + 1) !== ']' && pattern.charAt(at + 1) !== '\\' && pattern.charAt(at + 1) !== '[') {
      if (pattern.charAt(at + 1) < before) return 'range out of order in character class';
      at++;
      before = undefined;
      continue;
    }
    before = char.length === 1 ? char : undefined;
  }
  return 'missing terminating ] for character class';
}
