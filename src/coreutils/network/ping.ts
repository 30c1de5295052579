import { type DatagramMessage, isSystemError, LookupError, type Process } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, reason, type Tool, UsageError } from '../program/index.ts';
import { pingHelp } from './help-texts.ts';

const options = {
  count: '-c=  stop after <count> replies', interval: '-i=  seconds between sending each packet', timeout: '-W=  time to wait for response', deadline: '-w=  reply wait <deadline> in seconds', size: '-s=  use <size> as number of data bytes to be sent', ttl: '-t=  define time to live', quiet: '-q  quiet output',
  numeric: '-n  no reverse DNS name resolution', device: '-I=  either interface name or address', four: '-4  use IPv4', six: '-6  use IPv6', flood: '-f  flood ping', adaptive: '-A  use adaptive ping', broadcast: '-b  allow pinging broadcast', audible: '-a  use audible ping', time: '-D  print timestamps',
  outstanding: '-O  report outstanding replies', verbose: '-v  verbose output', mtu: '-M=  define path MTU discovery', pattern: '-p=  contents of padding byte', preload: '-l=  send <preload> number of packages', version: '-V  print version and exit', help: '-h  print help and exit',
};
type PingArguments = Arguments<keyof typeof options>;

interface Plan {
  host: string;
  address: string;
  v6: boolean;
  count: number;
  interval: number;
  timeout: number;
  deadline: number;
  size: number;
}

/** Rounds as iputils prints round trips. */
function tripTime(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms >= 1 ? ms.toFixed(2) : ms.toFixed(3);
}

function number(args: PingArguments, key: keyof typeof options, least: number, most: number, otherwise: number): number {
  const text = args.value(key);
  if (text === undefined) return otherwise;
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`invalid argument: '${text}'`);
  if (Number(text) < least || Number(text) > most) throw new RangeError(`invalid argument: '${text}': out of range: ${least} <= value <= ${most === 2 ** 63 ? '9223372036854775807' : most}`);
  return Number(text);
}

/** A value that ping refuses with status 2. */
class Refused extends Error {
  override readonly name = 'Refused';
}

/** A number as strtod(3) reads it; what else stands there is only complained about. */
async function real(tool: Tool, args: PingArguments, key: 'interval' | 'timeout', otherwise: number): Promise<number> {
  const text = args.value(key);
  if (text === undefined) return otherwise;
  const [start] = /^[-+]?(?:\d+\.?\d*|\.\d+)/.exec(text) ?? [];
  if (start !== text) await tool.errorText(`${tool.name}: option argument contains garbage: ${text}\n${tool.name}: this will become fatal error in the future\n`);
  return start === undefined ? 0 : Number(start);
}

/** ping(8) of iputils and of busybox. */
export const ping = defineProgram({
  name: 'ping', usage: '[options] <destination>', options, version: 'from iputils 20240905', usageStatus: 2, ownHelp: true, hint: () => pingHelp.trimEnd(),
  prepare: (words) => {
    if (words.some((word) => /^--./.test(word))) throw new UsageError("invalid option -- '-'");
    return words;
  },
  run: async (tool, args) => {
    const host = args.operands.at(-1);
    if (args.has('version')) {
      tool.out.write('ping from iputils 20240905\nlibcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes\n');
      return 0;
    }
    if (args.has('help')) {
      await tool.errorText(pingHelp);
      return 2;
    }
    if (host === undefined) {
      await tool.error('usage error: Destination address required');
      return 2;
    }
    let plan: Plan;
    try {
      const six = args.has('six') || tool.name === 'ping6';
      plan = {
        host, address: '', v6: six, count: number(args, 'count', 1, 2 ** 63, Infinity), interval: (await real(tool, args, 'interval', args.has('flood') ? 0.01 : 1)) * 1000, timeout: (await real(tool, args, 'timeout', 10)) * 1000,
        deadline: number(args, 'deadline', 0, 2147483647, Infinity) * 1000, size: number(args, 'size', 0, 2147479504, 56),
      };
      if (plan.size > 65_507) throw new RangeError(`invalid -s value: '${plan.size}': out of range: 0 <= value <= 65507`);
      const pattern = args.value('pattern');
      if (pattern !== undefined && !/^[\da-f]+$/i.test(pattern)) throw new Refused(`patterns must be specified as hex digits: ${pattern}`);
      if (plan.timeout < 0) throw new Refused(`bad linger time: ${args.value('timeout') ?? ''}`);
      if (plan.interval < 0) throw new Refused(`bad timing interval: ${args.value('interval') ?? ''}`);
      if (number(args, 'ttl', 0, 255, 64) === 0 && !tool.busybox) throw new Refused('cannot set unicast time-to-live: Invalid argument');
    } catch (error) {
      if (!(error instanceof RangeError) && !(error instanceof Refused)) throw error;
      await tool.error(error.message);
      return error instanceof Refused ? 2 : 1;
    }
    try {
      const addresses = await tool.process.lookup(host);
      const found = addresses.find((each) => each.includes(':') === (plan.v6 || (args.has('four') ? false : !addresses.some((one) => !one.includes(':')))));
      if (found === undefined) {
        await tool.error(`${host}: Address family for hostname not supported`);
        return 2;
      }
      plan.address = found;
      plan.v6 = found.includes(':');
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      await tool.error(tool.busybox ? `bad address '${host}'` : `${host}: ${error.message}`);
      return tool.busybox ? 1 : 2;
    }
    return await new Pinger(tool, args, plan).run();
  },
});

/** One run: sends and prints what comes. */
class Pinger {
  readonly #tool: Tool;
  readonly #process: Process;
  readonly #quiet: boolean;
  readonly #plan: Plan;
  readonly #args: PingArguments;
  readonly #sent = new Map<number, number>();
  readonly #times: number[] = [];
  #transmitted = 0;
  #errors = 0;
  #pipe = 0;
  #stopped = false;

  constructor(tool: Tool, args: PingArguments, plan: Plan) {
    this.#tool = tool;
    this.#process = tool.process;
    this.#args = args;
    this.#plan = plan;
    this.#quiet = args.has('quiet');
  }

  async run(): Promise<number> {
    const { v6, address, host, size } = this.#plan;
    const { clock, network } = this.#process;
    const tool = this.#tool;
    const device = this.#args.value('device');
    let socket: number;
    const { capabilities } = this.#process.credentials;
    if (tool.busybox && capabilities !== 'all' && !capabilities.has('CAP_NET_RAW')) {
      tool.out.write(`PING ${host} (${address}): ${size} data bytes\n`);
      await tool.error('permission denied (are you root?)');
      return 1;
    }
    try {
      const own = device === undefined ? undefined : network.interfaces().find(({ name }) => name === device)?.addresses.find((each) => each.address.includes(':') === v6)?.address ?? device;
      socket = this.#process.bindEcho({ family: 'inet', address: own ?? (v6 ? '::' : '0.0.0.0'), port: 0 });
      network.routeTo(address);
      if (this.#args.has('ttl')) this.#process.setSocketOption(socket, 'ttl', Number(this.#args.value('ttl')));
      if (this.#args.has('broadcast')) this.#process.setSocketOption(socket, 'broadcast', 1);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (!tool.busybox) await tool.error(`connect: ${reason(error)}`);
      else {
        tool.out.write(`PING ${host} (${address}): ${size} data bytes\n`);
        await tool.error(`sendto: ${reason(error)}`);
      }
      return tool.busybox ? 1 : 2;
    }
    tool.out.write(tool.busybox ? `PING ${host} (${address}): ${size} data bytes\n` : `PING ${host} (${address})${device === undefined ? '' : ` from ${network.routeTo(address).source} ${device}:`} ${v6 ? `${size} data bytes` : `${size}(${size + 28}) bytes of data.`}\n`);
    await tool.out.flush();
    this.#process.onSignal('SIGINT', { handle: () => { this.#stopped = true; } });
    const started = clock.now();
    await this.#loop(socket, started);
    return this.#report(clock.now() - started);
  }

  async #loop(socket: number, started: number): Promise<void> {
    const { count, interval, timeout, deadline } = this.#plan;
    const { clock } = this.#process;
    let next = started;
    let end = started + deadline;
    while (!this.#stopped && clock.now() < end && this.#times.length + (deadline === Infinity ? this.#errors : 0) < count) {
      if (this.#transmitted < count && clock.now() >= next) {
        this.#send(socket);
        next = Math.max(next + interval, clock.now());
        if (this.#transmitted === count && deadline === Infinity) end = clock.now() + Math.max(timeout, ...(this.#times.length > 0 ? [2 * Math.max(...this.#times)] : []));
      }
      const wait = Math.min(end, this.#transmitted < count ? next : end) - clock.now();
      try {
        const message = await this.#process.receiveMessage(socket, Math.min(Math.max(0, wait), 2 ** 31 - 1));
        if (message) await this.#take(message);
      } catch (error) {
        if (!isSystemError(error, 'EINTR')) throw error;
      }
    }
  }

  #send(socket: number): void {
    const { address, size } = this.#plan;
    const sequence = ++this.#transmitted - (this.#tool.busybox ? 1 : 0);
    const data = Uint8Array.from({ length: size }, (_, i) => (i < 8 ? 0 : i & 255));
    try {
      this.#sent.set(sequence & 0xffff, this.#process.sendTo(socket, data, { family: 'inet', address, port: 0 }, sequence & 0xffff));
      this.#pipe = Math.max(this.#pipe, this.#sent.size);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#errors++;
      this.#tool.out.write(isSystemError(error, 'EACCES') ? 'ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules\n' : `ping: sendmsg: ${reason(error)}\n`);
    }
  }

  async #take(message: DatagramMessage): Promise<void> {
    const { host, address, size } = this.#plan;
    const { busybox, out } = this.#tool;
    const stamp = this.#args.has('time') ? `[${(this.#process.clock.now() / 1000).toFixed(6)}] ` : '';
    if (message.kind === 'error') {
      const { body } = message.about;
      if (body.protocol !== 'icmp') return;
      this.#sent.delete(body.sequence);
      this.#errors++;
      const words = message.message === 'time-exceeded' ? 'Time to live exceeded' : { 0: 'Destination Net Unreachable', 1: 'Destination Host Unreachable', 3: 'Destination Port Unreachable', 10: 'Destination Host Prohibited', 13: 'Packet filtered' }[message.code] ?? `Dest Unreachable, Bad Code: ${message.code}`;
      if (!this.#quiet && !busybox) out.write(`${stamp}From ${message.from} icmp_seq=${body.sequence} ${words}\n`);
    } else {
      const began = this.#sent.get(message.sequence);
      const duplicate = began === undefined;
      this.#sent.delete(message.sequence);
      const ms = Math.max(0.001, message.time - (began ?? message.time));
      if (!duplicate) this.#times.push(ms);
      const from = message.from.family === 'inet' ? message.from.address : address;
      if (!this.#quiet) {
        const who = busybox || host === address || this.#args.has('numeric') ? from : `${host} (${from})`;
        out.write(busybox ? `${size + 8} bytes from ${from}: seq=${message.sequence} ttl=${message.ttl} time=${ms.toFixed(3)} ms\n` : `${stamp}${size + 8} bytes from ${who}: icmp_seq=${message.sequence} ttl=${message.ttl} time=${tripTime(ms)} ms${duplicate ? ' (DUP!)' : ''}\n`);
      }
    }
    await out.flush();
  }

  #report(elapsed: number): number {
    const { host } = this.#plan;
    const { out, busybox } = this.#tool;
    const times = this.#times;
    const loss = this.#transmitted === 0 ? 0 : ((this.#transmitted - times.length) * 100) / this.#transmitted;
    const percent = busybox ? String(Math.floor(loss)) : String(Number(loss.toPrecision(6)));
    out.write(`\n--- ${host} ping statistics ---\n${this.#transmitted} packets transmitted, ${times.length} ${busybox ? 'packets received' : 'received'}${!busybox && this.#errors > 0 ? `, +${this.#errors} errors` : ''}, ${percent}% packet loss${busybox ? '' : `, time ${Math.floor(elapsed)}ms`}\n`);
    const pipe = this.#pipe > 1 ? `pipe ${this.#pipe}` : '';
    if (times.length > 0) {
      const average = times.reduce((sum, time) => sum + time, 0) / times.length;
      const deviation = Math.sqrt(times.reduce((sum, time) => sum + (time - average) ** 2, 0) / times.length);
      const three = [Math.min(...times), average, Math.max(...times)].map((time) => time.toFixed(3)).join('/');
      out.write(busybox ? `round-trip min/avg/max = ${three} ms\n` : `rtt min/avg/max/mdev = ${three}/${deviation.toFixed(3)} ms${pipe === '' ? '' : `, ${pipe}`}\n`);
    } else if (!busybox) out.write(`${pipe}\n`);
    return times.length > 0 && (this.#plan.deadline === Infinity || this.#plan.count === Infinity || times.length >= this.#plan.count) ? 0 : 1;
  }
}
