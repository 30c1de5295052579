import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, EngineProcess } from './engine-process.ts';

let engine: EngineProcess;

function docker(...args: string[]): Promise<Answer> {
  return engine.run('docker', args);
}

beforeAll(async () => {
  engine = await EngineProcess.start();
  await docker('pull', '-q', 'alpine');
});

afterAll(() => engine[Symbol.asyncDispose]());

it('joins containers by name, alias and fixed address', async () => {
  await docker('network', 'create', '--subnet', '10.55.0.0/24', '--ip-range', '10.55.0.128/28', 'quay');
  await docker('run', '-d', '--name', 'crane', '--network', 'quay', '--network-alias', 'lift', '--ip', '10.55.0.7', 'alpine', 'sleep', '1000');
  expect((await docker('run', '--rm', '--network', 'quay', 'alpine', 'sh', '-c', 'getent hosts lift || nslookup lift | tail -n 3; hostname -i')).stdout).toMatch(/10\.55\.0\.7[^]*10\.55\.0\.129\n$/);
  expect((await docker('network', 'inspect', '-f', '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{end}}', 'quay')).stdout).toBe('crane 10.55.0.7/24\n');
  expect((await docker('network', 'rm', 'quay')).stderr).toMatch(/^Error response from daemon: error while removing network: network quay id [0-9a-f]{64} has active endpoints\n$/);
  await docker('network', 'disconnect', 'quay', 'crane');
  expect((await docker('exec', 'crane', 'ip', '-4', '-o', 'addr')).stdout).not.toContain('10.55');
  await docker('network', 'connect', '--ip', '10.55.0.9', 'quay', 'crane');
  expect((await docker('exec', 'crane', 'ip', '-4', '-o', 'addr')).stdout).toContain('10.55.0.9/24');
  await docker('rm', '-f', 'crane');
  expect((await docker('network', 'prune', '-f')).stdout).toBe('Deleted Networks:\nquay\n\n');
});

it('refuses what the real engine refuses', async () => {
  const refusals: [string[], string][] = [
    [['network', 'create', '-d', 'nosuch', 'x'], 'plugin "nosuch" not found'],
    [['network', 'create', '--subnet', '10.55.0.5/24', 'x'], 'invalid network config:\ninvalid subnet 10.55.0.5/24: it should be 10.55.0.0/24'],
    [['network', 'create', '-d', 'overlay', 'x'], 'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.'],
    [['create', '--network', 'container:nosuch', '-p', '80:80', 'alpine'], 'conflicting options: port publishing and the container type network mode'],
    [['create', '--ip', '172.17.0.9', 'alpine'], 'invalid config for network bridge: invalid endpoint settings:\n* user specified IP address is supported on user defined networks only\n* user specified IP address is supported only when connecting to networks with user configured subnets'],
    [['network', 'connect', 'bridge', 'nosuch'], 'No such container: nosuch'],
    [['swarm', 'leave'], 'This node is not part of a swarm'],
  ];
  for (const [args, message] of refusals) expect(await docker(...args)).toMatchObject({ code: 1, stderr: `Error response from daemon: ${message}\n` });
  await docker('create', '--name', 'orphan', '--network', 'container:nosuch', 'alpine');
  expect((await docker('start', 'orphan')).stderr).toBe('Error response from daemon: No such container: nosuch\nError: failed to start containers: orphan\n');
  await docker('rm', 'orphan');
});

it('gives addresses of IPv6 where a network has them', async () => {
  await docker('network', 'create', '--ipv6', '--subnet', '2001:db8:1::/64', 'six');
  expect((await docker('run', '--rm', '--network', 'six', '--hostname', 'dock', 'alpine', 'sh', '-c', 'ip -6 addr show eth0 | grep global; tail -n 1 /etc/hosts; ping -6 -c 1 2001:db8:1::1 | grep received')).stdout)
    .toMatch(/inet6 2001:db8:1::2\/64 scope global[^]*2001:db8:1::2\tdock\n1 packets transmitted, 1 packets received/);
  await docker('network', 'rm', 'six');
});

it('is a swarm of one node', async () => {
  expect((await docker('swarm', 'init')).stdout).toMatch(/^Swarm initialized: current node \([0-9a-z]{25}\) is now a manager\.\n/);
  expect((await docker('node', 'ls', '--format', '{{.Hostname}} {{.Status}} {{.ManagerStatus}}')).stdout).toBe('lab Ready Leader\n');
  await docker('network', 'create', '-d', 'overlay', '--attachable', 'sea');
  expect((await docker('network', 'ls', '-f', 'scope=swarm', '--format', '{{.Name}} {{.Driver}} {{.Scope}}')).stdout).toBe('ingress overlay swarm\nsea overlay swarm\n');
  expect((await docker('run', '--rm', '--network', 'sea', 'alpine', 'ip', '-4', '-o', 'addr', 'show', 'eth0')).stdout).toContain('10.0.1.2/24');
  expect((await docker('service', 'create', 'alpine')).stderr).toContain('not part of this sandbox');
  expect((await docker('swarm', 'leave', '--force')).stdout).toBe('Node left the swarm.\n');
  expect((await docker('network', 'ls', '-f', 'scope=swarm', '-q')).stdout).toBe('');
});

it('keeps volumes with labels, and prunes what nobody uses', async () => {
  await docker('volume', 'create', '--label', 'kind=hold', 'hold');
  await docker('run', '--name', 'user', '-v', 'hold:/hold', '-v', '/anonymous', 'alpine', 'touch', '/hold/file');
  expect((await docker('volume', 'ls', '-f', 'label=kind=hold', '--format', '{{.Name}} {{.Driver}} {{.Labels}}')).stdout).toBe('hold local kind=hold\n');
  expect((await docker('volume', 'rm', 'hold')).stderr).toMatch(/^Error response from daemon: remove hold: volume is in use - \[[0-9a-f]{64}\]\n$/);
  await docker('rm', 'user');
  expect((await docker('volume', 'prune', '-f')).stdout).toMatch(/^Deleted Volumes:\n[0-9a-f]{64}\n\nTotal reclaimed space: 0B\n$/);
  expect((await docker('volume', 'prune', '-af')).stdout).toContain('Deleted Volumes:\nhold\n');
});

it('mounts a part of a volume, and what a volume\'s options name', async () => {
  await docker('run', '--rm', '-v', 'deep:/v', 'alpine', 'sh', '-c', 'mkdir -p /v/a/b; echo leaf > /v/a/b/leaf; ln -s /etc /v/evil; ln -s a /v/good');
  const part = (path: string): Promise<Answer> => docker('run', '--rm', '--mount', `type=volume,src=deep,dst=/m,volume-subpath=${path}`, 'alpine', 'find', '/m', '-type', 'f');
  expect((await part('a')).stdout).toBe('/m/b/leaf\n');
  expect((await part('good/../good/b')).stdout).toBe('/m/leaf\n');
  const place = '/var/lib/docker/volumes/deep/_data';
  expect((await part('nosuch')).stderr).toBe(`docker: Error response from daemon: cannot access path ${place}/nosuch: lstat ${place}/nosuch: no such file or directory.\n`);
  expect((await part('evil')).stderr).toBe(`docker: Error response from daemon: path concatenation escapes the base directory, base: ${place}, subpath: evil.\n`);
  expect((await part('../x')).stderr).toContain('invalid mount config for type "volume": subpath must be a relative path within the volume.\n');
  await docker('volume', 'create', '-o', 'type=tmpfs', '-o', 'device=tmpfs', '-o', 'o=size=1m', 'quick');
  expect((await docker('run', '--rm', '-v', 'quick:/quick', 'alpine', 'grep', '/quick', '/proc/mounts')).stdout).toMatch(/^tmpfs \/quick tmpfs rw,.*size=1024k/);
  await docker('volume', 'rm', 'deep', 'quick');
});
