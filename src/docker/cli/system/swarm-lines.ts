import type { InfoResponse } from '../../api/index.ts';
import { humanDuration } from '../../../base/go/index.ts';

/** What `docker info` says of the swarm. */
export function swarmLines({ Swarm: swarm }: InfoResponse): string[] {
  const lines = [` Swarm: ${swarm.LocalNodeState}`];
  if (swarm.LocalNodeState === 'inactive') return lines;
  lines.push(`  NodeID: ${swarm.NodeID}`, `  Is Manager: ${swarm.ControlAvailable}`);
  const { Cluster: cluster } = swarm;
  if (cluster) {
    const { Spec: spec } = cluster;
    lines.push(
      `  ClusterID: ${cluster.ID}`, `  Managers: ${swarm.Managers ?? 0}`, `  Nodes: ${swarm.Nodes ?? 0}`, `  Default Address Pool: ${cluster.DefaultAddrPool.join('  ')}  `, `  SubnetSize: ${cluster.SubnetSize}`,
      `  Data Path Port: ${cluster.DataPathPort}`, '  Orchestration:', `   Task History Retention Limit: ${spec.Orchestration.TaskHistoryRetentionLimit ?? 0}`,
      '  Raft:', `   Snapshot Interval: ${spec.Raft.SnapshotInterval ?? 0}`, `   Number of Old Snapshots to Retain: ${spec.Raft.KeepOldSnapshots ?? 0}`, `   Heartbeat Tick: ${spec.Raft.HeartbeatTick}`, `   Election Tick: ${spec.Raft.ElectionTick}`,
      '  Dispatcher:', `   Heartbeat Period: ${humanDuration((spec.Dispatcher.HeartbeatPeriod ?? 0) / 1e6)}`, '  CA Configuration:', `   Expiry Duration: ${humanDuration((spec.CAConfig.NodeCertExpiry ?? 0) / 1e6)}`, '   Force Rotate: 0',
      `  Autolock Managers: ${spec.EncryptionConfig.AutoLockManagers}`, `  Root Rotation In Progress: ${cluster.RootRotationInProgress}`,
    );
  }
  lines.push(`  Node Address: ${swarm.NodeAddr}`);
  const managers = (swarm.RemoteManagers ?? []).map(({ Addr }) => Addr).sort();
  if (managers.length > 0) lines.push('  Manager Addresses:', ...managers.map((address) => `   ${address}`));
  return lines;
}
