import { describe, expect, it } from 'vitest';
import type { Clock } from '../../base/index.ts';
import { isSystemError, type Kernel, type PacketEvent, type Process } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';

const inet = (address: string, port: number) => ({ family: 'inet', address, port }) as const;

/** Time that goes on at once when nobody has anything to do. */
function fastClock(): Clock {
  const timers: { at: number; callback: () => void }[] = [];
  let now = 1_700_000_000_000;
  let scheduled = false;
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => setImmediate(() => {
      scheduled = false;
      timers.sort((a, b) => a.at - b.at);
      const next = timers.shift();
      if (!next) return;
      now = Math.max(now, next.at);
      next.callback();
      if (timers.length > 0) schedule();
    }));
  };
  return {
    now: () => now,
    setTimeout(callback, ms) {
      const timer = { at: now + ms, callback };
      timers.push(timer);
      schedule();
      return { dispose: () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1)) };
    },
  };
}

/** Reproducible randomness. */
function seeded(): (length: number) => Uint8Array {
  let state = 1;
  return (length) => Uint8Array.from({ length }, () => (state = (state * 48271) % 0x7fffffff) & 255);
}

function boot(): Kernel {
  return bootKernel({}, [], { clock: fastClock(), random: seeded() });
}

/** An event as a line. */
function line({ kind, interface: device, contents, reason, namespace }: PacketEvent): string {
  const where = `${namespace.name}/${device} ${kind}${reason ? ` (${reason})` : ''}`;
  if (contents.protocol === 'arp') return `${where} arp ${contents.operation} ${contents.targetAddress} ${contents.senderAddress}`;
  const { body, source, destination } = contents;
  if (body.protocol === 'icmp') return `${where} icmp ${body.message} ${source} > ${destination}`;
  const again = contents.retransmissionOf === undefined ? '' : ' again';
  return `${where} ${body.protocol} ${source}:${body.sourcePort > 30000 ? 'P' : body.sourcePort} > ${destination}:${body.destinationPort > 30000 ? 'P' : body.destinationPort}${body.protocol === 'tcp' ? ` ${body.flags.join()}` : ''} ${body.data.length}${again}`;
}

async function code(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return 'ok';
  } catch (error) {
    if (isSystemError(error)) return error.code;
    throw error;
  }
}

/** Two namespaces joined by a veth pair: red 10.9.0.1, blue 10.9.0.2. */
async function joined(host: Process): Promise<{ red: (body: (process: Process) => Promise<void>) => Promise<void>; blue: (body: (process: Process) => Promise<void>) => Promise<void> }> {
  host.network.bindNamespace('/tmp/red');
  host.network.bindNamespace('/tmp/blue');
  host.network.addVeth('r0', { name: 'b0' });
  host.network.moveInterface('r0', { path: '/tmp/red' });
  host.network.moveInterface('b0', { path: '/tmp/blue' });
  const within = (path: string) => async (body: (process: Process) => Promise<void>): Promise<void> => {
    let failure: unknown;
    await host.wait(host.fork(async (process) => {
      await body(process).catch((error: unknown) => (failure = error));
      return 0;
    }, { namespaces: { network: { path } } }));
    if (failure) throw failure;
  };
  const [red, blue] = [within('/tmp/red'), within('/tmp/blue')];
  for (const [run, name, address] of [[red, 'r0', '10.9.0.1'], [blue, 'b0', '10.9.0.2']] as const) {
    await run(async ({ network }) => {
      network.setSetting('ipv6/conf/all/disable_ipv6', '1');
      network.setUp('lo', true);
      network.addAddress(name, { address, prefixLength: 24 });
      network.setUp(name, true);
    });
  }
  return { red, blue };
}

describe('packets', () => {
  it('of a connection: ARP, handshake, data, both ends close', async () => {
    const kernel = boot();
    const seen: string[] = [];
    await runIn(kernel, async (host) => {
      const { red, blue } = await joined(host);
      const served = blue(async (process) => {
        const { fd } = await process.accept(process.listen(inet('0.0.0.0', 80)));
        await process.read(fd);
        await process.write(fd, 'x'.repeat(20000));
        process.close(fd);
      });
      await host.checkpoint();
      kernel.network.onPacket((event) => event.namespace.name === 'red' && seen.push(line(event)));
      await red(async (process) => {
        const stream = process.stream(await process.connect(inet('10.9.0.2', 80)));
        await stream.write(new TextEncoder().encode('GET'));
        let bytes = 0;
        for (let part = await stream.read(); part.length > 0; part = await stream.read()) bytes += part.length;
        expect(bytes).toBe(20000);
        stream.close();
        expect(process.network.sockets().map(({ state }) => state)).toEqual([]);
        expect(process.network.neighbours()).toMatchObject([{ address: '10.9.0.2', state: 'REACHABLE' }]);
      });
      await served;
      await blue(async (process) => expect(process.network.sockets().map(({ state }) => state)).toEqual(['TIME-WAIT']));
    });
    expect(seen).toEqual([
      'red/r0 out arp request 10.9.0.2 10.9.0.1', 'red/r0 in arp reply 10.9.0.1 10.9.0.2',
      'red/r0 out tcp 10.9.0.1:P > 10.9.0.2:80 SYN 0', 'red/r0 in tcp 10.9.0.2:80 > 10.9.0.1:P SYN,ACK 0', 'red/r0 out tcp 10.9.0.1:P > 10.9.0.2:80 ACK 0',
      'red/r0 out tcp 10.9.0.1:P > 10.9.0.2:80 PSH,ACK 3', 'red/r0 in tcp 10.9.0.2:80 > 10.9.0.1:P ACK 0',
      'red/r0 in tcp 10.9.0.2:80 > 10.9.0.1:P ACK 14480', 'red/r0 in tcp 10.9.0.2:80 > 10.9.0.1:P PSH,ACK 5520', 'red/r0 out tcp 10.9.0.1:P > 10.9.0.2:80 ACK 0', 'red/r0 out tcp 10.9.0.1:P > 10.9.0.2:80 ACK 0',
      'red/r0 in tcp 10.9.0.2:80 > 10.9.0.1:P FIN,ACK 0', 'red/r0 out tcp 10.9.0.1:P > 10.9.0.2:80 ACK 0', 'red/r0 out tcp 10.9.0.1:P > 10.9.0.2:80 FIN,ACK 0', 'red/r0 in tcp 10.9.0.2:80 > 10.9.0.1:P ACK 0',
    ]);
    kernel.dispose();
  });

  it('that are lost are sent again, so that every byte arrives; of datagrams some do not', async () => {
    const kernel = boot();
    const lost: string[] = [];
    let again = 0;
    await runIn(kernel, async (host) => {
      const { red, blue } = await joined(host);
      for (const [run, name] of [[red, 'r0'], [blue, 'b0']] as const) await run(async ({ network }) => network.setNetem(name, { delay: 20, jitter: 0, loss: 20, duplicate: 0 }));
      kernel.network.onPacket((event) => {
        if (event.reason === 'loss') lost.push(line(event));
        if (event.kind === 'out' && event.contents.protocol === 'ip' && event.contents.retransmissionOf !== undefined) again++;
      });
      let received = 0;
      const served = blue(async (process) => {
        const { fd } = await process.accept(process.listen(inet('0.0.0.0', 80)));
        for (let part = await process.read(fd); part.length > 0; part = await process.read(fd)) {
          expect(part.every((byte, i) => byte === (received + i) % 251)).toBe(true);
          received += part.length;
        }
        process.close(fd);
      });
      const counted = blue(async (process) => {
        const fd = process.bindDatagram(inet('0.0.0.0', 53));
        let datagrams = 0;
        while (await process.receiveMessage(fd, 60_000)) datagrams++;
        expect(datagrams).toBeGreaterThan(50);
        expect(datagrams).toBeLessThan(100);
      });
      await host.checkpoint();
      await red(async (process) => {
        const fd = await process.connect(inet('10.9.0.2', 80));
        await process.write(fd, Uint8Array.from({ length: 200_000 }, (_, i) => i % 251));
        process.close(fd);
        const socket = process.bindDatagram(inet('0.0.0.0', 0));
        for (let i = 0; i < 100; i++) process.sendTo(socket, Uint8Array.of(i), inet('10.9.0.2', 53));
      });
      await served;
      await counted;
      expect(received).toBe(200_000);
    });
    expect(again).toBeGreaterThan(10);
    expect(lost.length).toBeGreaterThan(20);
    kernel.dispose();
  });

  it('that get nowhere: refused, no neighbour, no route, filtered; and what senders hear of it', async () => {
    const kernel = boot();
    await runIn(kernel, async (host) => {
      const { red, blue } = await joined(host);
      await red(async (process) => {
        const { network, clock } = process;
        expect(await code(() => process.connect(inet('10.9.0.2', 81)))).toBe('ECONNREFUSED');
        const start = clock.now();
        expect(await code(() => process.connect(inet('10.9.0.9', 80)))).toBe('EHOSTUNREACH');
        expect(Math.round(clock.now() - start)).toBe(3000);
        expect(network.neighbours().find(({ address }) => address === '10.9.0.9')?.state).toBe('FAILED');
        expect(await code(() => process.connect(inet('192.0.2.1', 80)))).toBe('ENETUNREACH');
        const socket = process.bindDatagram(inet('0.0.0.0', 0));
        process.connectDatagram(socket, inet('10.9.0.2', 53));
        process.sendTo(socket, new Uint8Array(1), inet('10.9.0.2', 53));
        expect(await code(() => process.receiveFrom(socket))).toBe('ECONNREFUSED');
        network.addRoute({ destination: '192.0.2.0/24', gateway: '10.9.0.2', device: 'r0', source: undefined });
        const before = clock.now();
        expect(await code(() => process.connect(inet('192.0.2.1', 80)))).toBe('ETIMEDOUT');
        expect(Math.round(clock.now() - before)).toBe(127_000);
        const echo = process.bindEcho(inet('0.0.0.0', 0));
        process.sendTo(echo, new Uint8Array(56), inet('10.9.0.2', 0), 7);
        expect(await process.receiveMessage(echo, 10)).toMatchObject({ kind: 'data', sequence: 7, ttl: 64 });
      });
      await blue(async ({ network }) => {
        network.setFirewall(network.firewall().map((chain) => (chain.name === 'INPUT' ? { ...chain, policy: 'DROP' } : chain)));
      });
      await red(async (process) => expect(await code(() => process.connect(inet('10.9.0.2', 81), { timeoutMs: 500 }))).toBe('ETIMEDOUT'));
    });
    kernel.dispose();
  });

  it('to the internet count their hops', async () => {
    const kernel = boot();
    kernel.internet.serve('198.51.100.7', 80, (stream) => stream.close());
    await runIn(kernel, async (host) => {
      const socket = host.bindDatagram(inet('0.0.0.0', 0));
      const hops: string[] = [];
      for (let ttl = 1; ttl < 6; ttl++) {
        host.setSocketOption(socket, 'ttl', ttl);
        host.sendTo(socket, new Uint8Array(32), inet('198.51.100.7', 33434));
        const answer = await host.receiveMessage(socket, 100);
        hops.push(answer?.kind === 'error' ? `${answer.message} ${answer.from}` : 'none');
      }
      expect(hops).toEqual(['time-exceeded 10.0.2.2', 'time-exceeded 192.0.2.1', 'time-exceeded 192.0.2.9', 'unreachable 198.51.100.7', 'unreachable 198.51.100.7']);
    });
    kernel.dispose();
  });

  it('on loopback: both families, all of 127.0.0.0/8, and who listens where', async () => {
    const kernel = boot();
    await runIn(kernel, async (host) => {
      const reaches = (address: string): Promise<string> => code(async () => host.close(await host.connect(inet(address, 8080))));
      const loopback = host.listen(inet('127.0.0.1', 8080));
      expect([await reaches('127.0.0.1'), await reaches('127.0.0.2'), await reaches('::1'), await reaches('10.0.2.15')]).toEqual(['ok', 'ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED']);
      expect(await code(async () => host.listen(inet('0.0.0.0', 8080)))).toBe('EADDRINUSE');
      expect(await code(async () => host.listen(inet('::', 8080)))).toBe('EADDRINUSE');
      host.close(loopback);
      const v4 = host.listen(inet('0.0.0.0', 8080));
      expect([await reaches('127.9.9.9'), await reaches('::1'), await reaches('10.0.2.15')]).toEqual(['ok', 'ECONNREFUSED', 'ok']);
      host.close(host.listen(inet('::1', 8080)));
      host.close(v4);
      host.listen(inet('::', 8080));
      expect([await reaches('127.0.0.1'), await reaches('::1'), await reaches('10.0.2.15')]).toEqual(['ok', 'ok', 'ok']);
    });
    kernel.dispose();
  });
});
