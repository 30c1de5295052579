import { rawProgram } from '../program/index.ts';

export const clear = rawProgram('clear', async (tool) => {
  if (tool.process.env['TERM'] === undefined) {
    await tool.errorText('TERM environment variable not set.\n');
    return 1;
  }
  tool.out.write('\x1b[H\x1b[2J\x1b[3J');
  return 0;
});

export const reset = rawProgram('reset', (tool) => {
  if (tool.process.isatty(0)) tool.process.tcsetattr(0, { canonical: true, echo: true, signals: true, crToNl: true, nlToCrNl: true });
  tool.out.write('\x1bc\x1b[!p\x1b[?3;4l\x1b[4l\x1b>\r');
  return 0;
});
