import type { ByteStream } from '../../base/index.ts';
import type { Fd, Process } from '../../kernel/uapi/index.ts';

/** Connects to a unix socket, or to the first address of a name that answers; `onAddress` hears of each try. */
export async function dial(process: Process, target: { unix?: string | undefined; host: string; port: number; onAddress?: (address: string) => Promise<void> | void }): Promise<{ stream: ByteStream; address: string; fd: Fd }> {
  if (target.unix !== undefined) {
    await target.onAddress?.(target.unix);
    const fd = await process.connect({ family: 'unix', path: target.unix });
    return { stream: process.stream(fd), address: target.unix, fd };
  }
  const addresses = await process.lookup(target.host);
  let failure: unknown;
  for (const address of addresses) {
    try {
      await target.onAddress?.(address);
      const fd = await process.connect({ family: 'inet', address, port: target.port });
      return { stream: process.stream(fd), address, fd };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
