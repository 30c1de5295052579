import { parseIpv4 } from '../../../base/ip/index.ts';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../base/index.ts';
import { formatGoDuration, parseGoDuration } from '../go-duration.ts';
import { freeAddress, macOf, parseSubnet } from '../network/ipv4.ts';
import { planPorts } from '../network/ports.ts';
import { parseRfc3339, rfc3339Nano } from '../timestamp.ts';
import { humanDuration } from '../units.ts';
import { detachDetector, parseDetachKeys } from './detach-keys.ts';
import { parseBind, planMounts } from './mounts.ts';
import { generateName } from './name-generator.ts';
import { fullHostConfig } from './config-defaults.ts';

test('bind mounts in the words of the daemon', () => {
  expect(parseBind('/a/b:/c/:ro').point).toMatchObject({ Type: 'bind', Source: '/a/b', Destination: '/c', RW: false, Propagation: 'rprivate' });
  expect(parseBind('vol:/c').point).toMatchObject({ Type: 'volume', Name: 'vol', Mode: 'z', RW: true, Propagation: '' });
  expect(() => parseBind('nope:rel')).toThrow(`invalid volume specification: 'nope:rel': invalid mount config for type "volume": invalid mount path: 'rel' mount path must be absolute`);
  expect(() => parseBind('/x:/')).toThrow(`invalid volume specification: '/x:/': invalid mount config for type "bind": invalid specification: destination can't be '/'`);
  expect(() => parseBind('vv:/v:zz')).toThrow('invalid mode: zz');
  const hostConfig = fullHostConfig({ Binds: ['aa:/x', 'bb:/x'] });
  expect(() => planMounts(hostConfig, null, [])).toThrow('Duplicate mount point: /x');
  expect(planMounts(fullHostConfig({ Binds: ['aa:/x'] }), { '/x': {}, '/y': {} }, []).map(({ point, anonymous }) => [point.Destination, anonymous])).toEqual([['/x', false], ['/y', true]]);
});

test('addresses', () => {
  const subnet = parseSubnet('172.17.0.0/16');
  expect(subnet && freeAddress(subnet, new Set([parseIpv4('172.17.0.1') ?? 0, parseIpv4('172.17.0.2') ?? 0]))).toBe(parseIpv4('172.17.0.3'));
  expect(macOf(parseIpv4('172.17.0.2') ?? 0)).toBe('02:42:ac:11:00:02');
  expect(parseSubnet('1.2.3.4/33')).toBeUndefined();
  expect(planPorts({ '80/tcp': [{ HostIp: '', HostPort: '8000-8002' }], '9/udp': null }, { '7/tcp': {} }, true).map(({ containerPort, protocol, hostPorts }) => [containerPort, protocol, ...hostPorts])).toEqual([[7, 'tcp', 0, 0], [9, 'udp', 0, 0], [80, 'tcp', 8000, 8002]]);
});

test('times', () => {
  expect(rfc3339Nano(1795474819239.646)).toMatch(/^2026-11-23T23:00:19\.23964\d*Z$/);
  expect(rfc3339Nano(1795474819000)).toBe('2026-11-23T23:00:19Z');
  expect(parseRfc3339('2026-11-23T23:00:19.25Z')).toBe(1795474819250);
  expect(parseRfc3339('2026-11-23T23:00:19Z')).toBe(1795474819000);
  expect(parseGoDuration('1h2m3.5s')).toBe(3723.5e9);
  expect([formatGoDuration(90e9), formatGoDuration(5e9), formatGoDuration(0), formatGoDuration(3e6)]).toEqual(['1m30s', '5s', '0s', '3ms']);
  expect([500, 1000, 59_000, 61_000, 3_600_000, 7_200_000, 3 * 86_400_000].map(humanDuration)).toEqual(['Less than a second', '1 second', '59 seconds', 'About a minute', 'About an hour', '2 hours', '3 days']);
});

test('names are new', () => {
  const taken = new Set<string>();
  for (let i = 0; i < 200; i++) taken.add(generateName(seededRandom(1), (name) => taken.has(name)));
  expect(taken.size).toBe(200);
  for (const name of taken) expect(name).toMatch(/^[a-z]+_[a-z]+\d?$/);
});

test('detach keys are held back until they are sure', () => {
  const detects = detachDetector(parseDetachKeys(''));
  expect(detects(new Uint8Array([97, 16]))).toEqual({ data: new Uint8Array([97]), detached: false });
  expect(detects(new Uint8Array([98]))).toEqual({ data: new Uint8Array([16, 98]), detached: false });
  expect(detects(new Uint8Array([16, 17]))).toEqual({ data: new Uint8Array([]), detached: true });
  expect(() => parseDetachKeys('ctrl-?')).toThrow('Invalid detach keys');
});
