import type { Disposable } from '../../../base/index.ts';

/** A bridge on the host, with the address that is its containers' gateway. */
export interface BridgeSpec {
  name: string;
  subnet: string;
  gateway: string;
  prefixLength: number;
  masquerade: boolean;
  ipv6?: { gateway: string; prefixLength: number };
}

/** A container's interface on a bridge. */
export interface EndpointSpec {
  bridge: string;
  /** Name of the host's end. */
  hostInterface: string;
  /** `eth0` */
  containerInterface: string;
  mac: string;
  address: string;
  prefixLength: number;
  /** Absent: no default route by this interface. */
  gateway: string | undefined;
  ipv6?: { address: string; prefixLength: number; gateway: string | undefined };
}

/** A published port. */
export interface PortForward {
  protocol: 'tcp' | 'udp';
  /** `0.0.0.0` is every address of the host. */
  hostAddress: string;
  hostPort: number;
  containerAddress: string;
  containerPort: number;
}

/** Bytes and packets as the container sees them. */
export interface InterfaceTraffic {
  rxBytes: number;
  rxPackets: number;
  txBytes: number;
  txPackets: number;
}

/** Names that a container of a user-defined network resolves, and to what. */
export type NameResolver = (name: string) => readonly string[] | undefined;

/** Puts containers on the network: what libnetwork's bridge driver does by netlink and iptables. Namespaces are named by a process in them. */
export interface NetworkDriver {
  /** Addresses of the host's interfaces, without loopback. */
  hostAddresses(): { device: string; address: string }[];
  /** Makes the bridge, or takes it over when it is there. */
  createBridge(bridge: BridgeSpec): void;
  removeBridge(bridge: BridgeSpec): void;
  /** Sets up the loopback interface of a fresh namespace. */
  prepareNamespace(pid: number): Promise<void>;
  connect(pid: number, endpoint: EndpointSpec): Promise<void>;
  /** What went through a container's interface, named by the host's end; undefined when it is gone. */
  traffic(hostInterface: string): InterfaceTraffic | undefined;
  /** Removes the container's interface, if it is still there. */
  disconnect(endpoint: EndpointSpec): void;
  /** Whether something on the host listens there already. */
  isBound(protocol: 'tcp' | 'udp', address: string, port: number): boolean;
  publish(forward: PortForward): Disposable;
  /** Serves DNS at 127.0.0.11 in a namespace, asking `resolve` first, then the `servers` outside; absent where it is not supported. */
  serveDns?(pid: number, resolve: NameResolver, servers: readonly string[]): Disposable;
}
