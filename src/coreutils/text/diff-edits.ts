/** A run of lines that differ: [from, to) in the first file and in the second. */
export interface Hunk {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
}

/** The differences between two lists of lines, by Myers' algorithm (linear where little differs). Lines compare by identity. */
export function diffLines(a: readonly string[], b: readonly string[]): Hunk[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const removed = new Uint8Array(a.length);
  const added = new Uint8Array(b.length);
  mark(a, start, endA, b, start, endB, removed, added);
  slide(a, removed);
  slide(b, added);
  const hunks: Hunk[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (!removed[i] && !added[j]) {
      i++;
      j++;
      continue;
    }
    const hunk: Hunk = { from: i, to: i, otherFrom: j, otherTo: j };
    while (i < a.length && removed[i]) i++;
    while (j < b.length && added[j]) j++;
    hunk.to = i;
    hunk.otherTo = j;
    hunks.push(hunk);
  }
  return hunks;
}

/** Of so many insertions and deletions the fewest are looked for; it takes their square in time and memory. */
const maxDistance = 600;

/** Moves runs of changes as far down as they go, as GNU diff does. */
function slide(lines: readonly string[], changed: Uint8Array): void {
  for (let at = 0; at < lines.length; at++) {
    if (!changed[at]) continue;
    let end = at;
    while (end < lines.length && changed[end]) end++;
    while (end < lines.length && lines[at] === lines[end] && !changed[end]) {
      changed[at++] = 0;
      changed[end++] = 1;
      while (end < lines.length && changed[end]) end++;
    }
    at = end;
  }
}

function mark(a: readonly string[], fromA: number, toA: number, b: readonly string[], fromB: number, toB: number, removed: Uint8Array, added: Uint8Array): void {
  const n = toA - fromA;
  const m = toB - fromB;
  if (n === 0 || m === 0) {
    removed.fill(1, fromA, toA);
    added.fill(1, fromB, toB);
    return;
  }
  const most = Math.min(n + m, maxDistance);
  const trace: Int32Array[] = [];
  const frontier = new Int32Array(2 * most + 4);
  const offset = most + 1;
  for (let d = 0; d <= most; d++) {
    trace.push(frontier.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (frontier[offset + k - 1] ?? 0) < (frontier[offset + k + 1] ?? 0));
      let x = down ? frontier[offset + k + 1] ?? 0 : (frontier[offset + k - 1] ?? 0) + 1;
      let y = x - k;
      while (x < n && y < m && a[fromA + x] === b[fromB + y]) {
        x++;
        y++;
      }
      frontier[offset + k] = x;
      if (x >= n && y >= m) {
        walkBack(trace, n, m, fromA, fromB, removed, added);
        return;
      }
    }
  }
  // Too different to look for the shortest way: halves, as GNU diff gives up too.
  const [middleA, middleB] = furthest(frontier, offset, most, n, m);
  mark(a, fromA, fromA + middleA, b, fromB, fromB + middleB, removed, added);
  mark(a, fromA + middleA, toA, b, fromB + middleB, toB, removed, added);
}

/** The point of the frontier that is furthest from the start. */
function furthest(frontier: Int32Array, offset: number, d: number, n: number, m: number): [number, number] {
  let best: [number, number] = [Math.ceil(n / 2), Math.ceil(m / 2)];
  let sum = 0;
  for (let k = -d; k <= d; k += 2) {
    const x = Math.min(frontier[offset + k] ?? 0, n);
    const y = x - k;
    if (y < 0 || y > m || x + y <= sum || x + y >= n + m) continue;
    sum = x + y;
    best = [x, y];
  }
  return best;
}

function walkBack(trace: readonly Int32Array[], n: number, m: number, fromA: number, fromB: number, removed: Uint8Array, added: Uint8Array): void {
  let x = n;
  let y = m;
  for (let d = trace.length - 1; d > 0; d--) {
    const row = trace[d];
    const at = (k: number): number => row?.[k + d + 1] ?? 0;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = down ? k + 1 : k - 1;
    const px = at(before);
    const py = px - before;
    if (down) added[fromB + py] = 1;
    else removed[fromA + px] = 1;
    x = px;
    y = py;
  }
}
