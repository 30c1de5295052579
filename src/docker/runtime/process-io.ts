import { type ByteSource, noBytes } from '../../base/index.ts';
import { type Fd, isEndOfProcess, isSystemError, type Process } from '../../kernel/index.ts';
import type { RuntimeProcess } from '../engine/index.ts';

/** A process's streams: the ends that the shim keeps, and those that the process gets as 0, 1 and 2. */
export interface ProcessIo {
  streams: Pick<RuntimeProcess, 'stdin' | 'stdout' | 'stderr' | 'resize'>;
  /** Descriptors of the shim for the child. */
  child: { stdin: Fd; stdout: Fd; stderr: Fd };
  terminal: Fd | undefined;
  /** Closes the shim's copies of the child's ends. */
  closeChildEnds(): void;
  /** Resolves when the outputs were read to their end. */
  drained: Promise<void>;
}

/** Pipes for a process without a terminal. */
export function pipeIo(shim: Process, withStdin: boolean): ProcessIo {
  const [stdoutRead, stdoutWrite] = shim.pipe();
  const [stderrRead, stderrWrite] = shim.pipe();
  const [stdinRead, stdinWrite] = withStdin ? shim.pipe() : [shim.open('/dev/null'), undefined];
  const stdout = endingSource(shim, stdoutRead);
  const stderr = endingSource(shim, stderrRead);
  return {
    streams: { stdin: stdinWrite === undefined ? undefined : sink(shim, stdinWrite), stdout: stdout.source, stderr: stderr.source, resize: () => undefined },
    child: { stdin: stdinRead, stdout: stdoutWrite, stderr: stderrWrite },
    terminal: undefined,
    closeChildEnds: () => {
      for (const fd of [stdinRead, stdoutWrite, stderrWrite]) shim.close(fd);
    },
    drained: Promise.all([stdout.ended, stderr.ended]).then(() => undefined),
  };
}

/** A terminal of the container's own devpts, which lies at `pts` for the shim. */
export function terminalIo(shim: Process, pts: string, withStdin: boolean, size: { rows: number; columns: number } | undefined, uid: number): ProcessIo {
  const before = new Set(shim.readdir(pts).map((entry) => entry.name));
  const master = shim.open(`${pts}/ptmx`, 'r+');
  const index = shim.readdir(pts).map((entry) => entry.name).find((name) => !before.has(name)) ?? '0';
  const slave = shim.open(`${pts}/${index}`, 'r+');
  shim.chown(`${pts}/${index}`, uid, 5);
  if (size) shim.setWindowSize(master, size);
  const output = endingSource(shim, master);
  return {
    streams: {
      stdin: withStdin ? { ...sink(shim, master), close: () => undefined } : undefined, stdout: output.source, stderr: undefined,
      resize: (rows, columns) => shim.setWindowSize(master, { rows, columns }),
    },
    child: { stdin: slave, stdout: slave, stderr: slave },
    terminal: slave,
    closeChildEnds: () => shim.close(slave),
    drained: output.ended,
  };
}

/** Reads a descriptor; the end of the process that holds it, and a terminal that was hung up, are the end of the stream. */
function endingSource(shim: Process, fd: Fd): { source: ByteSource; ended: Promise<void> } {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let over = false;
  return {
    ended,
    source: {
      async read(max) {
        if (over) return noBytes;
        try {
          const bytes = await shim.read(fd, max);
          if (bytes.length > 0) return bytes;
        } catch (error) {
          if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
        }
        over = true;
        resolve();
        return noBytes;
      },
    },
  };
}

function sink(shim: Process, fd: Fd): { write(bytes: Uint8Array): Promise<void>; close(): void } {
  let open = true;
  return {
    write: (bytes) => shim.write(fd, bytes),
    close() {
      if (!open) return;
      open = false;
      try {
        shim.close(fd);
      } catch (error) {
        if (!isEndOfProcess(error) && !isSystemError(error, 'EBADF')) throw error;
      }
    },
  };
}
