import { type TarEntry, readTar, TarError } from '../../base/index.ts';
import { gunzip, GzipError, isGzip } from '../../base/gzip/index.ts';
import { readInput, readToEnd, reason, type Tool, UsageError } from '../program/index.ts';
import type { TarArguments } from './tar-options.ts';

/** The program that packs an archive, as an option or the archive's name (-a) says. */
export function packerOf(args: TarArguments): 'gzip' | 'bzip2' | 'xz' | 'zstd' | undefined {
  const asked = args.last('gzip', 'bzip2', 'xz', 'zstd');
  if (asked !== undefined) return asked as 'gzip';
  const own = args.value('useCompress')?.split(' ')[0];
  if (own === 'gzip' || own === 'bzip2' || own === 'xz' || own === 'zstd') return own;
  if (!args.has('auto') || !args.has('create')) return undefined;
  const ending = /\.(t?gz|taz|bz2|tbz2?|t?xz|t?zst|tzst)$/.exec(args.value('file') ?? '')?.[1];
  return ending === undefined ? undefined : /bz/.test(ending) ? 'bzip2' : /xz$/.test(ending) ? 'xz' : /zst$/.test(ending) ? 'zstd' : 'gzip';
}

/** Refuses an archive that another program would have to pack or unpack, as tar does where that is not installed. */
export async function refusePacker(tool: Tool, packer: string): Promise<number> {
  await tool.errorText(`${tool.name} (child): ${packer}: Cannot exec: No such file or directory\n${childFailed(tool)}`);
  return 2;
}

function childFailed({ name }: Tool): string {
  return `${name} (child): Error is not recoverable: exiting now\n${name}: Child returned status 2\n${name}: Error is not recoverable: exiting now\n`;
}

/** What tar says when the archive cannot be opened: with a packer, its child says it. */
export function cannotOpen(tool: Tool, args: TarArguments, name: string, error: unknown): UsageError {
  const why = reason(error);
  if (packerOf(args) === undefined || tool.busybox) return new UsageError(`${name}: Cannot open: ${why}\n${tool.name}: Error is not recoverable: exiting now`, false);
  return new UsageError(`\0${tool.name} (child): ${name}: Cannot open: ${why}\n${childFailed(tool)}`, false);
}

/** Runs `use`, and says what `cannotOpen` made in the child's words. */
export async function saidByChild(tool: Tool, use: () => Promise<number>): Promise<number> {
  try {
    return await use();
  } catch (error) {
    if (!(error instanceof UsageError) || !error.message.startsWith('\0')) throw error;
    await tool.errorText(error.message.slice(1));
    return 2;
  }
}

/** The archive named by -f (standard input without it), unpacked. */
export async function archiveBytes(tool: Tool, args: TarArguments): Promise<{ bytes: Uint8Array; packed: boolean }> {
  const name = args.value('file') ?? '-';
  let bytes: Uint8Array;
  try {
    bytes = name === '-' ? await readToEnd(tool.process, 0) : await readInput(tool.process, name);
  } catch (error) {
    if (reason(error) === 'Is a directory') throw new UsageError(`${name}: Cannot read: Is a directory\n${tool.name}: At beginning of tape, quitting now\n${tool.name}: Error is not recoverable: exiting now`, false);
    throw cannotOpen(tool, args, name, error);
  }
  try {
    if (isGzip(bytes)) return { bytes: gunzip(bytes), packed: true };
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    throw new UsageError(`\ngzip: stdin: ${error.message}\n${tool.name}: Child returned status 1\n${tool.name}: Error is not recoverable: exiting now`.trimStart(), false);
  }
  if (args.has('gzip')) {
    await tool.errorText(`\ngzip: stdin: not in gzip format\n`);
    throw new UsageError(`Child returned status 1\n${tool.name}: Error is not recoverable: exiting now`, false);
  }
  return { bytes, packed: false };
}

/** Entries of an archive; what is wrong with it is said, and ends the walk with status 2. */
export async function* entriesOf(tool: Tool, args: TarArguments, failed: (status: number) => void): AsyncGenerator<TarEntry, void> {
  const { bytes, packed } = await archiveBytes(tool, args);
  const give = async (...lines: string[]): Promise<void> => {
    for (const line of lines) await tool.error(line);
    failed(2);
  };
  if (bytes.length < 512) {
    if (!packed) await give('This does not look like a tar archive', 'Exiting with failure status due to previous errors');
    return;
  }
  let any = false;
  try {
    for (const entry of readTar(bytes)) {
      any = true;
      yield entry;
    }
  } catch (problem) {
    if (!(problem instanceof TarError)) throw problem;
    if (/EOF/.test(problem.message)) await give('Unexpected EOF in archive', 'Error is not recoverable: exiting now');
    else await give(...(any ? [] : ['This does not look like a tar archive']), 'Skipping to next header', 'Exiting with failure status due to previous errors');
  }
}
