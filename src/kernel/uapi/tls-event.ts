import type { TlsStep } from '../../base/index.ts';
import type { SocketAddress } from './network.ts';
import type { SocketOwner } from './packet.ts';

/** What a process tells of the TLS on one of its sockets: see `Process.traceTls`. */
export interface TlsEvent {
  /** As that of packets: milliseconds since the epoch with fractions, in order with them. */
  time: number;
  /** Where the socket is: `name` as in PacketEvent. */
  namespace: { inode: number; name: string };
  owner: SocketOwner;
  /** Inode of the socket: the same for all steps of a connection's end. */
  socket: number;
  local: SocketAddress;
  peer: SocketAddress;
  step: TlsStep;
}
