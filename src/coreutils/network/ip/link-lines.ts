import type { NetworkInterface } from '../../../kernel/uapi/index.ts';
import { colored, type Manner } from './manner.ts';
import { namedNamespaces } from './netns.ts';

/** The flags of an interface, in the order of iproute2. */
export function flagsOf(one: NetworkInterface, all: readonly NetworkInterface[]): string[] {
  const peer = one.peerIndex === undefined || one.peerNamespace !== undefined ? undefined : all.find(({ index }) => index === one.peerIndex);
  return [
    one.up && !one.carrier && 'NO-CARRIER', one.kind === 'loopback' ? 'LOOPBACK' : 'BROADCAST', one.kind === 'dummy' ? 'NOARP' : one.kind !== 'loopback' && 'MULTICAST', one.up && 'UP', one.up && one.carrier && 'LOWER_UP', peer && !peer.up && 'M-DOWN',
  ].filter((flag) => typeof flag === 'string');
}

/** operstate */
export function stateOf(one: NetworkInterface): string {
  if (!one.up) return 'DOWN';
  if (one.kind === 'loopback' || one.kind === 'dummy') return 'UNKNOWN';
  return one.carrier ? 'UP' : one.kind === 'veth' ? 'LOWERLAYERDOWN' : 'DOWN';
}

/** The queueing discipline. */
export function disciplineOf(one: NetworkInterface): string {
  if (one.netem) return 'netem';
  if (one.kind === 'ethernet') return 'fq_codel';
  return one.up ? 'noqueue' : 'noop';
}

/** `veth0@veth1`, `eth0@if7` */
export function fullName(one: NetworkInterface, all: readonly NetworkInterface[]): string {
  if (one.peerIndex === undefined) return one.name;
  const peer = one.peerNamespace === undefined ? all.find(({ index }) => index === one.peerIndex)?.name : undefined;
  return `${one.name}@${peer ?? `if${one.peerIndex}`}`;
}

/** The first line of an interface. */
export function linkLine(manner: Manner, one: NetworkInterface, all: readonly NetworkInterface[], mode: boolean): string {
  const flags = flagsOf(one, all).join(',');
  const name = colored(manner, 'cyan', `${fullName(one, all)}: `);
  const queue = one.queueLength > 0 ? `qlen ${one.queueLength}` : '';
  const start = `${one.index}: ${name}<${manner.busybox && one.peerIndex !== undefined ? `${flags},M-DOWN` : flags}> mtu ${one.mtu} qdisc ${disciplineOf(one)} `;
  if (manner.busybox) return `${start}${one.master === undefined ? '' : `master ${one.master} `}${queue}`;
  const state = stateOf(one);
  return `${start}${one.master === undefined ? '' : `master ${one.master} `}state ${state === 'UP' ? colored(manner, 'green', 'UP ') : state === 'DOWN' ? colored(manner, 'red', 'DOWN ') : `${state} `}${mode ? 'mode DEFAULT ' : ''}group default ${queue}`;
}

/** The line with the hardware address. */
export function hardwareLine(manner: Manner, one: NetworkInterface): string {
  const kind = one.kind === 'loopback' ? 'loopback' : 'ether';
  const all = one.kind === 'loopback' ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff';
  const line = `    link/${kind} ${colored(manner, 'yellow', one.mac)} brd ${colored(manner, 'yellow', all)}`;
  if (one.peerNamespace === undefined || manner.busybox) return line;
  const name = namedNamespaces(manner.tool.process).get(one.peerNamespace);
  return `${line} ${name === undefined ? 'link-netnsid 0' : `link-netns ${name}`}`;
}

/** What -d adds to the hardware address. */
export function detailLines(one: NetworkInterface): string[] {
  const sizes = 'gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 gso_ipv4_max_size 65536 gro_ipv4_max_size 65536 ';
  if (one.kind === 'loopback') return [` promiscuity 0 allmulti 0 minmtu 0 maxmtu 0 addrgenmode eui64 numtxqueues 1 numrxqueues 1 ${sizes}`];
  const limits = ` promiscuity ${one.master === undefined ? 0 : 1} allmulti ${one.master === undefined ? 0 : 1} minmtu 68 maxmtu 65535 `;
  if (one.kind === 'ethernet') return [`${limits}addrgenmode eui64 numtxqueues 1 numrxqueues 1 ${sizes}`];
  const queues = one.kind === 'veth' ? 2 : 1;
  const kind = one.kind === 'bridge' ? 'bridge forward_delay 1500 hello_time 200 max_age 2000 ageing_time 30000 stp_state 0 priority 32768 vlan_filtering 0 vlan_protocol 802.1Q' : one.kind;
  return [limits, `    ${kind} addrgenmode eui64 numtxqueues ${queues} numrxqueues ${queues} ${sizes}`];
}

/** What -s shows, in columns. */
export function statisticsLines(one: NetworkInterface, level: number): string[] {
  const row = (values: readonly number[], widths: readonly number[]): string => `    ${values.map((value, i) => String(value).padStart(widths[i] ?? 0)).join(' ')} `;
  const size = (bytes: number, packets: number): number[] => [Math.max(10, String(bytes).length), Math.max(7, String(packets).length), 6, 7, 7, 7];
  const head = (direction: string, bytes: number, packets: number, names: readonly string[]): string => {
    const widths = size(bytes, packets);
    return `    ${direction}:${'bytes'.padStart((widths[0] ?? 0) - 3)} ${'packets'.padStart(widths[1] ?? 0)} ${names.map((name, i) => name.padStart(widths[i + 2] ?? 0)).join(' ')}           `;
  };
  const received = [one.rxBytes, one.rxPackets, 0, one.rxDropped, 0, 0];
  const sent = [one.txBytes, one.txPackets, 0, one.txDropped, 0, 0];
  const errors = (names: string): string[] => (level > 1 ? [names, '                     0      0       0       0       0 '] : []);
  return [
    head('RX', one.rxBytes, one.rxPackets, ['errors', 'dropped', 'missed', 'mcast']), row(received, size(one.rxBytes, one.rxPackets)), ...errors('    RX errors:  length    crc   frame    fifo overrun'),
    head('TX', one.txBytes, one.txPackets, ['errors', 'dropped', 'carrier', 'collsns']), row(sent, size(one.txBytes, one.txPackets)), ...errors('    TX errors: aborted   fifo  window heartbt transns'),
  ];
}

/** An interface for -j. */
export function linkJson(one: NetworkInterface, all: readonly NetworkInterface[], mode: boolean): Record<string, unknown> {
  const peer = fullName(one, all).split('@')[1];
  return {
    ifindex: one.index, ...(peer !== undefined && (one.peerNamespace === undefined ? { link: peer } : { link_index: one.peerIndex })), ifname: one.name, flags: flagsOf(one, all), mtu: one.mtu, qdisc: disciplineOf(one), ...(one.master !== undefined && { master: one.master }),
    operstate: stateOf(one), ...(mode && { linkmode: 'DEFAULT' }), group: 'default', ...(one.queueLength > 0 && { txqlen: one.queueLength }), link_type: one.kind === 'loopback' ? 'loopback' : 'ether', address: one.mac,
    broadcast: one.kind === 'loopback' ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff', ...(one.peerNamespace !== undefined && { link_netnsid: 0 }),
  };
}
