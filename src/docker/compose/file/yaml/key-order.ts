import { compareStrings } from '../../../../base/go/index.ts';

const isDigit = (char: string): boolean => /^\p{Nd}$/u.test(char);
const isLetter = (char: string): boolean => /^\p{L}$/u.test(char);

/** The order in which go-yaml writes a map's keys: numbers in them by their value, letters behind signs. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return less([...a], [...b]) ? -1 : 1;
}

function less(a: readonly string[], b: readonly string[]): boolean {
  let digits = false;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a[i] ?? '';
    const y = b[i] ?? '';
    if (x === y) {
      digits = isDigit(x);
      continue;
    }
    if (isLetter(x) && isLetter(y)) return compareStrings(x, y) < 0;
    if (isLetter(x) || isLetter(y)) return digits ? isLetter(x) : isLetter(y);
    const first = numberAt(a, i);
    const second = numberAt(b, i);
    // Zeros behind other digits count as digits.
    const lead = (x === '0' || y === '0') && /[1-9]\d*$/.test(a.slice(0, i).join('')) ? '1' : '';
    const one = Number(lead + first);
    const two = Number(lead + second);
    if (one !== two) return one < two;
    if (first.length !== second.length) return first.length < second.length;
    return compareStrings(x, y) < 0;
  }
  return a.length < b.length;
}

function numberAt(text: readonly string[], from: number): string {
  let digits = '';
  for (let i = from; i < text.length && isDigit(text[i] ?? ''); i++) digits += text[i];
  return digits;
}
