import type { Daemon } from '../daemon.ts';
import { scopedPath } from '../store/scoped-path.ts';
import type { Container } from './container.ts';
import { copyTree } from '../store/copy-tree.ts';

/** Fills an empty new volume with what the image has at its place, owners and modes included. */
export async function copyUp(daemon: Daemon, container: Container, place: string, volume: string): Promise<void> {
  const { files, snapshotter } = daemon;
  if (files.readdir(volume).length > 0) return;
  const root = snapshotter.mount(container.mountId);
  try {
    const source = scopedPath(files, root, place);
    if (!files.exists(source) || (files.stat(source).mode & 0o170000) !== 0o040000) return;
    await copyTree(files, source, volume);
  } finally {
    snapshotter.unmount(container.mountId);
  }
}
