import { defineProgram, LineReader, quote, rawProgram, type Tool } from '../program/index.ts';

export const factor = defineProgram({
  name: 'factor', usage: '[OPTION] [NUMBER]...', summary: 'Print the prime factors of each NUMBER, or of those on standard input.', options: { exponents: '-h --exponents  print repeated factors in form p^e unless e is 1' }, run: async (tool, args) => {
    let status = 0;
    for await (const word of args.operands.length ? args.operands : wordsOf(tool)) {
      const text = word.trim().replace(/^\+/, '');
      if (!/^\d+$/.test(text)) {
        await tool.error(`${quote(word)} is not a valid positive integer`);
        status = 1;
        continue;
      }
      const factors = await primeFactors(tool, BigInt(text));
      const shown = args.has('exponents') ? [...new Set(factors)].map((one) => [one, factors.filter((other) => other === one).length] as const).map(([one, times]) => (times > 1 ? `${one}^${times}` : String(one))) : factors.map(String);
      tool.out.write(`${BigInt(text)}:${shown.map((one) => ` ${one}`).join('')}\n`);
    }
    return status;
  },
});

async function* wordsOf(tool: Tool): AsyncGenerator<string> {
  const reader = new LineReader(tool.process, 0);
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) yield* line.split(/[ \t]+/).filter((word) => word !== '');
}

async function primeFactors(tool: Tool, number: bigint): Promise<bigint[]> {
  let left = number;
  const factors: bigint[] = [];
  for (let by = 2n; left > 1n && by * by <= left; by += by === 2n ? 1n : 2n) {
    while (left % by === 0n) {
      factors.push(by);
      left /= by;
    }
    if (by % 65537n === 0n) await tool.process.checkpoint();
  }
  if (left > 1n) factors.push(left);
  return factors;
}

export const sync = rawProgram('sync', () => 0);

export const nologin = rawProgram('nologin', (tool) => {
  tool.out.write('This account is currently not available.\n');
  return 1;
});
