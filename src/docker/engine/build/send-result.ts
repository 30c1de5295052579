import { writeTarChunks } from '../../../base/index.ts';
import { buildResultMessage } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import type { SendProgress } from '../distribution/progress.ts';
import { randomBase36 } from '../identifier.ts';
import { readTree } from '../store/read-tree.ts';
import type { BuildOptions } from './build-options.ts';
import { type SolveProgress, toBase64 } from './solve-progress.ts';
import type { StageState } from './stage-state.ts';

/** Sends the files of a finished stage to the client, as pieces of a tar archive: `--output type=local` and `type=tar`. */
export function sendResult(daemon: Daemon, progress: SolveProgress, state: StageState, options: BuildOptions, send: SendProgress): Promise<void> {
  const directory = options.output === 'local';
  return progress.vertex(`exporting to client ${directory ? 'directory' : 'tarball'}`, (vertex) => {
    const { files, snapshotter } = daemon;
    const started = progress.now();
    const snapshot = randomBase36(daemon.random);
    snapshotter.prepare(snapshot, daemon.layers.cacheIds(state.chainId));
    let sent = 0;
    try {
      const root = snapshotter.mount(snapshot);
      try {
        for (const chunk of writeTarChunks(readTree(files, root, ''), { sparse: false })) {
          sent += chunk.length;
          send({ id: buildResultMessage, aux: { Data: toBase64(chunk) } });
        }
      } finally {
        snapshotter.unmount(snapshot);
      }
    } finally {
      snapshotter.remove(snapshot);
    }
    if (directory) vertex.status('copying files', { current: sent, started });
    else vertex.status('sending tarball', { started });
  });
}
