import { bootHost } from '../boot-host.ts';

/** Boots a host, waits for the prompt of a login shell and throws it away: the first disk is built and the shell's code compiled before anybody asks. */
export async function warmUp(): Promise<void> {
  await using host = await bootHost();
  const { terminal } = host.openSession('root', { rows: 24, columns: 80 });
  await new Promise<void>((resolve) => terminal.onData(() => resolve()));
}
