import { decodeUtf8, type ByteSource } from '../../../base/index.ts';
import { readStdFrames } from '../../api/index.ts';

/** Reads a container's output and gives its lines, of both streams; a last line without an end is a line too. `tty`: there is one stream of raw bytes. */
export async function readLines(source: ByteSource, tty: boolean, take: (line: string, stream: 'stdout' | 'stderr') => void): Promise<void> {
  const rest = { stdout: new LineSplitter((line) => take(line, 'stdout')), stderr: new LineSplitter((line) => take(line, 'stderr')) };
  if (tty) for (let bytes = await source.read(); bytes.length > 0; bytes = await source.read()) rest.stdout.push(bytes);
  else for await (const frame of readStdFrames(source)) rest[frame.stream === 'stderr' || frame.stream === 'systemerr' ? 'stderr' : 'stdout'].push(frame.data);
  rest.stdout.end();
  rest.stderr.end();
}

/** Cuts bytes into lines. */
class LineSplitter {
  readonly #take: (line: string) => void;
  #rest: number[] = [];

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === 0x0a) this.#flush();
      else this.#rest.push(byte);
    }
  }

  end(): void {
    if (this.#rest.length > 0) this.#flush();
  }

  #flush(): void {
    this.#take(decodeUtf8(Uint8Array.from(this.#rest)));
    this.#rest = [];
  }
}
