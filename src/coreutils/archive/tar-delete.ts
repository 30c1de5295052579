import { concatBytes, type TarEntry, writeTar } from '../../base/index.ts';
import type { Tool } from '../program/index.ts';
import { UsageError } from '../program/index.ts';
import { entriesOf, packerOf } from './tar-archive.ts';
import { Wanted } from './tar-names.ts';
import type { TarArguments } from './tar-options.ts';

/** Entries as an archive of whole records of 20 blocks. */
export function archiveOf(entries: readonly TarEntry[]): Uint8Array {
  const plain = writeTar(entries);
  return concatBytes([plain, new Uint8Array((10240 - (plain.length % 10240)) % 10240)]);
}

/** `tar --delete`. */
export async function remove(tool: Tool, args: TarArguments): Promise<number> {
  if (packerOf(args) !== undefined) throw new UsageError('Cannot update compressed archives');
  const wanted = new Wanted(tool, args);
  const kept: TarEntry[] = [];
  let status = 0;
  const file = args.value('file') ?? '-';
  if (file === '-' || tool.process.exists(file)) {
    for await (const entry of entriesOf(tool, args, (code) => { status = code; })) if (args.operands.length === 0 || !wanted.has(entry.path)) kept.push(entry);
    if (status) return status;
    if (file === '-') tool.out.write(archiveOf(kept));
    else tool.process.writeFile(file, archiveOf(kept));
  }
  if (!(await wanted.missing())) return 0;
  await tool.error('Exiting with failure status due to previous errors');
  return 2;
}
