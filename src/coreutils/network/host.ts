import { type DnsMessage, dnsTypeName, dnsTypes } from '../../base/dns/index.ts';
import { rawProgram, type Tool } from '../program/index.ts';
import { typeNamed } from './dig-arguments.ts';
import { dnsQuery, exchangeDns, isAddress, pointerName, resolverSettings, searchedNames, serverAddress } from './dns-client.ts';
import { headerLines, questionLine, recordLine, section } from './dns-text.ts';

const usage = `Usage: host [-aCdilrTvVw] [-c class] [-N ndots] [-t type] [-W time]
            [-R number] [-m flag] [-p port] hostname [server]
       -a is equivalent to -v -t ANY
       -A is like -a but omits RRSIG, NSEC, NSEC3
       -c specifies query class for non-IN data
       -C compares SOA records on authoritative nameservers
       -d is equivalent to -v
       -l lists all hosts in a domain, using AXFR
       -m set memory debugging flag (trace|record|usage)
       -N changes the number of dots allowed before root lookup is done
       -p specifies the port on the server to query
       -r disables recursive processing
       -R specifies number of retries for UDP packets
       -s a SERVFAIL response should stop query
       -t specifies the query type
       -T enables TCP/IP mode
       -U enables UDP mode
       -v enables verbose output
       -V print version number and exit
       -w specifies to wait forever for a reply
       -W specifies how long to wait for a reply
       -4 use IPv4 query transport only
       -6 use IPv6 query transport only
`;

/** What is said of a record, by its type. */
const sentences: Readonly<Record<string, string>> = {
  A: 'has address', AAAA: 'has IPv6 address', CNAME: 'is an alias for', MX: 'mail is handled by', NS: 'name server', PTR: 'domain name pointer', TXT: 'descriptive text', SOA: 'has SOA record', SRV: 'has SRV record', CAA: 'has CAA record',
};

const withoutDot = (name: string): string => name.replace(/\.$/, '');

interface Settings {
  types: number[];
  verbose: boolean;
  tcp: boolean;
  recurse: boolean;
  timeoutMs: number;
  tries: number;
  port: number;
  words: string[];
}

/** Reads a command line; a message when something in it is wrong, with `usage` where that follows. */
function parse(words: readonly string[]): Settings | { message: string; usage: boolean } {
  const settings: Settings = { types: [], verbose: false, tcp: false, recurse: true, timeoutMs: 5000, tries: 2, port: 53, words: [] };
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (!/^-./.test(word)) {
      settings.words.push(word);
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? '';
      if ('tWRpcNm'.includes(letter)) {
        const value = word.slice(at + 1) || words[++i];
        if (value === undefined) return { message: `host: option requires an argument -- ${letter}\n`, usage: true };
        if (letter === 't') {
          const type = typeNamed(value);
          if (type === undefined) return { message: `host: invalid type: ${value}\n\n`, usage: false };
          settings.types = [type];
        } else if (letter === 'c' && !/^(?:IN|CH|HS|ANY|CHAOS|HESIOD)$/i.test(value)) return { message: `host: invalid class: ${value}\n\n`, usage: false };
        else if (letter === 'W') settings.timeoutMs = Number(value) * 1000;
        else if (letter === 'R') settings.tries = Math.max(1, Number(value) + 1);
        else if (letter === 'p') settings.port = Number(value);
        break;
      }
      if (letter === 'a') settings.types = [dnsTypes['ANY'] ?? 255];
      if (letter === 'v' || letter === 'd' || letter === 'a') settings.verbose = true;
      else if (letter === 'T') settings.tcp = true;
      else if (letter === 'r') settings.recurse = false;
      else if (!'AlCisUVw46'.includes(letter)) return { message: `host: illegal option -- ${letter}\n`, usage: true };
    }
  }
  return settings;
}

/** host(1) of BIND: looks names up in plain words. */
export const host = rawProgram('host', async (tool, words) => {
  if (words.includes('-V')) {
    tool.out.write('host 9.20.30-1~deb13u1-Debian\n');
    return 0;
  }
  const settings = parse(words);
  if ('message' in settings) {
    await tool.errorText(settings.message + (settings.usage ? usage : ''));
    return settings.usage ? 1 : 2;
  }
  const [name, server] = settings.words;
  if (name === undefined) {
    await tool.errorText(usage);
    return 1;
  }
  const { process, out } = tool;
  const resolver = resolverSettings(process);
  const address = await serverAddress(process, server ?? resolver.servers[0] ?? '127.0.0.1');
  if (address === undefined) {
    await tool.errorText(`host: couldn't get address for '${server}': not found\n`);
    return 1;
  }
  const isPointer = isAddress(name) && settings.types.length === 0;
  const types = isPointer ? [dnsTypes['PTR'] ?? 12] : settings.types.length > 0 ? settings.types : ['A', 'AAAA', 'MX'].map((each) => dnsTypes[each] ?? 1);
  const candidates = isPointer ? [`${pointerName(name)}.`] : searchedNames(name, resolver);
  let asked = candidates[0] ?? name;
  let announced = server === undefined;
  for (const [index, type] of types.entries()) {
    let reply = await ask(tool, settings, asked, type, address);
    while (index === 0 && reply?.message.code === 3 && candidates.indexOf(asked) < candidates.length - 1) {
      asked = candidates[candidates.indexOf(asked) + 1] ?? asked;
      reply = await ask(tool, settings, asked, type, address);
    }
    if (!reply) return 1;
    const { message } = reply;
    if (!announced) out.write(`Using domain server:\nName: ${server}\nAddress: ${address}#${settings.port}\nAliases: \n\n`);
    announced = true;
    if (message.code !== 0) {
      out.write(`Host ${isPointer ? asked : withoutDot(name)} not found: ${message.code}(${message.code === 3 ? 'NXDOMAIN' : message.code === 2 ? 'SERVFAIL' : 'REFUSED'})\n`);
      return 1;
    }
    out.write(settings.verbose ? verboseAnswer(reply, address, settings.port) : plainAnswer(message, type, types.length === 1, index > 0));
  }
  return 0;
});

async function ask(tool: Tool, settings: Settings, name: string, type: number, server: string): Promise<{ message: DnsMessage; size: number; ms: number } | undefined> {
  const { process, out } = tool;
  if (settings.verbose) out.write(`Trying "${withoutDot(name)}"\n`);
  for (let attempt = 0; attempt < settings.tries; attempt++) {
    const began = process.clock.now();
    const reply = await exchangeDns(process, { server, port: settings.port, message: dnsQuery(process, name, type, { recursionDesired: settings.recurse }), timeoutMs: settings.timeoutMs, tcp: settings.tcp });
    if ('message' in reply) return { ...reply, ms: Math.round(process.clock.now() - began) };
    out.write(`;; communications error to ${server}#${settings.port}: ${reply.failure}\n`);
    await out.flush();
  }
  out.write(';; no servers could be reached\n');
  return undefined;
}

/** `later`: aliases were told with the first type already. */
function plainAnswer(message: DnsMessage, type: number, only: boolean, later: boolean): string {
  const wanted = message.answers.filter((record) => !(later && record.type === dnsTypes['CNAME']));
  const name = withoutDot(message.questions[0]?.name ?? '');
  if (wanted.length === 0) return only ? `${name} has no ${dnsTypeName(type)} record\n` : '';
  return wanted.map(({ name: owner, type: kind, data }) => `${withoutDot(owner)} ${sentences[dnsTypeName(kind)] ?? `has ${dnsTypeName(kind)} record`} ${data}\n`).join('');
}

function verboseAnswer({ message, size, ms }: { message: DnsMessage; size: number; ms: number }, server: string, port: number): string {
  return `${headerLines(message)}\n${section('QUESTION', message.questions.map(questionLine))}${section('ANSWER', message.answers.map((record) => recordLine(record)))}`
    + `${section('AUTHORITY', message.authorities.map((record) => recordLine(record)))}Received ${size} bytes from ${server}#${port} in ${ms} ms\n`;
}
