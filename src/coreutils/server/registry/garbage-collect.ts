import { collectGarbage, type GarbageOptions } from '../../../registry/index.ts';
import type { Tool } from '../../program/index.ts';
import type { Configuration } from './configuration.ts';
import { processFiles } from './process-files.ts';

/** `registry garbage-collect`: over the files of the filesystem driver; other drivers have nothing to collect. */
export async function garbageCollect(tool: Tool, configuration: Configuration, options: GarbageOptions): Promise<number> {
  if (configuration.storageType !== 'filesystem') return 0;
  const root = configuration.text('storage.filesystem.rootdirectory') || '/var/lib/registry';
  await collectGarbage(processFiles(tool.process), root, tool.process.clock, options, (line) => {
    tool.out.write(`${line}\n`);
  });
  return 0;
}
