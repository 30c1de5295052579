import { type ByteStream, decodeUtf8, noBytes } from '../../base/index.ts';
import { readStdFrames } from '../../docker/api/index.ts';
import type { DockerClient } from '../../docker/client/index.ts';

/** Runs a program in a container as root, without a terminal; its stdin and stdout as a stream. `failed` gets its stderr and status when that is not 0. */
export async function openExec(engine: DockerClient, container: string, command: readonly string[], failed?: (stderr: string, exitCode: number) => void): Promise<ByteStream> {
  const { Id: id } = await engine.exec.create(container, { AttachStdin: true, AttachStdout: true, AttachStderr: true, User: 'root', Cmd: [...command] });
  const { stream } = await engine.exec.attach(id, { Detach: false, Tty: false });
  const frames = readStdFrames(stream);
  let errors = '';
  let rest: Uint8Array = noBytes;
  let closed = false;
  const end = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    stream.close();
    if (!failed) return;
    const { ExitCode } = await engine.exec.inspect(id).catch(() => ({ ExitCode: null }));
    if (ExitCode !== 0) failed(errors, ExitCode ?? 137);
  };
  return {
    async read(max = 65536) {
      while (rest.length === 0) {
        const frame = closed ? undefined : await frames.next();
        if (!frame || frame.done) {
          await end();
          return noBytes;
        }
        if (frame.value.stream === 'stdout') rest = frame.value.data;
        else errors = (errors + decodeUtf8(frame.value.data)).slice(-2000);
      }
      const bytes = rest.subarray(0, max);
      rest = rest.subarray(bytes.length);
      return bytes;
    },
    write: (bytes) => stream.write(bytes),
    closeWrite: () => stream.closeWrite(),
    close() {
      closed = true;
      stream.close();
    },
  };
}
