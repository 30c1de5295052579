import { noBytes, tarEntry, writeTarChunks, type ByteSource, type TarEntry } from '../../../../base/index.ts';
import { fileType, fileTypeMask, isSystemError, type Process, type Stat } from '../../../../kernel/index.ts';
import { CliError } from '../../command/status-error.ts';
import { goMessage } from '../../explain-error.ts';
import { IgnoreRules } from './ignore.ts';

/** What goes to the builder: a directory without what .dockerignore leaves out, and files beside it. */
export interface ContextOptions {
  directory: string;
  /** Path of the Dockerfile in the context, which is sent even where it is ignored. */
  dockerfile: string;
  /** Files that are not in the directory, by path in the archive. */
  extra?: ReadonlyMap<string, Uint8Array>;
  /** Rules to use instead of a .dockerignore in the directory. */
  ignore?: string | undefined;
  /** Further directories, by path in the archive. */
  folders?: ReadonlyMap<string, string>;
}

/** The rules for a context: `DOCKERFILE.dockerignore` beside the Dockerfile, else `.dockerignore`. */
export function ignoreRules(process: Process, directory: string, dockerfile: string): IgnoreRules {
  for (const name of [`${dockerfile}.dockerignore`, '.dockerignore']) {
    const path = `${directory}/${name}`;
    if (process.exists(path)) return new IgnoreRules(process.readTextFile(path));
  }
  return new IgnoreRules('');
}

/** The context as a tar archive: owners are root, times and modes as they are. Files are read as they are sent. */
export function contextArchive(process: Process, options: ContextOptions): ByteSource {
  return sourceOfChunks(writeTarChunks(contextEntries(process, options), { sparse: false }));
}

function* contextEntries(process: Process, { directory, dockerfile, extra, ignore, folders }: ContextOptions): Generator<TarEntry> {
  const rules = ignore === undefined ? ignoreRules(process, directory, dockerfile) : new IgnoreRules(ignore);
  const always = new Set(['.dockerignore', dockerfile, `${dockerfile}.dockerignore`]);
  yield* walk(process, directory, '', rules, always);
  for (const [path, bytes] of extra ?? []) yield tarEntry(path, { mode: 0o600, bytes });
  for (const [path, folder] of folders ?? []) {
    yield tarEntry(path, { mode: 0o755, type: 'directory' });
    for (const entry of walk(process, folder, '', ignoreRules(process, folder, 'Dockerfile'), new Set())) yield { ...entry, path: `${path}/${entry.path}` };
  }
}

function* walk(process: Process, root: string, parent: string, rules: IgnoreRules, always: ReadonlySet<string>): Generator<TarEntry> {
  const names = process.readdir(parent === '' ? root : `${root}/${parent}`).map(({ name }) => name).sort();
  for (const name of names) {
    const path = parent === '' ? name : `${parent}/${name}`;
    const excluded = !always.has(path) && rules.excludes(path);
    const stat = process.lstat(`${root}/${path}`);
    const isDirectory = (stat.mode & fileTypeMask) === fileType.directory;
    if (!excluded) {
      const entry = entryOf(process, `${root}/${path}`, path, stat);
      if (entry) yield entry;
    }
    const leadsToSent = [...always].some((sent) => sent.startsWith(`${path}/`));
    if (isDirectory && (!excluded || rules.mayInclude(path) || leadsToSent)) yield* walk(process, root, path, rules, always);
  }
}

/** An entry for a file; undefined for sockets, which archives do not hold. */
function entryOf(process: Process, file: string, path: string, stat: Stat): TarEntry | undefined {
  const common = { mode: stat.mode & 0o7777, uid: 0, gid: 0, mtime: Math.floor(stat.mtime / 1000) * 1000 };
  switch (stat.mode & fileTypeMask) {
    case fileType.directory:
      return tarEntry(path, { ...common, type: 'directory' });
    case fileType.symlink:
      return tarEntry(path, { ...common, type: 'symlink', linkPath: process.readlink(file) });
    case fileType.regular:
      return tarEntry(path, { ...common, type: 'file', bytes: readFile(process, file, path) });
    case fileType.fifo:
      return tarEntry(path, { ...common, type: 'fifo' });
    default:
      return undefined;
  }
}

function readFile(process: Process, file: string, path: string): Uint8Array {
  try {
    return process.readFile(file);
  } catch (error) {
    if (isSystemError(error, 'EACCES')) throw new CliError(`error from sender: open ${path}: ${goMessage(error).replace(/^.*: /, '')}`);
    throw error;
  }
}

/** Pieces from a generator as a source; small ones are joined. */
export function sourceOfChunks(chunks: Iterator<Uint8Array>): ByteSource {
  let rest: Uint8Array = noBytes;
  return {
    async read(max = 65536) {
      while (rest.length === 0) {
        const { value, done } = chunks.next();
        if (done || value === undefined) return noBytes;
        rest = value;
      }
      const taken = rest.subarray(0, max);
      rest = rest.subarray(taken.length);
      return taken;
    },
  };
}
