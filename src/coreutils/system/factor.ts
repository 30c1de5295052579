import { quote, rawProgram } from '../program/index.ts';

export const factor = rawProgram('factor', async (tool, words) => {
  let status = 0;
  for (const word of words) {
    if (!/^\+?\d+$/.test(word)) {
      await tool.error(`${quote(word)} is not a valid positive integer`);
      status = 1;
      continue;
    }
    let left = BigInt(word.replace('+', ''));
    const factors: bigint[] = [];
    for (let by = 2n; by * by <= left; by += by === 2n ? 1n : 2n) {
      while (left % by === 0n) {
        factors.push(by);
        left /= by;
      }
      if (by % 65537n === 0n) await tool.process.checkpoint();
    }
    if (left > 1n) factors.push(left);
    tool.out.write(`${word.replace('+', '')}:${factors.map((one) => ` ${one}`).join('')}\n`);
  }
  return status;
});

export const sync = rawProgram('sync', () => 0);

export const nologin = rawProgram('nologin', (tool) => {
  tool.out.write('This account is currently not available.\n');
  return 1;
});
