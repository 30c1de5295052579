import { copyBytes, type ByteSource } from '../../base/index.ts';
import { isSystemError, type Process } from '../../kernel/index.ts';
import type { Cli } from './cli.ts';
import { CliError } from './command/status-error.ts';

/** Writes an archive to a file, or to stdout, which must not be a terminal then. `what` is for messages: `save` or `export`. */
export async function writeArchive(cli: Cli, path: string, failure: string, archive: () => Promise<ByteSource>): Promise<void> {
  if (path === '' && cli.out.isTerminal) throw new CliError('cowardly refusing to save to a terminal. Use the -o flag or redirect');
  if (path !== '') checkOutputPath(cli.process, path, failure);
  const source = await archive();
  if (path === '') return copyBytes(source, cli.out);
  const fd = cli.process.open(path, 'w', 0o600);
  const file = { write: (bytes: Uint8Array) => cli.process.write(fd, bytes) };
  await copyBytes(source, file);
  cli.process.close(fd);
}

function checkOutputPath(process: Process, path: string, failure: string): void {
  const slash = path.lastIndexOf('/');
  const directory = slash < 0 ? '.' : path.slice(0, slash) || '/';
  try {
    process.stat(directory);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw new CliError(`${failure}: invalid output path: directory ${JSON.stringify(directory)} does not exist`);
    throw error;
  }
}
