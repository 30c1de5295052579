import type { NetworkCreateRequest } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { randomBase36 } from '../identifier.ts';
import { parseSubnet, subnetsOverlap, subnetSize } from '../network/ipv4.ts';
import type { NetworkRecord } from '../network/network-store.ts';
import { planPools, type Pool } from '../network/pools.ts';
import { currentSwarm } from './current-swarm.ts';
import type { SwarmRecord } from './swarm-store.ts';

/** `POST /networks/create` of an overlay network, or of one with the scope `swarm`. */
export function createSwarmNetwork(daemon: Daemon, request: NetworkCreateRequest): NetworkRecord {
  if (!daemon.swarm.current && request.Driver !== 'overlay') throw new EngineError('invalidParameter', 'cannot create a swarm scoped network when swarm is not active');
  const swarm = currentSwarm(daemon, 'forbidden');
  const { Name: name } = request;
  if (daemon.networks.byName(name)) throw new EngineError('conflict', `rpc error: code = AlreadyExists desc = network ${name} already exists`);
  if (request.Ingress) return createIngress(daemon, swarm, request);
  if (request.Driver !== 'overlay') return daemon.networks.createInSwarm(randomBase36(daemon.random), name, 'bridge', [], request.Options ?? {}, request);
  return addOverlay(daemon, swarm, request);
}

/** Where published ports of services come in. There is one in a swarm. */
export function createIngress(daemon: Daemon, swarm: SwarmRecord, request: Partial<NetworkCreateRequest>): NetworkRecord {
  const present = daemon.networks.all().find((network) => network.ingress);
  if (present) throw new EngineError('conflict', `rpc error: code = AlreadyExists desc = ingress network (${present.id}) is already present`);
  return addOverlay(daemon, swarm, { Name: 'ingress', ...request, Driver: 'overlay', Ingress: true });
}

function addOverlay(daemon: Daemon, swarm: SwarmRecord, request: NetworkCreateRequest): NetworkRecord {
  const used = daemon.networks.all().flatMap((network) => (network.configOnly ? [] : network.ipam.config));
  const pools = planPools(request, used, () => freeOverlayPool(swarm, used)).map(({ hideGateway: _shown, ...pool }): Pool => pool);
  const vxlan = String(swarm.nextVxlan++);
  daemon.swarm.save();
  return daemon.networks.createInSwarm(randomBase36(daemon.random), request.Name, 'overlay', pools, { ...request.Options, 'com.docker.network.driver.overlay.vxlanid_list': vxlan }, request);
}

function freeOverlayPool(swarm: SwarmRecord, used: readonly Pool[]): { base: number; bits: number } {
  const taken = used.flatMap((pool) => parseSubnet(pool.Subnet ?? '') ?? []);
  for (const text of swarm.cluster.DefaultAddrPool) {
    const range = parseSubnet(text);
    if (!range) continue;
    const bits = swarm.cluster.SubnetSize;
    for (let base = range.base; base < range.base + subnetSize(range); base += subnetSize({ base, bits })) if (!taken.some((other) => subnetsOverlap(other, { base, bits }))) return { base, bits };
  }
  throw new EngineError('system', 'could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network');
}

/** The bridge by which containers of overlay networks reach the world. It stays when the node leaves. */
export function createGateway(daemon: Daemon): void {
  if (daemon.networks.byName('docker_gwbridge')) return;
  daemon.networks.create({ Name: 'docker_gwbridge', Options: { 'com.docker.network.bridge.enable_icc': 'false', 'com.docker.network.bridge.enable_ip_masquerade': 'true', 'com.docker.network.bridge.name': 'docker_gwbridge' } });
}
