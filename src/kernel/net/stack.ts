import type { Errno, IcmpMessage, IpAddress, IpPacket } from '../uapi/index.ts';
import type { Interface, InterfaceOwner } from './interface.ts';
import type { PortTable } from './port-table.ts';
import type { TcpHost } from './tcp-host.ts';

/** How a destination is reached. */
export interface NextHop {
  device: Interface;
  /** Undefined for what is on the link. */
  gateway: IpAddress | undefined;
  /** The own address that goes with it. */
  source: IpAddress;
  /** It is an own address. */
  local: boolean;
}

/** A network namespace as the protocols in it need it. */
export interface Stack extends TcpHost, InterfaceOwner {
  readonly system: InterfaceOwner['system'];
  readonly ports: PortTable;
  /** Whether a packet for it goes to all on a link. */
  broadcastDevice(address: IpAddress): Interface | undefined;
  /** An errno when there is no way. */
  wayTo(destination: IpAddress): NextHop | { error: Errno };
  /** Answers a packet with an error of ICMP. */
  sendError(about: IpPacket, message: IcmpMessage['message'], code: number, options?: { from?: Interface; mtu?: number }): void;
}
