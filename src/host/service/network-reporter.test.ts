import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../base/index.ts';
import type { NetworkEvents } from '../../protocol/index.ts';
import { bootHost } from '../boot-host.ts';
import type { Host } from '../host.ts';
import { NetworkReporter } from './network-reporter.ts';

let host: Host;
beforeAll(async () => {
  host = await bootHost();
});
afterAll(() => host.dispose());

/** Sends a datagram to a port of this machine where nobody listens, now. */
function send(port: number): void {
  const { init } = host.kernel;
  const fd = init.bindDatagram({ family: 'inet', address: '127.0.0.1', port: 0 });
  init.sendTo(fd, new Uint8Array([1]), { family: 'inet', address: '127.0.0.1', port });
  init.close(fd);
}

/** The ports that datagrams leave for, of what is told till the last of them. */
async function portsTold(reports: AsyncIterable<NetworkEvents>, last: number): Promise<(number | undefined)[]> {
  const ports: (number | undefined)[] = [];
  for await (const { events } of reports) {
    ports.push(...events.filter(({ kind, protocol }) => kind === 'out' && protocol === 'udp').map(({ destinationPort }) => destinationPort));
    if (ports.includes(last)) break;
  }
  return ports;
}

it('tells what happens while the descriptions are loaded, before what happens then', async () => {
  const { readable, writable } = new TransformStream<NetworkEvents, NetworkEvents>(undefined, { highWaterMark: Infinity });
  const writer = writable.getWriter();
  const reporter = new NetworkReporter(systemClock, (events) => void writer.write(events));
  try {
    const watching = reporter.watch(host, true);
    send(1001);
    send(1002);
    await watching;
    send(1003);
    expect(await portsTold(readable, 1003)).toEqual([1001, 1002, 1003]);
  } finally {
    reporter.dispose();
  }
});
