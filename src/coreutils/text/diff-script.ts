import type { Output } from '../program/index.ts';
import type { Hunk } from './diff-edits.ts';

function span(from: number, to: number): string {
  return to - from <= 1 ? String(to) : `${from + 1},${to}`;
}

/** `diff -e`: a script for ed, last change first. */
export function edScript(out: Output, hunks: readonly Hunk[], b: readonly string[]): void {
  for (const { from, to, otherFrom, otherTo } of hunks.toReversed()) {
    if (otherFrom === otherTo) {
      out.write(`${span(from, to)}d\n`);
      continue;
    }
    out.write(`${span(from, to)}${from === to ? 'a' : 'c'}\n`);
    for (const line of b.slice(otherFrom, otherTo)) out.write(line === '.' ? '..\n.\ns/.//\na\n' : `${line.replace(/\0$/, '')}\n`);
    out.write('.\n');
  }
}

/** `diff -n`: as RCS keeps changes. */
export function rcsScript(out: Output, hunks: readonly Hunk[], b: readonly string[]): void {
  for (const { from, to, otherFrom, otherTo } of hunks) {
    if (to > from) out.write(`d${from + 1} ${to - from}\n`);
    if (otherTo === otherFrom) continue;
    out.write(`a${to} ${otherTo - otherFrom}\n`);
    for (const line of b.slice(otherFrom, otherTo)) out.write(line.endsWith('\0') ? line.slice(0, -1) : `${line}\n`);
  }
}
