/** One format string of `hexdump -e`: units of iterations, bytes and a printf format. */
interface Unit {
  count: number;
  size: number;
  format: string;
}

function parseUnits(text: string): Unit[] {
  return [...text.matchAll(/(?:(\d+)?\s*(?:\/\s*(\d+))?\s*)"([^"]*)"/g)].map(([, count, size, format = '']) => {
    const plain = format.replace(/\\([nt\\"])/g, (_, letter: string) => ({ n: '\n', t: '\t' })[letter] ?? letter);
    const fallback = /%[-0# ]*\d*(?:\.\d+)?[cs_]/.test(plain) ? 1 : /%/.test(plain) ? 4 : 0;
    return { count: Number(count ?? 1), size: Number(size ?? fallback), format: plain };
  });
}

function show(format: string, bytes: Uint8Array, address: number): string {
  return format.replace(/%([-0# ]*)(\d*)(?:\.(\d+))?(_a[dox]|_[cpu]|[diouxXcsS%])/g, (_, flags: string, width: string, _precision: string, kind: string) => {
    let value = 0n;
    for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at] ?? 0);
    const [first = 0] = bytes;
    const text = kind.startsWith('_a') ? address.toString({ d: 10, o: 8, x: 16 }[kind.charAt(2)] ?? 16) : kind === '_p' || kind === 'c' || kind === '_c' || kind === '_u' ? (first >= 32 && first < 127 ? String.fromCharCode(first) : kind === '_p' ? '.' : { 0: '\\0', 10: '\\n', 9: '\\t', 13: '\\r' }[first] ?? first.toString(8).padStart(3, '0'))
      : kind === 'd' || kind === 'i' ? BigInt.asIntN(bytes.length * 8, value).toString() : kind === 'u' ? value.toString() : kind === 'o' ? value.toString(8) : kind === 'X' ? value.toString(16).toUpperCase() : kind === 'x' ? value.toString(16) : '%';
    return flags.includes('-') ? text.padEnd(Number(width)) : text.padStart(Number(width), flags.includes('0') ? '0' : ' ');
  });
}

/** What `hexdump -e FORMAT…` prints. */
export function formatDump(formats: readonly string[], data: Uint8Array, start: number): string {
  const all = formats.map(parseUnits);
  const block = Math.max(1, ...all.map((units) => units.reduce((sum, { count, size }) => sum + count * size, 0)));
  let out = '';
  for (let from = 0; from < data.length; from += block) {
    for (const units of all) {
      let at = from;
      for (const { count, size, format } of units) {
        if (size === 0) {
          out += show(format, new Uint8Array(), at + start);
          continue;
        }
        for (let done = 0; done < count; done++, at += size) {
          if (at >= data.length) {
            out += format.replace(/%[-0# ]*(\d*)(?:\.\d+)?(?:_a[dox]|_[cpu]|[diouxXcsS])/g, (_, width: string) => ' '.repeat(Number(width)));
            continue;
          }
          const text = show(format, data.subarray(at, Math.min(at + size, data.length)), at + start);
          // Blanks at the end of the last of several are left out, as hexdump does.
          out += done === count - 1 && count > 1 ? text.replace(/[ \t]+$/, '') : text;
        }
      }
    }
  }
  return out;
}

/** A line of -b, -c, -d, -o or -x after its address. */
export function dumpCells(style: 'b' | 'c' | 'd' | 'o' | 'x', line: Uint8Array): string {
  if (style === 'b' || style === 'c') {
    return Array.from({ length: 16 }, (_, at) => {
      const byte = line[at];
      if (byte === undefined) return '    ';
      if (style === 'b') return ` ${byte.toString(8).padStart(3, '0')}`;
      const named = { 0: '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' }[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'));
      return named.padStart(4);
    }).join('');
  }
  return Array.from({ length: 8 }, (_, pair) => {
    if (pair * 2 >= line.length) return ' '.repeat(8);
    const value = (line[pair * 2] ?? 0) | ((line[pair * 2 + 1] ?? 0) << 8);
    return style === 'd' ? `   ${String(value).padStart(5, '0')}` : style === 'o' ? `  ${value.toString(8).padStart(6, '0')}` : `    ${value.toString(16).padStart(4, '0')}`;
  }).join('');
}
