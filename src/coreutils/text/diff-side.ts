import type { Output } from '../program/index.ts';
import type { Hunk } from './diff-edits.ts';

/** How `diff -y` lays out its columns. */
export interface SideSettings {
  width: number;
  expandTabs: boolean;
  /** Common lines are not shown. */
  suppress: boolean;
  /** Common lines stand on the left only. */
  leftColumn: boolean;
}

/** The output of `diff -y`, as GNU diff lays it out. */
export function sideBySide(out: Output, hunks: readonly Hunk[], a: readonly string[], b: readonly string[], { width, expandTabs, suppress, leftColumn }: SideSettings): void {
  const tab = expandTabs ? 1 : 8;
  const unaligned = (width >> 1) + ((tab + 3) >> 1) + (width & (tab + 3) & 1);
  const offset = unaligned - (unaligned % tab);
  const half = Math.max(0, Math.min(offset - 3, width - offset));
  const second = half > 0 ? offset : width;
  const fill = (from: number, to: number): string => {
    let text = '';
    let at = from;
    if (!expandTabs) for (let next = at + 8 - (at % 8); next <= to; next += 8) {
      text += '\t';
      at = next;
    }
    return text + ' '.repeat(Math.max(0, to - at));
  };
  const halfLine = (line: string): [string, number] => {
    let text = '';
    let column = 0;
    for (const char of line.replace(/\0$/, '')) {
      if (char === '\t') {
        const next = column + 8 - (column % 8);
        if (next > half) break;
        text += expandTabs ? ' '.repeat(next - column) : '\t';
        column = next;
      } else if (column < half) {
        text += char;
        column++;
      }
    }
    return [text, column];
  };
  const put = (left: string | undefined, mark: string, right: string | undefined): void => {
    let [text, column] = left === undefined ? ['', 0] : halfLine(left);
    if (mark !== ' ') {
      const at = Math.floor((half + second - 1) / 2);
      const differs = left !== undefined && right !== undefined && left.endsWith('\0') !== right.endsWith('\0');
      text += fill(column, at) + (mark === '|' && differs ? (left.endsWith('\0') ? '\\' : '/') : mark);
      column = at + 1;
    }
    if (right !== undefined && right !== '') text += fill(column, second) + halfLine(right)[0];
    const newline = (left !== undefined && !left.endsWith('\0')) || (right !== undefined && !right.endsWith('\0'));
    out.write(text + (newline ? '\n' : ''));
  };
  let at = 0;
  let other = 0;
  for (const hunk of [...hunks, { from: a.length, to: a.length, otherFrom: b.length, otherTo: b.length }]) {
    for (; at < hunk.from; at++, other++) if (!suppress) put(a[at], leftColumn ? '(' : ' ', leftColumn ? undefined : b[other]);
    const size = Math.max(hunk.to - hunk.from, hunk.otherTo - hunk.otherFrom);
    for (let index = 0; index < size; index++) {
      const left = hunk.from + index < hunk.to ? a[hunk.from + index] : undefined;
      const right = hunk.otherFrom + index < hunk.otherTo ? b[hunk.otherFrom + index] : undefined;
      put(left, left === undefined ? '>' : right === undefined ? '<' : '|', right);
    }
    at = hunk.to;
    other = hunk.otherTo;
  }
}
