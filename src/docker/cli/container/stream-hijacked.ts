import type { ByteStream } from '../../../base/index.ts';
import { isSystemError } from '../../../kernel/index.ts';
import { readStdFrames } from '../../api/index.ts';
import type { Cli } from '../cli.ts';
import { DetachFilter } from './detach-keys.ts';
import { makeRaw } from './raw-terminal.ts';

export interface StreamOptions {
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
  /** The container has a terminal: bytes are raw, and so is ours. */
  tty: boolean;
  detachKeys: string;
}

/** Why streaming ended: the container closed its output, or the user typed the detach keys. */
export type StreamEnd = 'closed' | 'detached';

/** Joins our standard streams with a hijacked connection until the output ends or the user detaches. Closes the connection. */
export async function streamHijacked(cli: Cli, stream: ByteStream, options: StreamOptions): Promise<StreamEnd> {
  const restore = options.stdin && options.tty ? makeRaw(cli.process) : (): void => undefined;
  try {
    const output = options.stdout || options.stderr ? copyOutput(cli, stream, options).then((): StreamEnd => 'closed') : undefined;
    const input = copyInput(cli, stream, options);
    if (!output) return (await input) ?? 'closed';
    // The end of our input is not the end of the container's output.
    return await Promise.race([output, input.then((end) => end ?? output)]);
  } finally {
    restore();
    stream.close();
  }
}

async function copyOutput(cli: Cli, stream: ByteStream, options: StreamOptions): Promise<void> {
  if (options.tty) {
    for (let bytes = await stream.read(); bytes.length > 0; bytes = await stream.read()) await cli.out.write(bytes);
    return;
  }
  for await (const frame of readStdFrames(stream)) {
    if (frame.stream === 'stderr' || frame.stream === 'systemerr') {
      if (options.stderr) await cli.err.write(frame.data);
    } else if (options.stdout) await cli.out.write(frame.data);
  }
}

/** Resolves to `detached`, or to nothing at the end of our input. */
async function copyInput(cli: Cli, stream: ByteStream, options: StreamOptions): Promise<StreamEnd | undefined> {
  if (options.stdin) {
    const filter = options.tty ? new DetachFilter(options.detachKeys) : undefined;
    for (;;) {
      let bytes: Uint8Array;
      try {
        bytes = await cli.process.read(0);
      } catch (error) {
        if (isSystemError(error, 'EIO', 'EBADF')) break;
        throw error;
      }
      if (bytes.length === 0) break;
      const { pass, detached } = filter?.push(bytes) ?? { pass: bytes, detached: false };
      try {
        if (pass.length > 0) await stream.write(pass);
      } catch {
        return undefined; // The container is gone; its output tells when to end.
      }
      if (detached) return 'detached';
    }
  }
  stream.closeWrite();
  return undefined;
}
