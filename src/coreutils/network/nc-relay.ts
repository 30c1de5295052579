import { isEndOfProcess, isSystemError, type Fd, type Process } from '../../kernel/uapi/index.ts';

/** How a connection and standard input and output are joined. */
export interface RelayOptions {
  /** The connection's end is the end, whatever standard input still has. */
  listen: boolean;
  udp: boolean;
  noStdin: boolean;
  shutdown: boolean;
  crlf: boolean;
  quitAfter: number;
  timeout: number | undefined;
  receiveLimit: number | undefined;
}

/**
 * Copies standard input to the connection and the connection to standard output, as readwrite() of netcat-openbsd: it ends when the connection has ended and there is
 * nothing more to send (a listener: at once), when writing fails, `quitAfter` seconds after the end of standard input, or after `timeout` seconds of silence.
 */
export async function relay(process: Process, fd: Fd, options: RelayOptions): Promise<void> {
  const over = Promise.withResolvers<void>();
  let [inputOpen, connectionOpen] = [!options.noStdin, true];
  let silence: { dispose(): void } | undefined;
  const heard = (): void => {
    silence?.dispose();
    silence = options.timeout === undefined ? undefined : process.clock.setTimeout(() => over.resolve(), options.timeout * 1000);
  };
  let finished = false;
  const send = async (): Promise<void> => {
    // In chunks that are there already; a wait is given up when the connection has ended.
    while (inputOpen && !finished) {
      if ((await process.poll([0], 1000)).length === 0) continue;
      if (finished) return;
      const bytes = await process.read(0);
      heard();
      if (bytes.length === 0) break;
      await process.write(fd, options.crlf ? withCrlf(bytes) : bytes);
    }
    inputOpen = false;
    if (options.shutdown && !options.udp) process.shutdownWrite(fd);
    if (!connectionOpen || options.quitAfter === 0) over.resolve();
    else if (options.quitAfter > 0) process.clock.setTimeout(() => over.resolve(), options.quitAfter * 1000);
  };
  const receive = async (): Promise<void> => {
    for (let left = options.receiveLimit ?? Infinity; left > 0; left--) {
      const bytes = await process.read(fd);
      heard();
      if (bytes.length === 0 && !options.udp) break;
      await process.write(1, bytes);
    }
    connectionOpen = false;
    if (options.listen || !inputOpen || options.receiveLimit !== undefined) over.resolve();
  };
  const watched = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      if (isSystemError(error)) over.resolve();
      else if (!isEndOfProcess(error)) over.reject(error);
    });
  };
  heard();
  watched(receive());
  if (inputOpen) watched(send());
  try {
    await over.promise;
  } finally {
    finished = true;
    silence?.dispose();
  }
}

function withCrlf(bytes: Uint8Array): Uint8Array {
  const parts: number[] = [];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 10 && bytes[index - 1] !== 13) parts.push(13);
    parts.push(byte);
  }
  return Uint8Array.from(parts);
}
