import type { ByteStream } from '../../base/index.ts';
import type { LabHostEvents } from './lab-host.ts';
import { perlProgram } from './perl-program.ts';

const program = perlProgram(new URL('watch.pl', import.meta.url));

/** The command that watches a folder of a host, and its engine's socket. */
export function watchCommand(folder: string): string[] {
  return program.command(folder, '/run', 'docker.sock');
}

/** Reads what the watch tells, batch by batch; resolves when its first batch is there. */
export async function followWatch(stream: ByteStream, folder: string, events: LabHostEvents, why: () => string): Promise<{ ended: Promise<void> }> {
  const { promise: begun, resolve: begin, reject } = Promise.withResolvers<void>();
  const tell = (batch: string): void => {
    const paths = batch.split('\0').filter(Boolean);
    if (paths.includes('socket')) events.engine();
    const changed = paths.filter((path) => path !== 'socket').map((path) => (path === `${folder}/` ? folder : path));
    if (changed.length > 0) events.paths(changed);
  };
  const read = async (): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    for (let bytes = await stream.read(); bytes.length > 0; bytes = await stream.read()) {
      text += decoder.decode(bytes, { stream: true });
      for (;;) {
        const end = text.startsWith('\0') ? 0 : text.indexOf('\0\0');
        if (end < 0) break;
        tell(text.slice(0, end));
        text = text.slice(end === 0 ? 1 : end + 2);
        begin();
      }
    }
    reject(new Error(`${folder} cannot be watched: ${why()}`));
  };
  const ended = read().catch(() => undefined);
  await stream.write(program.text);
  await begun;
  return { ended };
}
