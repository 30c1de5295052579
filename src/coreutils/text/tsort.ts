import { defineProgram, quote, readInput, reason, textOf, UsageError } from '../program/index.ts';

export const tsort = defineProgram({
  name: 'tsort', usage: '[OPTION] [FILE]', summary: 'Write totally ordered list consistent with the partial ordering in FILE.', options: { warn: '-w' }, run: async (tool, args) => {
    const [name = '-', extra] = args.operands;
    if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
    let words: string[];
    try {
      words = textOf(await readInput(tool.process, name)).split(/[ \t\n]+/).filter(Boolean);
    } catch (error) {
      throw new UsageError(`${name}: ${reason(error)}`, false);
    }
    if (words.length % 2) throw new UsageError(`${name}: input contains an odd number of tokens`, false);
    const counts = new Map<string, number>();
    const after = new Map<string, string[]>();
    for (let at = 0; at < words.length; at += 2) {
      const [a = '', b = ''] = [words[at], words[at + 1]];
      for (const word of [a, b]) if (!counts.has(word)) counts.set(word, 0);
      if (a === b) continue;
      counts.set(b, (counts.get(b) ?? 0) + 1);
      after.set(a, [b, ...(after.get(a) ?? [])]);
    }
    const left = new Set([...counts.keys()].sort());
    const queue = [...left].filter((word) => counts.get(word) === 0);
    let status = 0;
    while (left.size > 0) {
      for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
        tool.out.write(`${word}\n`);
        left.delete(word);
        for (const next of after.get(word) ?? []) {
          counts.set(next, (counts.get(next) ?? 0) - 1);
          if (counts.get(next) === 0 && left.has(next)) queue.push(next);
        }
        await tool.process.checkpoint();
      }
      if (left.size === 0) break;
      status = 1;
      await tool.error(`${name}: input contains a loop:`);
      const loop = findLoop(left, after);
      for (const word of loop) await tool.error(word);
      const [last = '', head = ''] = [loop.at(-1), loop[0]];
      after.set(last, (after.get(last) ?? []).filter((word) => word !== head));
      counts.set(head, (counts.get(head) ?? 0) - 1);
      if (counts.get(head) === 0) queue.push(head);
    }
    return status;
  },
});

/** A ring of words each of which comes before the next. */
function findLoop(left: ReadonlySet<string>, after: ReadonlyMap<string, string[]>): string[] {
  for (const start of left) {
    const path = [start];
    for (;;) {
      const next = (after.get(path.at(-1) ?? '') ?? []).find((word) => left.has(word));
      if (next === undefined) break;
      const at = path.indexOf(next);
      if (at >= 0) return path.slice(at);
      path.push(next);
    }
  }
  return [...left];
}
