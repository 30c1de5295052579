import type { InterfaceAddress, NetworkInterface } from '../uapi/index.ts';
import type { Internet } from './internet.ts';
import type { NetworkNamespace } from './namespace.ts';

/** An interface of one namespace. */
export class Interface {
  namespace: NetworkNamespace;
  readonly index: number;
  readonly name: string;
  readonly kind: NetworkInterface['kind'];
  readonly mac: string;
  readonly mtu: number;
  up = false;
  addresses: InterfaceAddress[] = [];
  master: Interface | undefined;
  /** A veth's other end. */
  peer: Interface | undefined;
  /** The world behind an ethernet interface. */
  internet: Internet | undefined;
  rxBytes = 0;
  txBytes = 0;
  rxPackets = 0;
  txPackets = 0;

  constructor(namespace: NetworkNamespace, index: number, name: string, kind: NetworkInterface['kind'], mac: string) {
    this.namespace = namespace;
    this.index = index;
    this.name = name;
    this.kind = kind;
    this.mac = mac;
    this.mtu = kind === 'loopback' ? 65536 : 1500;
  }

  /** The first IPv4 address. */
  get address(): string | undefined {
    return this.addresses.find(({ address }) => !address.includes(':'))?.address;
  }

  /** Interfaces on the same link that may answer for an address: veth ends and bridges. */
  neighbours(): Interface[] {
    if (!this.up) return [];
    if (this.kind === 'bridge') return this.#ports(undefined);
    const { peer } = this;
    if (!peer?.up) return [];
    const bridge = peer.master;
    if (!bridge) return [peer];
    return bridge.up ? [bridge, ...bridge.#ports(peer)] : [];
  }

  #ports(except: Interface | undefined): Interface[] {
    const ends: Interface[] = [];
    for (const port of this.namespace.interfaces.values()) {
      if (port.master === this && port !== except && port.up && port.peer?.up) ends.push(port.peer);
    }
    return ends;
  }

  count(direction: 'rx' | 'tx', bytes: number): void {
    const packets = Math.max(1, Math.ceil(bytes / 1448));
    if (direction === 'rx') {
      this.rxBytes += bytes + packets * 66;
      this.rxPackets += packets;
    } else {
      this.txBytes += bytes + packets * 66;
      this.txPackets += packets;
    }
  }

  describe(): NetworkInterface {
    const { index, name, kind, mac, mtu, up, addresses, rxBytes, txBytes, rxPackets, txPackets } = this;
    return { index, name, kind, mac, mtu, up, addresses: addresses.map((each) => ({ ...each })), master: this.master?.name, peerIndex: this.peer?.index, rxBytes, txBytes, rxPackets, txPackets };
  }
}
