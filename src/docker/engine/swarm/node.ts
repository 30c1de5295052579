import type { NodeSpec, SwarmInfo, SwarmNode } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { plugins } from '../system/plugins.ts';
import { engineVersion } from '../system/version.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { currentSwarm } from './current-swarm.ts';

/** `GET /nodes/{id}` of this node, the only one. */
export function ownNode(daemon: Daemon): SwarmNode {
  const swarm = currentSwarm(daemon);
  const { CreatedAt } = swarm.cluster;
  return {
    ID: swarm.nodeId, Version: { Index: swarm.nodeVersion }, CreatedAt, UpdatedAt: swarm.nodeUpdated, Spec: swarm.nodeSpec,
    Description: {
      Hostname: daemon.hostname(), Platform: { Architecture: 'x86_64', OS: 'linux' }, Resources: { NanoCPUs: daemon.facts.cpus * 1e9, MemoryBytes: daemon.facts.memory },
      Engine: { EngineVersion: engineVersion, Plugins: (['Log', 'Network', 'Volume'] as const).flatMap((Type) => plugins[Type].map((Name) => ({ Type, Name }))) },
      TLSInfo: swarm.cluster.TLSInfo,
    },
    Status: { State: 'ready', Addr: swarm.nodeAddress }, ManagerStatus: { Leader: true, Reachability: 'reachable', Addr: `${swarm.nodeAddress}:${swarm.port}` },
  };
}

/** The node of that id or name. */
export function findNode(daemon: Daemon, name: string): SwarmNode {
  const node = ownNode(daemon);
  if (name !== '' && (node.ID.startsWith(name) || node.Description.Hostname === name)) return node;
  throw new EngineError('notFound', `node ${name} not found`);
}

/** `POST /nodes/{id}/update` */
export function updateNode(daemon: Daemon, name: string, version: number | undefined, spec: NodeSpec): void {
  const node = findNode(daemon, name);
  const swarm = currentSwarm(daemon);
  if (version !== node.Version.Index) throw new EngineError('system', 'rpc error: code = Unknown desc = update out of sequence');
  if (spec.Role === 'worker') throw new EngineError('system', "rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm");
  swarm.nodeSpec = { ...spec, Labels: spec.Labels ?? {} };
  swarm.nodeVersion++;
  swarm.nodeUpdated = rfc3339Nano(daemon.clock.now());
  daemon.swarm.save();
  daemon.events.emit('node', 'update', swarm.nodeId, { name: daemon.hostname() });
}

/** `Swarm` of `GET /info`. */
export function swarmInfo(daemon: Daemon): SwarmInfo {
  const swarm = daemon.swarm.current;
  if (!swarm) return { NodeID: '', NodeAddr: '', LocalNodeState: 'inactive', ControlAvailable: false, Error: '', RemoteManagers: null };
  return {
    NodeID: swarm.nodeId, NodeAddr: swarm.nodeAddress, LocalNodeState: 'active', ControlAvailable: true, Error: '', RemoteManagers: [{ NodeID: swarm.nodeId, Addr: `${swarm.nodeAddress}:${swarm.port}` }],
    Nodes: 1, Managers: 1, Cluster: swarm.cluster,
  };
}
