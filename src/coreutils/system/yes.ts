import { rawProgram } from '../program/index.ts';

export const yes = rawProgram('yes', async ({ process }, words) => {
  const line = `${words.length ? words.join(' ') : 'y'}\n`;
  const block = line.repeat(Math.max(1, Math.floor(8192 / line.length)));
  for (;;) {
    await process.write(1, block);
    await process.checkpoint();
  }
});
