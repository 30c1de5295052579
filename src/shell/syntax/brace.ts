/** What brace expansion sees: an unquoted character, or something quoted or expanded later that it leaves alone. */
export type Atom<T> = string | { item: T };

/** So many words may come of one. */
const maxWords = 2_000_000;

/** There is no memory for so many words. */
export class TooManyWords {
  readonly count: number;

  constructor(count: number) {
    this.count = count;
  }
}

/** All words that the braces in `atoms` make, in order. Throws TooManyWords. */
export function expandBraces<T>(atoms: readonly Atom<T>[]): Atom<T>[][] {
  for (let open = 0; open < atoms.length; open++) {
    if (atoms[open] !== '{') continue;
    const group = readGroup(atoms, open);
    if (!group) continue;
    const before = atoms.slice(0, open);
    const tails = expandBraces(atoms.slice(group.end + 1));
    if (group.choices.length * tails.length > maxWords) throw new TooManyWords(group.choices.length * tails.length);
    const words: Atom<T>[][] = [];
    for (const choice of group.choices) for (const tail of tails) words.push([...before, ...choice, ...tail]);
    return words;
  }
  return [[...atoms]];
}

function readGroup<T>(atoms: readonly Atom<T>[], open: number): { choices: Atom<T>[][]; end: number } | undefined {
  let depth = 0;
  const commas: number[] = [];
  for (let index = open; index < atoms.length; index++) {
    const atom = atoms[index];
    if (atom === '{') depth++;
    else if (atom === ',' && depth === 1) commas.push(index);
    else if (atom === '}' && --depth === 0) {
      if (commas.length > 0) {
        const bounds = [open, ...commas, index];
        const choices = bounds.slice(0, -1).flatMap((start, at) => expandBraces(atoms.slice(start + 1, bounds[at + 1])));
        return { choices, end: index };
      }
      const range = expandRange(atoms.slice(open + 1, index));
      if (range) return { choices: range, end: index };
      // `{a}` is no group, but one inside it may be: `{a,{b}` … the caller goes on after this brace.
      return undefined;
    }
  }
  return undefined;
}

/** `1..10`, `a..e..2`, `01..10`. */
function expandRange<T>(atoms: readonly Atom<T>[]): Atom<T>[][] | undefined {
  if (!atoms.every((atom) => typeof atom === 'string')) return undefined;
  const match = /^(-?\d+|[A-Za-z])\.\.(-?\d+|[A-Za-z])(?:\.\.(-?\d+))?$/.exec(atoms.join(''));
  const [, first = '', last = '', stepText] = match ?? [];
  if (!match) return undefined;
  const numeric = /\d/.test(first);
  if (numeric !== /\d/.test(last)) return undefined;
  const from = numeric ? Number(first) : first.charCodeAt(0);
  const to = numeric ? Number(last) : last.charCodeAt(0);
  const step = Math.abs(Number(stepText ?? 1)) || 1;
  const padded = numeric && [first, last].some((text) => /^-?0\d/.test(text));
  const width = padded ? Math.max(first.length, last.length) : 0;
  const count = Math.floor(Math.abs(to - from) / step) + 1;
  if (count > maxWords) throw new TooManyWords(count);
  const words: Atom<T>[][] = [];
  for (let value = from; from <= to ? value <= to : value >= to; value += from <= to ? step : -step) {
    // What is no letter of a name stands alone.
    words.push(value < 0 ? [...padNumber(value, width)] : [numeric ? padNumber(value, width) : String.fromCharCode(value)]);
  }
  return words;
}

function padNumber(value: number, width: number): string {
  return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
}
