import { helloWorldText } from '../catalogue/index.ts';
import type { Program } from '../kernel/index.ts';

/** The one program in the image hello-world. */
export const helloWorld: Program = async (process) => {
  await process.write(1, helloWorldText);
  return 0;
};
