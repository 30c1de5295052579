import { isSystemError, LookupError, type Process, type Program } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, isBusybox, reason, type Tool } from '../program/index.ts';
import { namesOfAddress } from './resolve-name.ts';
import { tracerouteHelp, tracerouteVersion } from './help-texts.ts';

const options = { numeric: '-n', first: '-f= --first=', most: '-m= --max-hops=', queries: '-q= --queries=', wait: '-w= --wait=', icmp: '-I --icmp', tcp: '-T --tcp', port: '-p= --port=', four: '-4', six: '-6', device: '-i= --interface=', simultaneous: '-N= --sim-queries=', version: '-V --version', help: '--help' };

interface Answer {
  from: string;
  milliseconds: number;
  mark: string;
  last: boolean;
}

/** Sends probes with a TTL each and waits for what comes back; answers by number of the probe. */
async function probe(process: Process, address: string, icmp: boolean, ttls: readonly number[], port: number, timeout: number): Promise<(Answer | undefined)[]> {
  const any = { family: 'inet', address: address.includes(':') ? '::' : '0.0.0.0', port: 0 } as const;
  const socket = icmp ? process.bindEcho(any) : process.bindDatagram(any);
  const sent: number[] = [];
  const answers: (Answer | undefined)[] = ttls.map(() => undefined);
  try {
    for (const [index, ttl] of ttls.entries()) {
      process.setSocketOption(socket, 'ttl', ttl);
      sent.push(process.sendTo(socket, new Uint8Array(32), { family: 'inet', address, port: icmp ? 0 : port + index }, index + 1));
    }
    const end = process.clock.now() + timeout;
    for (let left = ttls.length; left > 0; ) {
      const rest = end - process.clock.now();
      const message = rest > 0 ? await process.receiveMessage(socket, rest) : undefined;
      if (!message) break;
      const body = message.kind === 'error' ? message.about.body : undefined;
      const index = message.kind === 'data' ? message.sequence - 1 : body?.protocol === 'udp' ? body.destinationPort - port : body?.protocol === 'icmp' ? body.sequence - 1 : -1;
      const from = message.kind === 'error' ? message.from : message.from.family === 'inet' ? message.from.address : '';
      if (index < 0 || index >= ttls.length || answers[index]) continue;
      left--;
      const unreachable = message.kind === 'error' && message.message === 'unreachable';
      const mark = unreachable ? { 0: ' !N', 1: ' !H', 3: '', 10: ' !X', 13: ' !X' }[message.code] ?? ` !<${message.code}>` : '';
      answers[index] = { from, milliseconds: message.time - (sent[index] ?? message.time), mark, last: message.kind === 'data' || unreachable };
    }
  } finally {
    process.close(socket);
  }
  return answers;
}

async function resolve(tool: Tool, host: string): Promise<string | undefined> {
  try {
    return (await tool.process.lookup(host))[0];
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    await tool.errorText(tool.busybox ? `traceroute: bad address '${host}'\n` : `${host}: ${error.message}\nCannot handle "host" cmdline arg \`${host}' on position 1 (argc 1)\n`);
    return undefined;
  }
}

const letters: Partial<Record<string, string>> = { first: 'f', most: 'm', queries: 'q', port: 'p', simultaneous: 'N' };

/** The first value of an option that makes no sense, in traceroute's words. */
function problemOf(args: Arguments<keyof typeof options>): string | undefined {
  for (const [index, { key, value }] of args.ordered.entries()) {
    const letter = key === 'wait' ? 'w' : letters[key];
    if (letter !== undefined && !(key === 'wait' ? /^[\d.,]+$/ : /^\d+$/).test(value ?? '')) return `Cannot handle \`-${letter}' option with arg \`${value ?? ''}' (argc ${index + 2})`;
  }
  const [first, most, queries] = [Number(args.value('first') ?? 1), Number(args.value('most') ?? 30), Number(args.value('queries') ?? 3)];
  if (first < 1 || first > most) return 'first hop out of range';
  if (most > 255) return 'max hops cannot be more than 255';
  return queries < 1 || queries > 10 ? 'no more than 10 probes per hop' : undefined;
}

/** traceroute(8): its parser has words of its own for options that there are not. */
export const traceroute: Program = async (process) => {
  const at = isBusybox(process) ? -1 : process.argv.slice(1).findIndex((word) => /^-/.test(word) && !/^-(?:-|[46dFITnreAUDVfgimNptlwqszMOP])/.test(word));
  const long = isBusybox(process) ? -1 : process.argv.slice(1).findIndex((word) => /^--./.test(word) && !longNames.some((name) => name.startsWith(word.slice(2).split('=')[0] ?? '')));
  const bad = at >= 0 ? at : long;
  if (bad < 0) return await program(process);
  await process.write(2, `Bad option \`${process.argv[bad + 1] ?? ''}' (argc ${bad + 1})\n`);
  return 2;
};

const longNames = ['debug', 'dont-fragment', 'first', 'gateway', 'icmp', 'tcp', 'interface', 'max-hops', 'sim-queries', 'port', 'tos', 'flowlabel', 'wait', 'queries', 'source', 'sendwait', 'extensions', 'as-path-lookups', 'module', 'options', 'sport', 'fwmark', 'udp', 'dccp', 'protocol', 'mtu', 'back', 'version', 'help'];

const program = defineProgram({
  name: 'traceroute', usage: '[ -46dFITnreAUDV ] [ -f first_ttl ] [ -i device ] [ -m max_ttl ] [ -q nqueries ] [ -w MAX,HERE,NEAR ] host [ packetlen ]', options, version: '2.1.6', usageStatus: 2, ownHelp: true, hint: () => '', run: async (tool, args) => {
    const [host] = args.operands;
    if (args.has('version') && !tool.busybox) {
      await tool.errorText(tracerouteVersion);
      return 0;
    }
    if (args.has('help') && !tool.busybox) {
      await tool.errorText(tracerouteHelp);
      return 0;
    }
    const problem = tool.busybox ? undefined : problemOf(args);
    if (problem !== undefined) {
      await tool.errorText(`${problem}\n`);
      return 2;
    }
    if (host === undefined) {
      await tool.errorText(tracerouteHelp);
      return 0;
    }
    if (args.has('tcp')) {
      await tool.errorText('traceroute -T: not part of this sandbox; UDP (the default) and -I are\n');
      return 2;
    }
    const address = await resolve(tool, host);
    if (address === undefined) return tool.busybox ? 1 : 2;
    const { process, out } = tool;
    const first = Number(args.value('first') ?? 1);
    const most = Number(args.value('most') ?? 30);
    const queries = Number(args.value('queries') ?? 3);
    const timeout = Number.parseFloat(args.value('wait') ?? '5') * 1000;
    out.write(`traceroute to ${host} (${address}), ${most} hops max, ${tool.busybox ? '46' : address.includes(':') ? '80' : '60'} byte packets`);
    await out.flush();
    try {
      process.network.routeTo(address);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.errorText(`\n${tool.busybox ? 'traceroute: sendto' : 'connect'}: ${reason(error)}\n`);
      return 1;
    }
    out.write('\n');
    let port = Number(args.value('port') ?? 33434);
    const names = new Map<string, string | undefined>();
    const together = Math.max(1, Math.floor(16 / queries));
    for (let ttl = first; ttl <= most; ttl += together) {
      const hops = Array.from({ length: Math.min(together, most - ttl + 1) }, (_, i) => ttl + i);
      const answers = await probe(process, address, args.has('icmp'), hops.flatMap((hop) => Array.from({ length: queries }, () => hop)), port, timeout);
      port += answers.length;
      for (const [index, hop] of hops.entries()) {
        const mine = answers.slice(index * queries, (index + 1) * queries);
        for (const answer of mine) if (answer && !args.has('numeric') && !names.has(answer.from)) names.set(answer.from, tool.busybox ? undefined : (await namesOfAddress(process, answer.from))[0]);
        out.write(`${String(hop).padStart(2)} ${hopLine(mine, (from) => (args.has('numeric') ? from : `${from === address && host !== address ? host : names.get(from) ?? from} (${from})`))}\n`);
        await out.flush();
        if (mine.some((answer) => answer?.last)) return 0;
      }
    }
    return 0;
  },
});

function hopLine(answers: readonly (Answer | undefined)[], name: (from: string) => string): string {
  let shown: string | undefined;
  return answers.map((answer) => {
    if (!answer) return ' *';
    const who = answer.from === shown ? '' : ` ${name(answer.from)}`;
    shown = answer.from;
    return `${who}  ${Math.max(0.001, answer.milliseconds).toFixed(3)} ms${answer.mark}`;
  }).join('');
}

/** tracepath(8) */
export const tracepath = defineProgram({
  name: 'tracepath', usage: '[options] <destination>', options: { numeric: '-n', both: '-b', most: '-m=', port: '-p=', length: '-l=', four: '-4', six: '-6' }, version: 'from iputils 20240905', usageStatus: 255, run: async (tool, args) => {
    const [host] = args.operands;
    const address = host === undefined ? undefined : await resolve(tool, host);
    if (host === undefined || address === undefined) return 1;
    const { process, out } = tool;
    const most = Number(args.value('most') ?? 30);
    const line = (label: string, text: string): void => void out.write(`${label.padStart(3)}  ${text}\n`);
    if (!process.network.routeTo(address).local) line(' 1?:', '[LOCALHOST]                      pmtu 1500');
    for (let ttl = 1; ttl <= most; ttl++) {
      const [answer] = await probe(process, address, false, [ttl], 44444, 1000);
      const label = ` ${ttl}: `.slice(-4);
      if (!answer) line(label, 'no reply');
      else {
        line(label, `${answer.from.padEnd(52 - 2)}${`${answer.milliseconds.toFixed(3)}ms`.padStart(8)}${answer.last ? ' reached' : ''}${answer.mark}`.replace(/ +$/, ''));
        if (answer.last) {
          out.write(`     Resume: pmtu ${process.network.routeTo(address).local ? 65535 : 1500} hops ${ttl} back ${ttl} \n`);
          return 0;
        }
      }
      await out.flush();
    }
    out.write('     Too many hops: pmtu 1500\n     Resume: pmtu 1500 \n');
    return 1;
  },
});
