import { collectGarbage, type GarbageOptions } from '../../../registry/index.ts';
import type { Tool } from '../../program/index.ts';
import { type Configuration, storageDrivers } from './configuration.ts';
import { processFiles } from './process-files.ts';

/** `registry garbage-collect`: over the files of the filesystem driver; other drivers have nothing to collect. */
export async function garbageCollect(tool: Tool, configuration: Configuration, options: GarbageOptions): Promise<number> {
  if (!storageDrivers.includes(configuration.storageType)) {
    await tool.errorText(`failed to construct ${configuration.storageType} driver: StorageDriver not registered: ${configuration.storageType}`);
    return 1;
  }
  if (configuration.storageType === 'inmemory') {
    // This process has a memory of its own, and nothing in it.
    await tool.errorText('failed to garbage collect: failed to mark: inmemory: Path not found: /docker/registry/v2/repositories');
    return 1;
  }
  const root = configuration.text('storage.filesystem.rootdirectory') || '/var/lib/registry';
  const why = await collectGarbage(processFiles(tool.process), root, tool.process.clock, options, (line) => {
    tool.out.write(`${line}\n`);
  });
  if (why === undefined) return 0;
  await tool.errorText(`failed to garbage collect: ${why}`);
  return 1;
}
