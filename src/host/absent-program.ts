import { encodeUtf8 } from '../base/index.ts';
import type { Program } from '../kernel/index.ts';

/** What runs for a file that stands for a program which the sandbox does not have: it says so. Status 126: found, but cannot be run. */
export const absentProgram: Program = async (process) => {
  const path = process.argv[0] ?? '';
  await process.write(2, encodeUtf8(`${path.slice(path.lastIndexOf('/') + 1)}: this program is not part of this sandbox\n`));
  return 126;
};
