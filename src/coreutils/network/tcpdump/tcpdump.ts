import { isSystemError, LookupError, type PacketEvent } from '../../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, localTime, strftime, type Tool } from '../../program/index.ts';
import { tcpdumpHelp } from '../help-texts.ts';
import { readServices } from '../services.ts';
import { FilterError, parseFilter } from './filter.ts';
import type { Captured } from './frame-bytes.ts';
import { pcapHeader, pcapRecord, readPcap } from './pcap.ts';
import { PacketPrinter } from './print-packet.ts';

const options = {
  interface: '-i= --interface=', count: '-c=', numeric: '-n', write: '-w=', read: '-r=', verbose: '-v', quiet: '-q', ascii: '-A', hex: '-X', hexOnly: '-x', link: '-e', time: '-t', absolute: '-S --absolute-tcp-sequence-numbers', snapshot: '-s= --snapshot-length=', list: '-D --list-interfaces',
  promiscuous: '-p --no-promiscuous-mode', lineBuffered: '-l', unbuffered: '-U --packet-buffered', user: '-Z=', direction: '-Q=', number: '-# --number', versionText: '--version', help: '-h --help', immediate: '--immediate-mode', printAlso: '--print',
};
type DumpArguments = Arguments<keyof typeof options>;
const link = 'EN10MB (Ethernet), snapshot length 262144';

/** tcpdump(8) */
export const tcpdump = defineProgram({
  name: 'tcpdump', usage: '[-AbdDefhHIJKlLnNOpqStuUvxX#] [ -B size ] [ -c count ] [ -i interface ] [ -r file ] [ -w file ] [ expression ]', options, ownHelp: true, hint: () => tcpdumpHelp.trimEnd(), run: async (tool, args) => {
    if (args.has('versionText') || args.has('help')) {
      tool.out.write(args.has('help') ? tcpdumpHelp : tcpdumpHelp.replace(/^Usage:[^]*/m, ''));
      return 0;
    }
    const { process } = tool;
    const [count, length] = [args.value('count'), args.value('snapshot')];
    if (count !== undefined && !(/^\d+$/.test(count) && Number(count) > 0)) {
      await tool.error(`invalid packet count ${count}`);
      return 1;
    }
    if (length !== undefined && !(/^\d+$/.test(length) && Number(length) <= 262_144)) {
      await tool.error(`invalid snaplen ${length} (must be >= 0 and <= 262144)`);
      return 1;
    }
    if (args.has('list')) {
      const devices = process.network.interfaces();
      const flags = (one: (typeof devices)[number]): string => `[${[one.up && 'Up', one.up && one.carrier && 'Running', one.kind === 'loopback' && 'Loopback', one.kind !== 'loopback' && (one.carrier ? 'Connected' : 'Disconnected')].filter((flag) => flag !== false).join(', ')}]`;
      const names = [...devices.filter(({ kind }) => kind !== 'loopback').map((one) => `${one.name} ${flags(one)}`), 'any (Pseudo-device that captures on all interfaces) [Up, Running]', ...devices.filter(({ kind }) => kind === 'loopback').map((one) => `${one.name} ${flags(one)}`)];
      tool.out.write(names.map((name, index) => `${index + 1}.${name}\n`).join(''));
      return 0;
    }
    const services = readServices(process);
    try {
      const matches = await parseFilter(args.operands, {
        addresses: async (name) => {
          try {
            return await process.lookup(name);
          } catch (error) {
            if (error instanceof LookupError) return [];
            throw error;
          }
        },
        port: (name) => {
          const found = [...services].find(([, each]) => each === name)?.[0];
          return found === undefined ? undefined : Number.parseInt(found, 10);
        },
      });
      const printer = makePrinter(tool, args, services);
      return args.has('read') ? await fromFile(tool, args, matches, printer) : await live(tool, args, matches, printer);
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      await tool.error(error.message === 'syntax error' ? "can't parse filter expression: syntax error" : error.message);
      return 1;
    }
  },
});

function makePrinter({ process }: Tool, args: DumpArguments, services: ReadonlyMap<string, string>): PacketPrinter {
  const numeric = args.has('numeric');
  const hosts = new Map<string, string>();
  if (!numeric && process.exists('/etc/hosts')) {
    for (const line of process.readTextFile('/etc/hosts').split('\n')) {
      const [address, name] = line.replace(/#.*/, '').trim().split(/\s+/);
      if (address !== undefined && name !== undefined && !hosts.has(address)) hosts.set(address, name);
    }
  }
  const zone = process.env['TZ'] ?? 'UTC';
  const style = args.count('time');
  let previous: number | undefined;
  const time = (ms: number): string => {
    const exact = (value: number): string => String(Math.floor((value % 1000) * 1000)).padStart(6, '0');
    const before = previous ?? ms;
    if (style !== 5) previous = ms;
    else previous ??= ms;
    if (style === 1) return '';
    if (style === 2) return `${Math.floor(ms / 1000)}.${exact(ms)} `;
    const local = localTime(style === 3 || style === 5 ? ms - before : ms, style === 3 || style === 5 ? 'UTC' : zone);
    return `${strftime(style === 4 ? '%F %T' : '%T', local)}.${exact(style === 3 || style === 5 ? ms - before : ms)} `;
  };
  return new PacketPrinter({
    hostName: (address) => hosts.get(address) ?? address, portName: (port, protocol) => (numeric ? undefined : services.get(`${port}/${protocol}`)) ?? String(port),
    verbose: args.count('verbose'), quiet: args.has('quiet'), link: args.has('link'), absolute: args.has('absolute'), ascii: args.has('ascii'), hex: args.has('hex') || args.has('hexOnly'), time,
  });
}

async function fromFile(tool: Tool, args: DumpArguments, matches: (packet: Captured) => boolean, printer: PacketPrinter): Promise<number> {
  const path = args.value('read') ?? '';
  let bytes: Uint8Array;
  try {
    bytes = tool.process.readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(error.message);
    return 1;
  }
  const packets = readPcap(bytes);
  if (!packets) {
    await tool.error(bytes.length < 24 ? `truncated dump file; tried to read 24 file header bytes, only got ${bytes.length}` : 'unknown file format');
    return 1;
  }
  await tool.errorText(`reading from file ${path}, link-type ${link}\n`);
  const chosen = packets.filter(matches).slice(0, Number(args.value('count') ?? Infinity));
  const output = args.value('write');
  if (output !== undefined) save(tool, output, chosen);
  else for (const packet of chosen) if (tool.out.write(printer.print(packet))) await tool.out.flush();
  return 0;
}

function save({ process }: Tool, path: string, packets: readonly Captured[]): void {
  process.writeFile(path, pcapHeader());
  for (const packet of packets) process.writeFile(path, pcapRecord(packet), { append: true });
}

async function live(tool: Tool, args: DumpArguments, matches: (packet: Captured) => boolean, printer: PacketPrinter): Promise<number> {
  const { process } = tool;
  const devices = process.network.interfaces();
  const asked = args.value('interface') ?? devices.find(({ kind, up }) => up && kind !== 'loopback')?.name ?? 'lo';
  const name = /^\d+$/.test(asked) ? devices[Number(asked) - 1]?.name ?? asked : asked;
  let socket: number;
  try {
    socket = process.openCapture(name === 'any' ? undefined : name);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(isSystemError(error, 'EPERM') ? `${name}: You don't have permission to perform this capture on that device\n(socket: Operation not permitted)` : `${name}: No such device exists\n(No such device exists)`);
    return 1;
  }
  const count = Number(args.value('count') ?? Infinity);
  const output = args.value('write');
  if (output !== undefined && output !== '-') process.writeFile(output, pcapHeader());
  else if (output === '-') tool.out.write(pcapHeader());
  const cooked = name === 'any' ? 'LINUX_SLL2 (Linux cooked v2), snapshot length 262144 bytes' : `${link} bytes`;
  await tool.errorText(output !== undefined ? `tcpdump: listening on ${name}, link-type ${cooked}\n` : args.has('verbose') ? `tcpdump: listening on ${name}, link-type ${cooked}\n` : `${name === 'any' ? "tcpdump: WARNING: any: That device doesn't support promiscuous mode\n(Promiscuous mode not supported on the \"any\" device)\n" : ''}tcpdump: verbose output suppressed, use -v[v]... for full protocol decode\nlistening on ${name}, link-type ${cooked}\n`);
  let stopped = false;
  let received = 0;
  let captured = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.onSignal(signal, { handle: () => { stopped = true; } });
  while (!stopped && captured < count) {
    let event: PacketEvent;
    try {
      event = await process.receivePacket(socket);
    } catch (error) {
      if (isSystemError(error, 'EINTR')) continue;
      throw error;
    }
    // What a loopback interface sends comes in again.
    if (event.interface === 'lo' && event.kind === 'out') continue;
    const packet: Captured = { time: event.time, sourceMac: event.sourceMac, destinationMac: event.destinationMac, contents: event.contents, ...(name === 'any' && { interface: { name: event.interface, kind: event.kind, index: event.interfaceIndex } }) };
    if (!matches(packet)) continue;
    received++;
    captured++;
    if (output === '-') tool.out.write(pcapRecord(packet));
    else if (output !== undefined) process.writeFile(output, pcapRecord(packet), { append: true });
    else tool.out.write(printer.print(packet));
    await tool.out.flush();
  }
  const plural = (number: number): string => `${number} packet${number === 1 ? '' : 's'}`;
  if (stopped) tool.out.write('\n');
  await tool.errorText(`${plural(captured)} captured\n${plural(received)} received by filter\n0 packets dropped by kernel\n`);
  return 0;
}
