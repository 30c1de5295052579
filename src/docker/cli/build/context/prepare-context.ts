import { concatBytes, encodeUtf8, sourceOf, tarEntry, toHex, writeTar, type ByteSource } from '../../../../base/index.ts';
import { fileType, fileTypeMask, isSystemError, type Process } from '../../../../kernel/index.ts';
import { CliError } from '../../command/status-error.ts';
import { joinPath } from '../../container/volume-spec.ts';
import { goMessage } from '../../explain-error.ts';
import { contextArchive, ignoreRules } from './context-archive.ts';
import { IgnorePatternError } from './ignore.ts';

/** A context that is ready to be sent. */
export interface PreparedContext {
  /** The archive; undefined for a context that the daemon fetches. */
  archive: ByteSource | undefined;
  /** A URL for the daemon. */
  remote: string | undefined;
  /** Path of the Dockerfile in the archive. */
  dockerfile: string;
  /** Under which name it is shown, when that is not its path. */
  shownAs: string | undefined;
  /** The folder of the archive with what is no part of the context. */
  session?: string | undefined;
}

/** What goes along with a context for BuildKit. */
export interface ContextExtras {
  secrets: ReadonlyMap<string, Uint8Array>;
  /** Directories by name. */
  contexts: ReadonlyMap<string, string>;
}

/** Whether the user named what `isRemote` fetches: a git repository or a web address. */
function isRemote(context: string): boolean {
  return /^(https?:\/\/|git:\/\/|git@|github\.com\/)/.test(context);
}

/**
 * Reads `PATH | URL | -` and `-f`. A Dockerfile outside the context, or one on stdin, travels in the archive under a name of its own. Throws CliError with the messages that both builders
 * share; `checkDockerfile` refuses a Dockerfile that is not there, as the classic builder does.
 */
export async function prepareContext(process: Process, context: string, file: string, checkDockerfile: boolean, extras?: ContextExtras): Promise<PreparedContext> {
  if (context === '') throw new CliError('please specify build context (e.g. "." for the current directory)');
  if (context === '-' && file === '-') throw new CliError('invalid argument: can\'t use stdin for both build context and dockerfile');
  if (context === '-') return contextFromStdin(process, file, extras);
  const shown = file === '-' || file === '' ? 'Dockerfile' : (file.split('/').at(-1) ?? 'Dockerfile');
  if (isRemote(context)) return { archive: undefined, remote: context, dockerfile: file === '' ? 'Dockerfile' : file, shownAs: undefined };
  if (!isDirectory(process, context)) throw new CliError(`unable to prepare context: path ${JSON.stringify(context)} not found`);
  const directory = joinPath(process.cwd, context);
  checkIgnoreFile(process, directory, file === '' || file === '-' ? 'Dockerfile' : file, checkDockerfile);
  const session = newSession(process);
  const extra = new Map<string, Uint8Array>();
  const folders = new Map<string, string>();
  for (const [id, bytes] of extras?.secrets ?? []) extra.set(secretPath(session, id), bytes);
  for (const [name, folder] of extras?.contexts ?? []) folders.set(`${session}/contexts/_${encodeURIComponent(name)}`, joinPath(process.cwd, folder));
  // The classic builder knows no session: a Dockerfile from elsewhere lies in the context under a name of its own.
  const outside = extras ? `${session}/Dockerfile` : `.dockerfile.${toHex(process.random(10))}`;
  const named = extras ? { session } : {};
  if (file === '-') {
    extra.set(outside, await readStdin(process));
    return { archive: contextArchive(process, { directory, dockerfile: outside, extra, folders }), remote: undefined, dockerfile: extras ? shown : outside, shownAs: shown, ...named };
  }
  const path = file === '' ? `${directory}/Dockerfile` : joinPath(process.cwd, file);
  if (checkDockerfile) checkExists(process, path);
  if (path.startsWith(`${directory === '/' ? '' : directory}/`)) {
    const inside = path.slice(directory === '/' ? 1 : directory.length + 1);
    return { archive: contextArchive(process, { directory, dockerfile: inside, extra, folders }), remote: undefined, dockerfile: inside, shownAs: inside === shown ? undefined : shown, ...named };
  }
  if (!process.exists(path)) return { archive: contextArchive(process, { directory, dockerfile: shown }), remote: undefined, dockerfile: `.missing/${shown}`, shownAs: shown };
  extra.set(outside, process.readFile(path));
  const ignore = process.exists(`${path}.dockerignore`) ? process.readTextFile(`${path}.dockerignore`) : undefined;
  if (ignore !== undefined) extra.set(`${outside}.dockerignore`, encodeUtf8(ignore));
  return { archive: contextArchive(process, { directory, dockerfile: outside, extra, folders, ignore }), remote: undefined, dockerfile: extras ? shown : outside, shownAs: shown, ...named };
}

/** The folder of the archive in which travels what is not of the context. */
function newSession(process: Process): string {
  return `.session-${toHex(process.random(10))}`;
}

function secretPath(session: string, id: string): string {
  return `${session}/secrets/_${encodeURIComponent(id)}`;
}

function isDirectory(process: Process, path: string): boolean {
  try {
    return (process.stat(path).mode & fileTypeMask) === fileType.directory;
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return false;
    if (isSystemError(error)) throw new CliError(`unable to prepare context: stat ${goMessage(error)}`);
    throw error;
  }
}

function checkExists(process: Process, path: string): void {
  try {
    process.stat(path);
  } catch (error) {
    if (isSystemError(error)) throw new CliError(`unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ${goMessage(error)}`);
    throw error;
  }
}

/** Patterns that cannot be are told before anything is sent. */
function checkIgnoreFile(process: Process, directory: string, dockerfile: string, classic: boolean): void {
  try {
    ignoreRules(process, directory, dockerfile);
  } catch (error) {
    if (!(error instanceof IgnorePatternError)) throw error;
    throw new CliError(classic ? 'error checking context: syntax error in pattern' : `failed to solve: rpc error: code = Unknown desc = invalid excludepatterns: [${error.patterns.join(' ')}]: syntax error in pattern`);
  }
}

async function readStdin(process: Process): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let part = await process.read(0); part.length > 0; part = await process.read(0)) parts.push(part);
  return concatBytes(parts);
}

/** An archive on stdin is the context; anything else is a Dockerfile without a context. */
async function contextFromStdin(process: Process, file: string, extras: ContextExtras = { secrets: new Map(), contexts: new Map() }): Promise<PreparedContext> {
  const bytes = await readStdin(process);
  if (extras.contexts.size > 0 || (extras.secrets.size > 0 && isArchive(bytes))) throw new CliError('--secret and --build-context are not supported here with a context on stdin: build from a directory');
  if (isArchive(bytes)) return { archive: sourceOf(bytes), remote: undefined, dockerfile: file === '' ? 'Dockerfile' : file, shownAs: undefined };
  if (file !== '') throw new CliError('ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles');
  const session = newSession(process);
  const secrets = [...extras.secrets].map(([id, secret]) => tarEntry(secretPath(session, id), { mode: 0o600, bytes: secret }));
  return { archive: sourceOf(writeTar([tarEntry('Dockerfile', { mode: 0o600, bytes }), ...secrets])), remote: undefined, dockerfile: 'Dockerfile', shownAs: undefined, ...(secrets.length > 0 && { session }) };
}

/** gzip, bzip2, xz, or a tar header. */
function isArchive(bytes: Uint8Array): boolean {
  const starts = (...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x1f, 0x8b) || starts(0x42, 0x5a, 0x68) || starts(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)) return true;
  return bytes.length >= 512 && new TextDecoder('latin1').decode(bytes.subarray(257, 262)) === 'ustar';
}
