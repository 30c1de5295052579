import type { TlsStep } from '../base/index.ts';

/**
 * A step of a TLS connection, told by a process that holds one end: what its packets hide. A connection inside the lab has two ends, and each tells its own; ends in the simulated internet tell nothing.
 * Addresses are as this end sees them: on the other side of a translated port they differ.
 */
export interface TlsEvent {
  /** As of `NetworkEvent`, in order with it. */
  time: number;
  /** `host`, the name of `ip netns`, else the id of the container, else empty. */
  namespace: string;
  process: { pid: number; name: string; container?: string };
  /** The same for all steps of this end. */
  socket: number;
  local: { address: string; port: number };
  peer: { address: string; port: number };
  step: TlsStep;
}
