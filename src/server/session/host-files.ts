import { concatBytes, decodeUtf8, noBytes } from '../../base/index.ts';
import { type FileEntry, ProtocolError } from '../../protocol/index.ts';
import { type LabHost, perlProgram } from '../lab-host/index.ts';

const program = perlProgram(new URL('files.pl', import.meta.url));
/** The largest file that a page may read, in bytes. */
const largest = 16 * 2 ** 20;

/** Numbers of Linux, whatever runs this. */
const errnos: Readonly<Record<string, string>> = {
  1: 'EPERM', 2: 'ENOENT', 13: 'EACCES', 16: 'EBUSY', 17: 'EEXIST', 18: 'EXDEV', 20: 'ENOTDIR', 21: 'EISDIR', 22: 'EINVAL', 26: 'ETXTBSY', 27: 'EFBIG', 28: 'ENOSPC', 30: 'EROFS', 36: 'ENAMETOOLONG', 39: 'ENOTEMPTY', 40: 'ELOOP',
};

async function run(host: LabHost, data: Uint8Array, ...args: string[]): Promise<Uint8Array> {
  let failure: { stderr: string; exitCode: number } | undefined;
  const stream = await host.open(program.command(...args), (stderr, exitCode) => (failure = { stderr, exitCode }));
  const output: Uint8Array[] = [];
  // It may end without reading what it is given.
  const given = stream.write(concatBytes([program.text, data])).catch(() => undefined).then(() => stream.closeWrite());
  for (let part = await stream.read(); part.length > 0; part = await stream.read()) output.push(part);
  await given;
  if (!failure) return concatBytes(output);
  const [, path = ''] = args;
  const code = errnos[failure.stderr.split('\n')[0] ?? ''];
  throw new ProtocolError({ code: code ?? 'EIO', message: `${path}: ${code ?? failure.stderr.trim()}`, data: { path } });
}

/** A real host's files for a page: `BackendFiles`, as root. */
export const hostFiles = {
  async list(host: LabHost, path: string): Promise<FileEntry[]> {
    const fields = decodeUtf8(await run(host, noBytes, 'list', path)).split('\0');
    const entries: FileEntry[] = [];
    for (let at = 0; at + 4 < fields.length; at += 5) {
      const [name = '', kind = '', size, mode, seconds] = fields.slice(at, at + 5);
      entries.push({ name, kind: kind as FileEntry['kind'], size: Number(size), mode: Number(mode), mtime: Number(seconds) * 1000 });
    }
    return entries;
  },
  read: (host: LabHost, path: string): Promise<Uint8Array> => run(host, noBytes, 'read', path, String(largest)),
  async write(host: LabHost, path: string, data: Uint8Array, user: string, mode: number | undefined): Promise<void> {
    await run(host, data, 'write', path, user, mode === undefined ? '' : String(mode));
  },
  async mkdir(host: LabHost, path: string, user: string): Promise<void> {
    await run(host, noBytes, 'mkdir', path, user);
  },
  async rename(host: LabHost, from: string, to: string): Promise<void> {
    await run(host, noBytes, 'rename', from, to);
  },
  async remove(host: LabHost, path: string): Promise<void> {
    await run(host, noBytes, 'remove', path);
  },
};
