import { encodeUtf8 } from '../../base/index.ts';
import { bootHost } from '../boot-host.ts';

/** Boots a host, logs in, waits for the prompt, logs out and throws the host away: the first disk is built and the shell's code compiled before anybody asks. */
export async function warmUp(): Promise<void> {
  await using host = await bootHost();
  const { terminal, ended } = host.openSession('root', { rows: 24, columns: 80 });
  await new Promise<void>((resolve) => terminal.onData(() => resolve()));
  terminal.write(encodeUtf8('\x04'));
  await ended;
}
