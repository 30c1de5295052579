import { type Arguments, defineProgram, quote, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  crown: '-c --crown-margin  preserve indentation of first two lines', prefix: '-p --prefix=  reformat only lines beginning with STRING', splitOnly: '-s --split-only  split long lines, but do not refill', tagged: '-t --tagged-paragraph', uniform: '-u --uniform-spacing  one space between words, two after sentences', width: '-w --width=  maximum line width (default of 75 columns)', goal: '-g --goal=  goal width (default of 93% of width)',
};

export const fmt = defineProgram({ name: 'fmt', usage: '[-WIDTH] [OPTION]... [FILE]...', summary: 'Reformat each paragraph in the FILE(s), writing to standard output.', options, run, prepare: (words) => words.map((word, index) => (index === 0 && /^-\d+$/.test(word) ? `--width=${word.slice(1)}` : word)) });

interface Word {
  text: string;
  /** Blanks after it. */
  space: number;
  period: boolean;
  paren: boolean;
  punctuation: boolean;
  final: boolean;
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const widthText = args.value('width') ?? '75';
  if (!/^\d+$/.test(widthText)) throw new UsageError(`invalid width: ${quote(widthText)}`, false);
  const width = Number(widthText);
  const goalText = args.value('goal');
  const goal = goalText === undefined ? Math.floor((width * 187) / 200) : Number(goalText);
  const prefix = args.value('prefix') ?? '';
  let status = 0;
  for (const name of args.operands.length ? args.operands : ['-']) {
    let text: string;
    try {
      text = textOf(await readInput(tool.process, name));
    } catch (error) {
      await tool.error(`cannot open ${quote(name)} for reading: ${reason(error)}`);
      status = 1;
      continue;
    }
    format(tool, args, text, { width, goal, prefix });
  }
  return status;
}

function format(tool: Tool, args: Arguments<keyof typeof options>, text: string, { width, goal, prefix }: { width: number; goal: number; prefix: string }): void {
  let paragraph: string[] = [];
  let indents: string[] = [];
  const flush = (): void => {
    if (paragraph.length === 0) return;
    const head = prefix + (indents[0] ?? '');
    const rest = args.has('crown') || args.has('tagged') ? prefix + (indents[1] ?? indents[0] ?? '') : head;
    const words = wordsOf(paragraph, args.has('uniform'));
    for (const [index, line] of breakLines(words, width, goal, head.length, rest.length).entries()) tool.out.write(`${index === 0 ? head : rest}${line}\n`);
    paragraph = [];
    indents = [];
  };
  for (const line of text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined)) {
    const inside = prefix.trim() === '' || line.startsWith(prefix.trimEnd());
    const body = inside ? line.slice(prefix.length) : line;
    if (!inside || body.trim() === '') {
      flush();
      if (line !== '' || text !== '') tool.out.write(`${inside && prefix === '' ? '' : line.trimEnd()}\n`);
      continue;
    }
    const indent = /^[ \t]*/.exec(body)?.[0].replace(/\t/g, '        ') ?? '';
    if (paragraph.length > 0 && (args.has('splitOnly') || (!args.has('crown') && !args.has('tagged') && indent !== indents[0]) || (paragraph.length > 1 && indent !== indents[1]))) flush();
    paragraph.push(body);
    indents.push(indent);
  }
  flush();
}

function wordsOf(lines: readonly string[], uniform: boolean): Word[] {
  const words: Word[] = [];
  for (const line of lines) {
    const found = [...line.matchAll(/([^ \t]+)([ \t]*)/g)];
    found.forEach(([, text = '', blanks = ''], index) => {
      const last = index === found.length - 1;
      const period = /[.?!]["')\]]*$/.test(text);
      const final = period && (last || blanks.length > 1);
      words.push({ text, period, paren: /^["'([`]/.test(text), punctuation: /[,;:.?!"')\]]$/.test(text), final, space: last || uniform ? (final ? 2 : 1) : blanks.length });
    });
  }
  const last = words.at(-1);
  if (last) {
    last.period = true;
    last.final = true;
  }
  return words;
}

const equiv = (n: number): number => n * n;
const shortCost = (n: number): number => equiv(n * 10);
const raggedCost = (n: number): number => shortCost(n) / 2;
const lineCost = equiv(70);

function baseCost(words: readonly Word[], at: number): number {
  let cost = lineCost;
  const word = words[at];
  const before = words[at - 1];
  if (!word) return cost;
  if (before) {
    if (before.period) cost += before.final ? -equiv(50) : equiv(600);
    else if (before.punctuation) cost -= equiv(40);
    else if (words[at - 2]?.final) cost += equiv(200) / (before.text.length + 2);
  }
  if (word.paren) cost -= equiv(40);
  else if (word.final) cost += equiv(150) / (word.text.length + 2);
  return cost;
}

/** The breaks that cost least, as fmt weighs them. */
function breakLines(words: readonly Word[], width: number, goal: number, firstIndent: number, otherIndent: number): string[] {
  const count = words.length;
  const best: number[] = Array.from({ length: count + 1 }, () => 0);
  const next: number[] = Array.from({ length: count + 1 }, () => count);
  const lengths: number[] = Array.from({ length: count + 1 }, () => 0);
  for (let start = count - 1; start >= 0; start--) {
    let least = Infinity;
    let length = (start === 0 ? firstIndent : otherIndent) + (words[start]?.text.length ?? 0);
    for (let end = start + 1; ; end++) {
      let cost = best[end] ?? 0;
      if (end !== count) {
        cost += shortCost(goal - length);
        if ((next[end] ?? count) !== count) cost += raggedCost(length - (lengths[end] ?? 0));
      }
      if (cost < least) {
        least = cost;
        next[start] = end;
        lengths[start] = length;
      }
      if (end === count) break;
      length += (words[end - 1]?.space ?? 1) + (words[end]?.text.length ?? 0);
      if (length >= width) break;
    }
    best[start] = least + baseCost(words, start);
  }
  const lines: string[] = [];
  for (let start = 0; start < count; start = next[start] ?? count) {
    const end = next[start] ?? count;
    lines.push(words.slice(start, end).map((word, index, all) => word.text + (index < all.length - 1 ? ' '.repeat(word.space) : '')).join(''));
  }
  return lines;
}
