import { defineProgram } from '../program/index.ts';

export const yes = defineProgram({
  name: 'yes', usage: '[STRING]...', summary: "Repeatedly output a line with all specified STRING(s), or 'y'.", options: {}, run: async ({ process }, { operands }) => {
    const line = `${operands.length ? operands.join(' ') : 'y'}\n`;
    const block = line.repeat(Math.max(1, Math.floor(8192 / line.length)));
    for (;;) {
      await process.write(1, block);
      await process.checkpoint();
    }
  },
});
