import { describe, expect, it } from 'vitest';
import { decodeUtf8, readAllText } from '../../base/index.ts';
import { isSystemError, LookupError, type Process } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';

async function code(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return 'ok';
  } catch (error) {
    if (error instanceof LookupError || isSystemError(error)) return error.code;
    throw error;
  }
}

const inet = (address: string, port: number) => ({ family: 'inet', address, port }) as const;

/** Answers each connection with who connected. */
async function serve(process: Process, port: number): Promise<number> {
  const listener = process.listen(inet('0.0.0.0', port));
  for (;;) {
    const { fd, peer } = await process.accept(listener);
    await process.write(fd, peer.family === 'inet' ? peer.address : 'unix');
    process.close(fd);
  }
}

async function ask(process: Process, address: string, port: number, timeoutMs?: number): Promise<string> {
  const stream = process.stream(await process.connect(inet(address, port), { timeoutMs }));
  const text = await readAllText(stream);
  stream.close();
  return text;
}

describe('network', () => {
  it('joins a bridge, a veth pair, NAT both ways and the internet', async () => {
    const kernel = bootKernel();
    kernel.internet.serve('198.51.100.7', 80, (stream, peer) => {
      void stream.write(new TextEncoder().encode(peer.family === 'inet' ? peer.address : '')).then(() => stream.close());
    });
    await runIn(kernel, async (host) => {
      const { network } = host;
      network.addBridge('docker0');
      network.setUp('docker0', true);
      network.addAddress('docker0', { address: '172.17.0.1', prefixLength: 16 });
      const containers = [2, 3].map((n) => {
        const pid = host.fork(async (process) => {
          await process.sleep(1e9);
          return 0;
        }, { namespaces: { network: 'new' } });
        network.addVeth(`veth${n}`, { name: 'eth0', namespacePid: pid, mac: `02:42:ac:11:00:0${n}` });
        network.setMaster(`veth${n}`, 'docker0');
        network.setUp(`veth${n}`, true);
        return pid;
      });
      const inside = async <T>(pid: number | undefined, body: (process: Process) => Promise<T>): Promise<T> => {
        let result: { value: T } | undefined;
        const child = host.fork(async (process) => {
          result = { value: await body(process) };
          return 0;
        }, { namespaces: { network: pid ?? 0 } });
        await host.wait(child);
        if (!result) throw new Error('the child failed');
        return result.value;
      };
      for (const [i, pid] of containers.entries()) {
        await inside(pid, async ({ network: own }) => {
          own.setUp('lo', true);
          own.setUp('eth0', true);
          own.addAddress('eth0', { address: `172.17.0.${i + 2}`, prefixLength: 16 });
          own.addRoute({ destination: '0.0.0.0/0', gateway: '172.17.0.1', device: 'eth0', source: undefined });
        });
      }
      const [one, two] = containers;
      const server = host.fork((process) => serve(process, 80), { namespaces: { network: one ?? 0 } });
      await host.checkpoint();
      expect(await ask(host, '172.17.0.2', 80)).toBe('172.17.0.1');
      expect(await inside(two, (process) => ask(process, '172.17.0.2', 80))).toBe('172.17.0.3');
      expect(await inside(one, (process) => ask(process, '127.0.0.1', 80))).toBe('127.0.0.1');
      expect(await inside(two, (process) => code(() => ask(process, '127.0.0.1', 80)))).toBe('ECONNREFUSED');
      expect(await inside(two, (process) => code(() => ask(process, '172.17.0.9', 80)))).toBe('EHOSTUNREACH');

      // Published on the host's port: docker run -p 8080:80
      const published = network.addDestinationNat({ protocol: 'tcp', address: undefined, port: 8080, toAddress: '172.17.0.2', toPort: 80 });
      expect(await code(() => ask(host, '127.0.0.1', 8080))).toBe('ECONNREFUSED');
      expect(await code(() => ask(host, '10.0.2.15', 8080))).toBe('ok');
      published.dispose();
      expect(await code(() => ask(host, '10.0.2.15', 8080))).toBe('ECONNREFUSED');

      // Out into the world: only with forwarding, and from the host's address with masquerading.
      expect(await ask(host, '198.51.100.7', 80)).toBe('10.0.2.15');
      expect(await inside(two, (process) => code(() => ask(process, '198.51.100.7', 80, 20)))).toBe('ETIMEDOUT');
      network.setForwarding(true);
      network.addMasquerade('172.17.0.0/16');
      expect(await inside(two, (process) => ask(process, '198.51.100.7', 80))).toBe('10.0.2.15');
      expect(await code(() => ask(host, '198.51.100.7', 81))).toBe('ECONNREFUSED');

      expect(network.interfaces().map(({ name, master, peerIndex }) => [name, master, peerIndex])).toEqual([
        ['lo', undefined, undefined], ['eth0', undefined, undefined], ['docker0', undefined, undefined], ['veth2', 'docker0', 4], ['veth3', 'docker0', 6],
      ]);
      expect(network.interfaces()[3]?.txBytes).toBeGreaterThan(0);
      host.kill(server, 'SIGKILL');
      for (const pid of containers) host.kill(pid, 'SIGKILL');
      expect(network.interfaces().map(({ name }) => name)).toEqual(['lo', 'eth0', 'docker0']);
    });
    kernel.dispose();
  });

  it('looks names up in /etc/hosts and with real DNS messages', async () => {
    const kernel = bootKernel({}, [
      { path: '/etc/hosts', content: '127.0.0.1\tlocalhost\n192.0.2.5 web.test web # ours\n' },
      { path: '/etc/resolv.conf', content: 'nameserver 10.0.2.3\nsearch lan.test\n' },
    ]);
    kernel.internet.serveNames('10.0.2.3');
    kernel.internet.addName('registry.lan.test', ['192.0.2.9']);
    kernel.internet.addName('hub.test', ['192.0.2.1', '192.0.2.2']);
    await runIn(kernel, async (process) => {
      expect(await process.lookup('web')).toEqual(['192.0.2.5']);
      expect(await process.lookup('hub.test')).toEqual(['192.0.2.1', '192.0.2.2']);
      expect(await process.lookup('registry')).toEqual(['192.0.2.9']);
      expect(await process.lookup('10.1.1.1')).toEqual(['10.1.1.1']);
      expect(await code(() => process.lookup('nowhere.test'))).toBe('NOTFOUND');
      process.writeFile('/etc/resolv.conf', 'nameserver 127.0.0.11\n');
      expect(await code(() => process.lookup('hub.test'))).toBe('AGAIN');
      const server = process.bindDatagram(inet('127.0.0.11', 53));
      process.fork(async (child) => {
        const { data, from } = await child.receiveFrom(server);
        const query = decodeUtf8(data.subarray(12, 21));
        expect(query).toBe('\x03hub\x04test');
        const answer = kernel.internet.addressesOf('hub.test');
        const { decodeDnsQuery, encodeDnsAnswer } = await import('./dns.ts');
        const asked = decodeDnsQuery(data);
        if (asked) child.sendTo(server, encodeDnsAnswer(asked, 0, answer), from);
        return 0;
      });
      expect(await process.lookup('hub.test')).toEqual(['192.0.2.1', '192.0.2.2']);
    });
    kernel.dispose();
  });

  it('refuses ports that are taken or privileged', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (process) => {
      process.listen(inet('0.0.0.0', 80));
      expect(await code(async () => process.listen(inet('127.0.0.1', 80)))).toBe('EADDRINUSE');
      expect(await code(async () => process.listen(inet('192.0.2.1', 81)))).toBe('EADDRNOTAVAIL');
      process.setCredentials({ uid: 1000, gid: 1000 });
      expect(await code(async () => process.listen(inet('0.0.0.0', 81)))).toBe('EACCES');
      expect(await code(async () => process.network.addBridge('br0'))).toBe('EPERM');
      expect(process.network.sockets()).toMatchObject([{ protocol: 'tcp', state: 'LISTEN', local: { port: 80 } }]);
    });
    kernel.dispose();
  });
});
