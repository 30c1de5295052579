import { fileType } from '../uapi/index.ts';
import { TmpFs } from './tmpfs.ts';

const devices: readonly [string, number, number, number][] = [
  ['null', 1, 3, 0o666], ['zero', 1, 5, 0o666], ['full', 1, 7, 0o666], ['random', 1, 8, 0o666], ['urandom', 1, 9, 0o666],
  ['tty', 5, 0, 0o666], ['console', 5, 1, 0o600], ['ptmx', 5, 2, 0o666],
];

const links: readonly [string, string][] = [
  ['fd', '/proc/self/fd'], ['stdin', '/proc/self/fd/0'], ['stdout', '/proc/self/fd/1'], ['stderr', '/proc/self/fd/2'],
];

/** /dev as the kernel and udev fill it. */
export function createDevTmpFs(now: () => number): TmpFs {
  const fs = new TmpFs({ now, type: 'devtmpfs' });
  const { root } = fs;
  const owner = { uid: 0, gid: 0 };
  for (const [name, major, minor, mode] of devices) root.create(name, { mode: fileType.character | mode, rdev: (major << 8) | minor, ...owner });
  for (const [name, target] of links) root.create(name, { mode: fileType.symlink | 0o777, target, ...owner });
  for (const [name, mode] of [['pts', 0o755], ['shm', 0o1777], ['mqueue', 0o1777]] as const) root.create(name, { mode: fileType.directory | mode, ...owner });
  return fs;
}
