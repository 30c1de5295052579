const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/** The words of a line as Redis reads them: double quotes with escapes, single quotes with none but `\'`. Undefined when a quote is left open or a word goes on behind one. */
export function splitLine(line: string): string[] | undefined {
  const words: string[] = [];
  for (let at = 0; ; ) {
    while (/\s/.test(line.charAt(at))) at++;
    if (at >= line.length) return words;
    const quote = /["']/.test(line.charAt(at)) ? line.charAt(at++) : '';
    let word = '';
    for (; ; at++) {
      const sign = line.charAt(at);
      if (at >= line.length) {
        if (quote) return undefined;
        break;
      }
      if (quote === '"' && sign === '\\' && at + 1 < line.length) {
        const hex = /^x([\da-f]{2})/i.exec(line.slice(at + 1, at + 4));
        word += hex ? String.fromCharCode(Number.parseInt(hex[1] ?? '', 16)) : (escapes[line.charAt(at + 1)] ?? line.charAt(at + 1));
        at += hex ? 3 : 1;
      } else if (quote === "'" && sign === '\\' && line.charAt(at + 1) === "'") word += line.charAt(++at);
      else if (quote && sign === quote) {
        if (at + 1 < line.length && !/\s/.test(line.charAt(at + 1))) return undefined;
        at++;
        break;
      } else if (!quote && /\s/.test(sign)) break;
      else word += sign;
    }
    words.push(word);
  }
}
