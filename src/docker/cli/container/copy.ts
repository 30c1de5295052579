import { copyBytes, entryBytes, readTarStream, tarEntry, writeTarChunks, type ByteSource, type TarEntry } from '../../../base/index.ts';
import { humanSize } from '../../../base/go/index.ts';
import { fileType, fileTypeMask, isSystemError, type Process, type Stat } from '../../../kernel/index.ts';
import type { ContainerPathStat } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import { sourceOfChunks } from '../build/context/context-archive.ts';
import type { Cli } from '../cli.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';
import { bool, cut } from '../flags/index.ts';
import { cleanPath, placeCopy, splitPath, type CopyEnd } from './copy-paths.ts';
import { joinPath } from './volume-spec.ts';

export const copyCommand = defineCommand({
  name: 'cp',
  use: 'cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH',
  short: 'Copy files/folders between a container and the local filesystem',
  long: `Copy files/folders between a container and the local filesystem

Use '-' as the source to read a tar archive from stdin
and extract it to a directory destination in a container.
Use '-' as the destination to stream a tar archive of a
container source to stdout.`,
  aliasesText: 'docker container cp, docker cp',
  args: exactArgs(2),
  flags: {
    archive: bool('Archive mode (copy all uid/gid information)', { shorthand: 'a' }),
    'follow-link': bool('Always follow symbol link in SRC_PATH', { shorthand: 'L' }),
    quiet: bool('Suppress progress output during copy. Progress output is automatically suppressed if no terminal is attached', { shorthand: 'q' }),
  },
  complete: ['container', 'container'],
  async run({ cli, args, flags, changed }) {
    const [source = '', destination = ''] = args;
    if (source === '') throw new CliError('source can not be empty');
    if (destination === '') throw new CliError('destination can not be empty');
    const from = splitArgument(source);
    const to = splitArgument(destination);
    const options = { followLink: flags['follow-link'], owners: flags.archive, quiet: changed('quiet') ? flags.quiet : !cli.out.isTerminal };
    if (from.container !== '' && to.container !== '') throw new CliError('copying between containers is not supported');
    if (from.container !== '') return copyFrom(cli, from.container, from.path, to.path, options);
    if (to.container !== '') return copyTo(cli, from.path, to.container, to.path, options);
    throw new CliError('must specify at least one container source');
  },
});

/** How files are copied. */
export interface CopyOptions {
  followLink: boolean;
  /** Keep owners. */
  owners: boolean;
  quiet: boolean;
}

/** `CONTAINER:PATH`, or a local path: absolute, starting with a dot, or without a colon. */
export function splitArgument(argument: string): { container: string; path: string } {
  const [container, path] = argument.startsWith('/') ? ['', undefined] : cut(argument, ':');
  return path === undefined || container.startsWith('.') ? { container: '', path: argument } : { container, path };
}

/** Bits of Go's os.FileMode. */
const goMode = { directory: 2 ** 31, symlink: 2 ** 27 };

function hasMode(stat: ContainerPathStat, bit: number): boolean {
  return Math.floor(stat.mode / bit) % 2 === 1;
}

/** Absolute, with the slash or `/.` at the end that says something. */
function localPath(process: Process, path: string): string {
  const absolute = joinPath(process.cwd, path);
  if (/(^|\/)\.$/.test(path)) return `${absolute}/.`;
  return path.endsWith('/') && absolute !== '/' ? `${absolute}/` : absolute;
}

function statOf(process: Process, path: string, follow: boolean): Stat | undefined {
  try {
    return follow ? process.stat(path) : process.lstat(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
    if (isSystemError(error)) throw new CliError(`lstat ${goMessage(error)}`);
    throw error;
  }
}

function isType(stat: Stat | undefined, type: number): boolean {
  return stat !== undefined && (stat.mode & fileTypeMask) === type;
}

/** Copies from a container to a local path, or as an archive to stdout (`-`). */
export async function copyFrom(cli: Cli, container: string, path: string, to: string, options: CopyOptions): Promise<void> {
  const { process, client } = cli;
  const destination = to === '-' ? '-' : localPath(process, to);
  const { directory: parent } = splitPath(destination);
  if (to !== '-' && !isType(statOf(process, parent, true), fileType.directory)) throw new CliError(`invalid output path: directory ${JSON.stringify(parent)} does not exist`);
  let source = path;
  let name: string | undefined;
  if (options.followLink) {
    const stat = await client.archive.stat(container, path).catch(() => undefined);
    if (stat && hasMode(stat, goMode.symlink)) {
      name = splitPath(path).base;
      source = stat.linkTarget.startsWith('/') ? stat.linkTarget : cleanPath(`${splitPath(path).directory}/${stat.linkTarget}`);
    }
  }
  const { stat, archive } = await client.archive.get(container, source);
  if (to === '-') return copyBytes(archive, cli.out);
  const found = statOf(process, destination, true);
  const end: CopyEnd = { path: destination, exists: found !== undefined, isDirectory: isType(found, fileType.directory) };
  const rebase = name === undefined ? (entry: string): string => entry : renameFirst(splitPath(source).base, name);
  const placed = placeCopy({ path: source, isDirectory: hasMode(stat, goMode.directory), ...(name !== undefined && { name }) }, end);
  const counted = counting(archive);
  for await (const entry of readTarStream(counted)) {
    const entryName = placed.rename ? placed.rename(rebase(entry.path)) : rebase(entry.path);
    unpack(process, cleanPath(`${placed.directory}/${entryName}`), entry, options.owners);
  }
  if (!options.quiet) await cli.err.print(`Successfully copied ${humanSize(counted.count, 3)} to ${destination}\n`);
}

function renameFirst(from: string, to: string): (entry: string) => string {
  return (entry) => (entry === from || entry.startsWith(`${from}/`) ? to + entry.slice(from.length) : entry);
}

function counting(source: ByteSource): ByteSource & { count: number } {
  const counted = {
    count: 0,
    async read(max?: number): Promise<Uint8Array> {
      const bytes = await source.read(max);
      counted.count += bytes.length;
      return bytes;
    },
  };
  return counted;
}

/** Makes the file of an archive's entry, in place of what is there; a directory is not replaced by a file. */
function unpack(process: Process, path: string, entry: TarEntry, owners: boolean): void {
  const existing = statOf(process, path, false);
  if (entry.type === 'directory') {
    if (existing && !isType(existing, fileType.directory)) throw new CliError(`cannot overwrite non-directory ${JSON.stringify(path)} with directory`);
    if (!existing) process.mkdir(path, entry.mode);
  } else {
    if (isType(existing, fileType.directory)) throw new CliError(`cannot overwrite directory ${JSON.stringify(path)} with non-directory ${JSON.stringify(entry.path)}`);
    if (existing) process.unlink(path);
    if (entry.type === 'file') process.writeFile(path, entryBytes(entry), { mode: entry.mode });
    else if (entry.type === 'symlink') process.symlink(entry.linkPath, path);
    else if (entry.type === 'hardlink') process.link(`${splitPath(path).directory}/${splitPath(entry.linkPath).base}`, path);
    else if (entry.type === 'fifo') process.mknod(path, fileType.fifo | entry.mode);
    else return;
  }
  if (owners) process.chown(path, entry.uid, entry.gid, false);
  if (entry.type !== 'symlink' && entry.type !== 'hardlink') process.chmod(path, entry.mode);
  process.utimes(path, entry.mtime, entry.mtime, false);
}

/** Copies a local path, or an archive on stdin (`-`), to a container. */
export async function copyTo(cli: Cli, from: string, container: string, path: string, options: CopyOptions): Promise<void> {
  const { process, client } = cli;
  const destination = await containerEnd(cli, container, path);
  if (from === '-') {
    if (!destination.isDirectory) throw new CliError(`destination "${container}:${path}" must be a directory`);
    const stdin = { read: (max?: number) => process.read(0, max) };
    return client.archive.put(container, destination.path, stdin, { copyUidGid: options.owners });
  }
  const source = localPath(process, from);
  const stat = statOf(process, source, options.followLink || source.endsWith('/') || source.endsWith('/.'));
  if (!stat) throw new CliError(`lstat ${cleanPath(source)}: no such file or directory`);
  const isDirectory = isType(stat, fileType.directory);
  const { directory, rename } = placeCopy({ path: source, isDirectory }, destination);
  const archive = counting(sourceOfChunks(writeTarChunks(entriesOf(process, source, options, rename ?? ((name) => name)))));
  await client.archive.put(container, directory, archive, { copyUidGid: options.owners });
  if (!options.quiet) await cli.err.print(`Successfully copied ${humanSize(archive.count, 3)} to ${container}:${destination.path}\n`);
}

/** What is at a path in a container; one that is not there is a place to copy to. */
async function containerEnd(cli: Cli, container: string, path: string): Promise<CopyEnd> {
  const { archive } = cli.client;
  try {
    const stat = await archive.stat(container, path);
    if (!hasMode(stat, goMode.symlink)) return { path, exists: true, isDirectory: hasMode(stat, goMode.directory) };
    const target = stat.linkTarget.startsWith('/') ? stat.linkTarget : cleanPath(`${splitPath(path).directory}/${stat.linkTarget}`);
    const linked = await archive.stat(container, target).catch(() => undefined);
    return { path: target, exists: linked !== undefined, isDirectory: linked !== undefined && hasMode(linked, goMode.directory) };
  } catch (error) {
    if (isDockerError(error)) return { path, exists: false, isDirectory: false };
    throw error;
  }
}

function* entriesOf(process: Process, source: string, options: CopyOptions, rename: (name: string) => string): Generator<TarEntry> {
  const { directory, base } = splitPath(source);
  yield* walk(process, base === '.' ? directory : cleanPath(source), base, options.followLink, rename);
}

function* walk(process: Process, file: string, name: string, follow: boolean, rename: (name: string) => string): Generator<TarEntry> {
  const stat = follow ? process.stat(file) : process.lstat(file);
  const common = { mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid, mtime: Math.floor(stat.mtime / 1000) * 1000 };
  const path = rename(name);
  switch (stat.mode & fileTypeMask) {
    case fileType.directory:
      yield tarEntry(path, { ...common, type: 'directory' });
      for (const child of process.readdir(file).map((entry) => entry.name).sort()) yield* walk(process, `${file}/${child}`, name === '.' ? child : `${name}/${child}`, false, rename);
      break;
    case fileType.symlink:
      yield tarEntry(path, { ...common, type: 'symlink', linkPath: process.readlink(file) });
      break;
    case fileType.regular:
      yield tarEntry(path, { ...common, bytes: process.readFile(file) });
      break;
    case fileType.fifo:
      yield tarEntry(path, { ...common, type: 'fifo' });
      break;
    default:
  }
}
