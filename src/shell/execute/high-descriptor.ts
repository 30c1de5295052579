import type { Shell } from '../state/shell.ts';

const highest = 63;

/** Moves a descriptor out of the way of those that scripts number: to the highest free one up to 63, as bash does. */
export function redirectHigh(shell: Shell, fd: number): number {
  const { process } = shell;
  const used = new Set(process.descriptors());
  let target = highest;
  while (used.has(target) && target > 10) target--;
  if (used.has(target)) target = process.dup(fd, 10);
  else process.dup2(fd, target);
  process.close(fd);
  return target;
}
