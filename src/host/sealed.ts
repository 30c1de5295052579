import type { MountEntry, Process } from '../kernel/index.ts';

/** Mounts that a sealed process may write to: they hold no files of the host's. */
const open = new Set(['/proc', '/sys', '/dev']);

/** The mounts that are not below another one but the root. */
function outermost(mounts: readonly MountEntry[]): MountEntry[] {
  return mounts.filter(({ target }) => target !== '/' && !mounts.some((other) => other.target !== '/' && target.startsWith(`${other.target}/`)));
}

/**
 * Puts a process that has a mount namespace of its own on a view of the host's files that is thrown away with it: an overlay over the root, every other disk read-only.
 * Processes, network and the engine are the host's own. For checks, which judge the host as it runs and change nothing. Needs root.
 */
export function seal(process: Process): void {
  const mounts = outermost(process.mounts());
  process.mount('tmpfs', '/mnt', 'tmpfs');
  for (const name of ['upper', 'work', 'root']) process.mkdir(`/mnt/${name}`);
  process.mount('overlay', '/mnt/root', 'overlay', 'lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work');
  for (const { target } of mounts) process.mount(target, `/mnt/root${target}`, 'bind', open.has(target) ? '' : 'ro');
  process.pivotRoot('/mnt/root');
}
