import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../src/base/index.ts';
import { type Backend, createWorkerBackend, type NetworkEvent } from '../../src/backend/index.ts';
import { HostService, type StateStore } from '../../src/host/index.ts';
import { portTransport } from '../../src/protocol/index.ts';
import { hostsSuite } from './hosts-suite.ts';
import { backendSuite } from './suite.ts';

/** Keeps structured clones in memory, as IndexedDB does on disk. */
function memoryStore(): StateStore & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    load: async (key) => structuredClone(values.get(key)),
    save: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (key) => void values.delete(key),
  };
}

const services: HostService[] = [];

function create(store: StateStore = memoryStore()): Backend {
  const { port1, port2 } = new MessageChannel();
  services.push(new HostService(portTransport(port2), store, systemClock));
  return createWorkerBackend(port1);
}

afterAll(() => {
  for (const service of services) service.dispose();
});

backendSuite('sandbox over a MessageChannel', async () => create());

hostsSuite('sandbox over a MessageChannel', async (hosts) => {
  const backend = create();
  await backend.boot({ hosts, user: 'learner' });
  return backend;
});

test('all hosts of a lab are kept and reset together; a host that is not there is named', async () => {
  const store = memoryStore();
  const hosts = ['web1', 'web2'];
  const note = async (backend: Backend): Promise<string[]> => Promise.all(hosts.map(async (host) => (await backend.exec('cat note; getent hosts web2.test > /dev/null || echo lost', { host })).stdout));
  const first = create(store);
  await first.boot({ hosts, user: 'learner', stateKey: 'k' });
  for (const host of hosts) await first.exec(`echo ${host} > note`, { host });
  await first.save();
  first.dispose();
  const second = create(store);
  expect(await second.boot({ hosts, user: 'learner', stateKey: 'k' })).toEqual({ resumed: true });
  expect(await note(second)).toEqual(['web1\n', 'web2\n']);
  await second.reset();
  expect(await note(second)).toEqual(['', '']);
  await expect(second.exec('true', { host: 'web3' })).rejects.toMatchObject({ code: 'no-such-host' });
  second.dispose();
});

test('a reload is a reboot: files, images and containers are back, processes are not', async () => {
  const store = memoryStore();
  const first = create(store);
  expect(await first.boot({ hosts: ['lab'], user: 'learner', stateKey: 'k' })).toEqual({ resumed: false });
  await first.exec('echo kept > note; docker run -d --name sleeper alpine sleep 1000', { user: 'learner' });
  await first.save();
  first.dispose();
  const second = create(store);
  expect(await second.boot({ hosts: ['lab'], user: 'learner', stateKey: 'k' })).toEqual({ resumed: true });
  const result = await second.exec('cat note; docker ps -a --format "{{.Names}} {{.State}}"; docker images --format "{{.Repository}}"', { user: 'learner' });
  expect(result).toEqual({ stdout: 'kept\nsleeper exited\nalpine\n', stderr: '', exitCode: 0 });
  second.dispose();
});

test('a state that cannot be read counts as none and says so', async () => {
  const store = { ...memoryStore(), load: () => Promise.reject(Object.assign(new Error('no'), { code: 'storage-refused' })) };
  const backend = create(store);
  const failures: string[] = [];
  backend.onSaveFailed(({ code }) => failures.push(code));
  expect(await backend.boot({ hosts: ['lab'], user: 'learner', stateKey: 'k' })).toEqual({ resumed: false });
  expect(failures).toEqual(['storage-refused']);
  backend.dispose();
});

test('packets of a host are told while somebody watches, with what they carry', async () => {
  const backend = create();
  await backend.boot({ hosts: ['lab'], user: 'learner' });
  expect(backend.capabilities.networkEvents).toBe(true);
  const seen: NetworkEvent[] = [];
  const closed = Promise.withResolvers<void>();
  // Not awaited: nothing that comes after the call may be missed.
  const watching = backend.watchNetwork(({ host, events, missed }) => {
    expect([host, missed]).toEqual(['lab', 0]);
    seen.push(...events);
    if (events.some(({ tcp }) => tcp?.flags.includes('FIN'))) closed.resolve();
  });
  await backend.exec('curl -s http://deb.debian.org/debian/ > /dev/null; ping -c 1 10.0.2.2');
  await closed.promise;
  (await watching).dispose();
  const told = seen.map(({ kind, interface: device, protocol, application, tcp, arp }) => [kind, device, protocol, application?.text ?? tcp?.flags.join() ?? arp].join(' '));
  expect(told.filter((text, index) => told.indexOf(text) === index)).toEqual(expect.arrayContaining([
    'out eth0 arp request', 'in eth0 arp reply', 'out eth0 udp A? deb.debian.org', 'out eth0 tcp SYN', 'in eth0 tcp SYN,ACK', 'out eth0 tcp ACK', 'out eth0 tcp GET /debian/ HTTP/1.1', 'out eth0 tcp FIN,ACK',
  ]));
  expect(seen.find(({ tcp }) => tcp?.flags.join() === 'SYN')).toMatchObject({ namespace: 'host', source: '10.0.2.15', destinationPort: 80, dataLength: 0, process: { name: 'curl' } });
  expect(seen.map(({ time }) => time)).toEqual(seen.map(({ time }) => time).toSorted((a, b) => a - b));
  backend.dispose();
});
