import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { SwarmRecord } from './swarm-store.ts';

/** The swarm; throws outside of one. */
export function currentSwarm(daemon: Daemon, kind: 'unavailable' | 'forbidden' = 'unavailable'): SwarmRecord {
  const swarm = daemon.swarm.current;
  if (!swarm) throw new EngineError(kind, 'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.');
  return swarm;
}
