import { UsageError } from '../program/index.ts';

/** A list such as `1,3-5,7-` of cut(1): ranges of one-based positions, sorted and merged. */
export function parseRanges(list: string, what: 'field' | 'byte' | 'character'): [number, number][] {
  const ranges: [number, number][] = [];
  const place = what === 'field' ? 'fields' : 'byte/character positions';
  for (const part of list.split(/[, \t]/)) {
    const match = /^(\d*)(-?)(\d*)$/.exec(part);
    if (!match) throw new UsageError(`invalid ${what === 'field' ? 'field value' : 'byte/character position'} '${part.replace(/^[\d-]*(?=.)/, '')}'`);
    const large = [match[1], match[3]].find((digits) => Number(digits || 0) >= 2 ** 64 - 1);
    if (large !== undefined) throw new UsageError(`${what === 'field' ? 'field number' : 'byte/character offset'} '${large}' is too large`);
    const [, first = '', dash = '', last = ''] = match;
    if (first === '' && last === '') throw new UsageError(dash ? 'invalid range with no endpoint: -' : `${place === 'fields' ? 'fields are' : 'byte/character positions are'} numbered from 1`);
    const from = first === '' ? 1 : Number(first);
    const to = dash === '' ? from : last === '' ? Infinity : Number(last);
    if (from === 0 || to === 0) throw new UsageError(`${place === 'fields' ? 'fields are' : 'byte/character positions are'} numbered from 1`);
    if (to < from) throw new UsageError('invalid decreasing range');
    ranges.push([from, to]);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push([...range]);
  }
  return merged;
}

/** The ranges that `ranges` leave out. */
export function complementOf(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  let next = 1;
  for (const [from, to] of ranges) {
    if (from > next) result.push([next, from - 1]);
    next = to + 1;
  }
  if (next !== Infinity) result.push([next, Infinity]);
  return result;
}
