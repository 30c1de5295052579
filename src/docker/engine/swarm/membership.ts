import { parseIpv4 } from '../../../base/ip/index.ts';
import type { SwarmInitRequest, SwarmSpec } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { randomBase36 } from '../identifier.ts';
import { parseIpv6 } from '../network/ipv6.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { createGateway, createIngress } from './network.ts';
import type { SwarmRecord } from './swarm-store.ts';

/** `POST /swarm/init`: a swarm of this node alone. Returns the node's id. */
export function initSwarm(daemon: Daemon, request: SwarmInitRequest): string {
  if (daemon.swarm.current && !request.ForceNewCluster) throw new EngineError('unavailable', 'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.');
  const { host, port } = listenAddress(request.ListenAddr ?? '');
  const { address, port: advertised } = advertiseAddress(daemon, request.AdvertiseAddr ?? '', host);
  const pools = request.DefaultAddrPool?.length ? request.DefaultAddrPool : ['10.0.0.0/8'];
  const now = rfc3339Nano(daemon.clock.now());
  const random = (): string => randomBase36(daemon.random);
  const secret = `SWMTKN-1-${random()}${random()}`;
  const nodeId = random();
  const swarm: SwarmRecord = {
    nodeId, nodeAddress: address, port: advertised ?? port, nodeVersion: 9, nodeUpdated: now, nodeSpec: { Labels: {}, Role: 'manager', Availability: 'active' },
    cluster: {
      ID: random(), Version: { Index: 10 }, CreatedAt: now, UpdatedAt: now, Spec: fullSpec(request.Spec ?? {}), TLSInfo: {}, RootRotationInProgress: false, DefaultAddrPool: pools,
      SubnetSize: request.SubnetSize || 24, DataPathPort: request.DataPathPort || 4789,
    },
    tokens: { Worker: `${secret}-${random()}`, Manager: `${secret}-${random()}` }, nextVxlan: 4096,
  };
  daemon.swarm.enter(swarm);
  daemon.events.emit('node', 'update', nodeId, { name: daemon.hostname(), 'state.new': 'ready', 'state.old': 'unknown' });
  createIngress(daemon, swarm, {});
  createGateway(daemon);
  return nodeId;
}

/** `POST /swarm/leave` */
export function leaveSwarm(daemon: Daemon, force: boolean): void {
  if (!daemon.swarm.current) throw new EngineError('unavailable', 'This node is not part of a swarm');
  if (!force) throw new EngineError('unavailable', 'You are attempting to leave the swarm on a node that is participating as a manager. Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message.');
  for (const network of daemon.networks.all()) if (network.scope === 'swarm') daemon.networks.remove(network, []);
  daemon.swarm.leave();
}

function fullSpec(asked: Partial<SwarmSpec>): SwarmSpec {
  return {
    Name: 'default', Labels: asked.Labels ?? {}, Orchestration: { TaskHistoryRetentionLimit: asked.Orchestration?.TaskHistoryRetentionLimit ?? 5 },
    Raft: { SnapshotInterval: asked.Raft?.SnapshotInterval || 10000, KeepOldSnapshots: asked.Raft?.KeepOldSnapshots ?? 0, LogEntriesForSlowFollowers: asked.Raft?.LogEntriesForSlowFollowers || 500, ElectionTick: 10, HeartbeatTick: 1 },
    Dispatcher: { HeartbeatPeriod: asked.Dispatcher?.HeartbeatPeriod || 5e9 }, CAConfig: { NodeCertExpiry: asked.CAConfig?.NodeCertExpiry || 7776e12 }, TaskDefaults: {},
    EncryptionConfig: { AutoLockManagers: asked.EncryptionConfig?.AutoLockManagers ?? false },
  };
}

function splitPort(text: string): { host: string; port: number | undefined } {
  const [, host = text, port] = /^(.*?)(?::(\d+))?$/.exec(text.replace(/^\[(.*)\]/, '$1')) ?? [];
  return text.includes('[') || text.split(':').length <= 2 ? { host, port: port === undefined ? undefined : Number(port) } : { host: text, port: undefined };
}

function listenAddress(text: string): { host: string; port: number } {
  if (text === '') throw new EngineError('invalidParameter', 'invalid ListenAddr "": invalid empty address');
  const { host, port } = splitPort(text);
  return { host, port: port ?? 2377 };
}

/** The address that others are to find this node at: what was asked for, or the only one that the host has. */
function advertiseAddress(daemon: Daemon, asked: string, listening: string): { address: string; port: number | undefined } {
  const { host, port } = splitPort(asked);
  const isAddress = (text: string): boolean => (parseIpv4(text) ?? 0) !== 0 || (parseIpv6(text) ?? 0n) !== 0n;
  if (isAddress(host)) return { address: host, port };
  const bridges = daemon.networks.all().map((network) => daemon.networks.bridgeOf(network)?.name);
  const own = daemon.networkDriver.hostAddresses().filter(({ device, address }) => !bridges.includes(device) && !address.includes(':') && !device.startsWith('veth'));
  if (host !== '') {
    const found = own.find(({ device }) => device === host);
    if (!found) throw new EngineError('invalidParameter', 'advertise address must be a non-zero IP address or network interface (with optional port number)');
    return { address: found.address, port };
  }
  if (isAddress(listening)) return { address: listening, port };
  const [first, second] = own;
  if (!first) throw new EngineError('invalidParameter', 'could not find the system\'s IP address - specify one with --advertise-addr');
  if (second) throw new EngineError('invalidParameter', `could not choose an IP address to advertise since this system has multiple addresses on different interfaces (${first.address} on ${first.device} and ${second.address} on ${second.device}) - specify one with --advertise-addr`);
  return { address: first.address, port };
}
