import type { NetworkInterface, Process } from '../../../kernel/uapi/index.ts';

/** The letters of an interface's flags. */
function letters(one: NetworkInterface): string {
  return `${one.kind === 'loopback' ? 'L' : 'BM'}${one.carrier ? 'R' : ''}${one.up ? 'U' : ''}`;
}

/** The table of `netstat -i` and `ifconfig -s`. */
export function interfaceTable(process: Process, all: boolean, head = 'Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg'): string {
  const rows = process.network.interfaces().filter(({ up }) => up || all).sort((a, b) => (a.name < b.name ? -1 : 1)).map((one) =>
    `${one.name.padEnd(15)} ${String(one.mtu).padStart(5)} ${String(one.rxPackets).padStart(8)}      0 ${String(one.rxDropped).padStart(6)} 0      ${String(one.txPackets).padStart(8)}      0 ${String(one.txDropped).padStart(6)}      0 ${letters(one)}\n`);
  return `${head}\n${rows.join('')}`;
}
