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

/** The first line of an interface, as `ip link` shows it, `ip address`, or `ip -6 address`. */
export function linkLine(manner: Manner, one: NetworkInterface, all: readonly NetworkInterface[], kind: 'link' | 'address' | 'short'): string {
  const flags = flagsOf(one, all).join(',');
  const name = colored(manner, 'cyan', `${fullName(one, all)}: `);
  const queue = one.queueLength > 0 ? `qlen ${one.queueLength}` : '';
  const start = `${one.index}: ${name}<${manner.busybox && one.peerIndex !== undefined ? `${flags},M-DOWN` : flags}> mtu ${one.mtu} ${kind === 'short' ? '' : `qdisc ${disciplineOf(one)} `}`;
  if (manner.busybox) return `${start}${one.master === undefined ? '' : `master ${one.master} `}${queue}`;
  const state = stateOf(one);
  return `${start}${one.master === undefined ? '' : `master ${one.master} `}state ${state === 'UP' ? colored(manner, 'green', 'UP ') : state === 'DOWN' ? colored(manner, 'red', 'DOWN ') : `${state} `}${kind === 'link' ? 'mode DEFAULT ' : ''}${kind === 'short' ? '' : 'group default '}${queue}`;
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

/** What -d adds to the hardware address; `link`: in `ip link`. */
export function detailLines(one: NetworkInterface, link = true): string[] {
  const sizes = 'gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 gso_ipv4_max_size 65536 gro_ipv4_max_size 65536 ';
  const mode = link ? 'addrgenmode eui64 ' : '';
  if (one.kind === 'loopback') return [` promiscuity 0 allmulti 0 minmtu 0 maxmtu 0 ${mode}numtxqueues 1 numrxqueues 1 ${sizes}`];
  const limits = ` promiscuity ${one.master === undefined ? 0 : 1} allmulti ${one.master === undefined ? 0 : 1} minmtu 68 maxmtu 65535 `;
  if (one.kind === 'ethernet') return [`${limits}${mode}numtxqueues 1 numrxqueues 1 ${sizes}`];
  const queues = one.kind === 'veth' ? 2 : 1;
  const kind = one.kind === 'bridge' ? 'bridge forward_delay 1500 hello_time 200 max_age 2000 ageing_time 30000 stp_state 0 priority 32768 vlan_filtering 0 vlan_protocol 802.1Q' : one.kind;
  return [limits, `    ${kind} ${mode}numtxqueues ${queues} numrxqueues ${queues} ${sizes}`];
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
export function linkJson(manner: Manner, one: NetworkInterface, all: readonly NetworkInterface[], mode: boolean): Record<string, unknown> {
  const peer = fullName(one, all).split('@')[1];
  return {
    ifindex: one.index, ...(peer !== undefined && (one.peerNamespace === undefined ? { link: peer } : { link_index: one.peerIndex })), ifname: one.name, flags: flagsOf(one, all), mtu: one.mtu, qdisc: disciplineOf(one), ...(one.master !== undefined && { master: one.master }),
    operstate: stateOf(one), ...(mode && { linkmode: 'DEFAULT' }), group: 'default', ...(one.queueLength > 0 && { txqlen: one.queueLength }), link_type: one.kind === 'loopback' ? 'loopback' : 'ether', address: one.mac,
    broadcast: one.kind === 'loopback' ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff', ...(one.peerNamespace !== undefined && { link_netnsid: 0 }), ...(manner.details && detailJson(one, mode)),
  };
}

function detailJson(one: NetworkInterface, link: boolean): Record<string, unknown> {
  const loopback = one.kind === 'loopback';
  const queues = one.kind === 'veth' ? 2 : 1;
  const member = one.master === undefined ? 0 : 1;
  return {
    promiscuity: member, allmulti: member, min_mtu: loopback ? 0 : 68, max_mtu: loopback ? 0 : 65535, ...(!loopback && one.kind !== 'ethernet' && { linkinfo: { info_kind: one.kind } }), ...(link && { inet6_addr_gen_mode: 'eui64' }), num_tx_queues: queues, num_rx_queues: queues,
    gso_max_size: 65536, gso_max_segs: 65535, tso_max_size: 524280, tso_max_segs: 65535, gro_max_size: 65536, gso_ipv4_max_size: 65536, gro_ipv4_max_size: 65536,
  };
}

/** What -s shows, for -j. */
export function statisticsJson(one: NetworkInterface, level: number): Record<string, unknown> {
  const zeros = (...names: readonly string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, 0]));
  return {
    rx: { bytes: one.rxBytes, packets: one.rxPackets, errors: 0, dropped: one.rxDropped, over_errors: 0, multicast: 0, ...(level > 1 && zeros('length_errors', 'crc_errors', 'frame_errors', 'fifo_errors', 'missed_errors')) },
    tx: { bytes: one.txBytes, packets: one.txPackets, errors: 0, dropped: one.txDropped, carrier_errors: 0, collisions: 0, ...(level > 1 && zeros('aborted_errors', 'fifo_errors', 'window_errors', 'heartbeat_errors', 'carrier_changes')) },
  };
}

/** The state of an interface in -br's column. */
export function briefState(manner: Manner, one: NetworkInterface): string {
  const state = stateOf(one);
  const cell = `${state.padEnd(14)} `;
  return state === 'UP' ? colored(manner, 'green', cell) : state === 'DOWN' ? colored(manner, 'red', cell) : cell;
}

/** An interface for -br. */
export function briefLine(manner: Manner, one: NetworkInterface, all: readonly NetworkInterface[]): string {
  return `${colored(manner, 'cyan', `${fullName(one, all).padEnd(16)} `)}${briefState(manner, one)}${colored(manner, 'yellow', `${one.mac} `)}<${flagsOf(one, all).join(',')}> `;
}

/** An interface for -br -j. */
export function briefJson(one: NetworkInterface, all: readonly NetworkInterface[]): Record<string, unknown> {
  const peer = fullName(one, all).split('@')[1];
  return { ...(peer !== undefined && one.peerNamespace === undefined && { link: peer }), ifname: one.name, operstate: stateOf(one), address: one.mac, flags: flagsOf(one, all) };
}
