import { randomBase36 } from '../identifier.ts';
import type { BuildStage } from './build-stage.ts';

/** The tree that files are taken from: the context (empty name), another stage, or an image. Release it afterwards. */
export async function openSource(builder: BuildStage, from: string): Promise<{ root: string; release(): void }> {
  const { daemon, options } = builder.context;
  if (from === '') return { root: options.context.root, release: () => undefined };
  const source = await builder.context.sourceRoot(from);
  if ('root' in source) return { root: source.root, release: () => undefined };
  const { chainId } = source;
  const snapshot = randomBase36(daemon.random);
  daemon.snapshotter.prepare(snapshot, daemon.layers.cacheIds(chainId));
  const root = daemon.snapshotter.mount(snapshot);
  return {
    root,
    release: () => {
      daemon.snapshotter.unmount(snapshot);
      daemon.snapshotter.remove(snapshot);
    },
  };
}
