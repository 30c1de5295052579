import { type DnsMessage, type DnsRecord, dnsCodeName, dnsTypeName, dnsTypes } from '../../base/dns/index.ts';
import { readInput, rawProgram, textOf, type Tool } from '../program/index.ts';
import { digVersion, typeNamed } from './dig-arguments.ts';
import { dnsQuery, exchangeDns, isAddress, pointerName, resolverSettings, searchedNames, serverAddress } from './dns-client.ts';

const withoutDot = (name: string): string => name.replace(/\.$/, '');
const soaFields = ['origin', 'mail addr', 'serial', 'refresh', 'retry', 'expire', 'minimum'];

interface Session {
  tool: Tool;
  /** As it was named, and its address. */
  server: string;
  address: string;
  /** undefined: addresses of both kinds. */
  type: number | undefined;
  port: number;
  timeoutMs: number;
  tries: number;
  tcp: boolean;
  recurse: boolean;
  debug: boolean;
}

/** nslookup(1) of BIND, or busybox's. */
export const nslookup = rawProgram('nslookup', async (tool, words) => {
  const { process } = tool;
  const [first = '127.0.0.1'] = resolverSettings(process).servers;
  const session: Session = { tool, server: first, address: first, type: undefined, port: 53, timeoutMs: 5000, tries: 3, tcp: false, recurse: true, debug: false };
  const names: string[] = [];
  for (const word of words) {
    if (/^-./.test(word)) {
      if (!set(session, word.slice(1))) {
        if (/^v(?:e(?:r(?:s(?:i(?:on?)?)?)?)?)?$/.test(word.slice(1))) {
          tool.out.write(`nslookup ${digVersion}\n`);
          return 0;
        }
        tool.out.write(`*** Invalid option: ${word.slice(1)}\n`);
      }
    } else names.push(word);
  }
  const [name, server] = names;
  if (tool.busybox && name === undefined) {
    await tool.errorText('BusyBox v1.37.0 (Debian 1:1.37.0-6+b9) multi-call binary.\n\nUsage: nslookup [-type=QUERY_TYPE] [-debug] HOST [DNS_SERVER]\n\nQuery DNS about HOST\n\nQUERY_TYPE: soa,ns,a,aaaa,cname,mx,txt,ptr,srv,any\n');
    return 1;
  }
  if (server !== undefined && !(await choose(session, server))) return 1;
  if (name !== undefined && name !== '-') return await lookUp(session, name);
  return await converse(session);
});

/** Sets an option by its name, as on the command line and with `set`. */
function set(session: Session, option: string): boolean {
  const [name = '', value] = option.split('=');
  const on = !name.startsWith('no');
  switch (name.replace(/^no/, '')) {
    case 'type': case 'querytype': case 'ty': case 'q': case 'qu': {
      const type = typeNamed(value ?? '');
      if (type === undefined) return false;
      session.type = type;
      return true;
    }
    case 'port': case 'po': session.port = Number(value); return true;
    case 'timeout': session.timeoutMs = Number(value) * 1000; return true;
    case 'retry': session.tries = Math.max(1, Number(value)); return true;
    case 'vc': session.tcp = on; return true;
    case 'recurse': session.recurse = on; return true;
    case 'debug': session.debug = on; return true;
    case 'd2': case 'search': case 'defname': case 'fail': case 'class': case 'all': case 'ndots': return true;
    default: return false;
  }
}

async function choose(session: Session, server: string): Promise<boolean> {
  const address = await serverAddress(session.tool.process, server);
  if (address === undefined) {
    await session.tool.errorText(`nslookup: couldn't get address for '${server}': not found\n`);
    return false;
  }
  session.server = server;
  session.address = address;
  return true;
}

/** Commands line by line from standard input. */
async function converse(session: Session): Promise<number> {
  const { tool } = session;
  const interactive = tool.process.isatty(0);
  let status = 0;
  const run = async (line: string): Promise<boolean> => {
    const [command = '', ...rest] = line.trim().split(/\s+/);
    if (command === 'exit') return false;
    if (command === 'server' || command === 'lserver') {
      if (await choose(session, rest[0] ?? '')) tool.out.write(`Default server: ${session.server}\nAddress: ${session.address}#${session.port}\n`);
    } else if (command === 'set') {
      if (!set(session, rest[0] ?? '')) await tool.errorText(`*** Invalid option: ${rest[0] ?? ''}\n`);
    } else if (command !== '') status = await lookUp(session, command, false);
    return true;
  };
  if (!interactive) {
    for (const line of textOf(await readInput(tool.process, '-')).split('\n')) if (!(await run(line))) break;
    return status;
  }
  for (let pending = ''; ; ) {
    await tool.process.write(1, '> ');
    while (!pending.includes('\n')) {
      const bytes = await tool.process.read(0);
      if (bytes.length === 0) return status;
      pending += textOf(bytes);
    }
    const [line = '', ...others] = pending.split('\n');
    pending = others.join('\n');
    if (!(await run(line))) return status;
    await tool.out.flush();
  }
}

async function ask({ tool, address, port, timeoutMs, tries, tcp, recurse }: Session, name: string, type: number): Promise<DnsMessage | undefined> {
  const { process, out } = tool;
  for (let attempt = 0; attempt < tries; attempt++) {
    const reply = await exchangeDns(process, { server: address, port, message: dnsQuery(process, name, type, { recursionDesired: recurse }), timeoutMs, tcp });
    if ('message' in reply) return reply.message;
    if (!tool.busybox) out.write(`;; communications error to ${address}#${port}: ${reply.failure}\n`);
  }
  out.write(tool.busybox ? ';; connection timed out; no servers could be reached\n\n' : ';; no servers could be reached\n\n');
  return undefined;
}

async function lookUp(session: Session, name: string, alone = true): Promise<number> {
  const { tool, server, address, port } = session;
  const { out } = tool;
  const pointer = isAddress(name) && (session.type === undefined || session.type === dnsTypes['PTR']);
  const types = pointer ? [dnsTypes['PTR'] ?? 12] : session.type === undefined ? ['A', 'AAAA'].map((each) => dnsTypes[each] ?? 1) : [session.type];
  const candidates = pointer ? [`${pointerName(name)}.`] : searchedNames(name, resolverSettings(tool.process));
  const head = tool.busybox ? `Server:\t\t${server}\nAddress:\t${address}:${port}\n\n` : pointer ? '' : `Server:\t\t${server}\nAddress:\t${address}#${port}\n\n`;
  let asked = candidates[0] ?? name;
  let body = '';
  for (const [index, type] of types.entries()) {
    let message = await ask(session, asked, type);
    while (message?.code === 3 && index === 0 && candidates.indexOf(asked) < candidates.length - 1) {
      asked = candidates[candidates.indexOf(asked) + 1] ?? asked;
      message = await ask(session, asked, type);
    }
    if (!message) return 1;
    if (message.code !== 0) {
      const failure = `** server can't find ${withoutDot(pointer && !tool.busybox ? asked : name)}: ${dnsCodeName(message.code)}\n`;
      out.write(`${head}${body}${tool.busybox ? types.map(() => `${failure}\n`).join('') : `${failure}\n`}`);
      return 1;
    }
    if (session.debug) body += debugText(message);
    if (index === 0 && !pointer) body += message.authoritative ? '' : 'Non-authoritative answer:\n';
    body += tool.busybox ? busyboxText(message) : answerText(message, asked, types.length > 1, index > 0);
  }
  const addressesOnly = types.every((type) => type === dnsTypes['A'] || type === dnsTypes['AAAA']);
  if (!addressesOnly && !tool.busybox) body += '\nAuthoritative answers can be found from:\n';
  out.write(`${head}${body}${alone && !(tool.busybox) ? '\n' : addressesOnly ? '' : '\n'}`);
  return 0;
}

function answerText(message: DnsMessage, name: string, several: boolean, later: boolean): string {
  const answers = message.answers.filter(({ type }) => !(later && type === dnsTypes['CNAME']));
  if (answers.length === 0) return several ? '' : `*** Can't find ${withoutDot(name)}: No answer\n`;
  return answers.map(sentence).join('');
}

function sentence({ name, type, data }: DnsRecord): string {
  const owner = withoutDot(name);
  switch (dnsTypeName(type)) {
    case 'A': case 'AAAA': return `Name:\t${owner}\nAddress: ${data}\n`;
    case 'CNAME': return `${owner}\tcanonical name = ${data}\n`;
    case 'MX': return `${owner}\tmail exchanger = ${data}\n`;
    case 'NS': return `${owner}\tnameserver = ${data}\n`;
    case 'PTR': return `${owner}\tname = ${data}\n`;
    case 'TXT': return `${owner}\ttext = ${data}\n`;
    case 'SOA': return `${owner}\n${data.split(' ').map((field, index) => `\t${soaFields[index]} = ${withoutDot(field)}\n`).join('')}`;
    default: return `${owner}\trdata_${type} = ${data}\n`;
  }
}

function busyboxText(message: DnsMessage): string {
  return `${message.answers.map(sentence).join('')}\n`;
}

function debugText(message: DnsMessage): string {
  const [question] = message.questions;
  const shown = ({ name, type, ttl, data }: DnsRecord): string => {
    const body = type === dnsTypes['A'] ? `\tinternet address = ${data}\n` : type === dnsTypes['AAAA'] ? `\thas AAAA address ${data}\n` : sentence({ name, type, ttl, data }).replace(/^[^\n\t]*(\n|(?=\t))/, '');
    return `    ->  ${withoutDot(name)}\n${body}\tttl = ${ttl}\n`;
  };
  return `------------\n    QUESTIONS:\n\t${withoutDot(question?.name ?? '')}, type = ${dnsTypeName(question?.type ?? 1)}, class = IN\n    ANSWERS:\n${message.answers.map(shown).join('')}    AUTHORITY RECORDS:\n${message.authorities.map(shown).join('')}    ADDITIONAL RECORDS:\n------------\n`;
}
