import { type DnsMessage, dnsTypes } from '../../base/dns/index.ts';
import { rawProgram, type Tool } from '../program/index.ts';
import { type DnsReply, dnsQuery, exchangeDns, pointerName, resolverSettings, searchedNames, serverAddress } from './dns-client.ts';
import { digVersion, type DigLookup, DigUsageError, parseDig } from './dig-arguments.ts';
import { ednsLines, headerLines, questionLine, recordLine, section } from './dns-text.ts';

const usage = 'Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}\n            {global-d-opt} host [@local-server] {local-d-opt}\n            [ host [@local-server] {local-d-opt} [...]]\n\nUse "dig -h" (or "dig -h | more") for complete list of options\n';

/** dig(1) of BIND: asks name servers and shows their messages. */
export const dig = rawProgram('dig', async (tool, words) => {
  let lookups: DigLookup[];
  let warnings = '';
  try {
    lookups = parseDig(words, (text) => (warnings += text));
    if (warnings !== '') await tool.errorText(warnings);
  } catch (error) {
    if (!(error instanceof DigUsageError)) throw error;
    if (error.message === 'version') {
      tool.out.write(`DiG ${digVersion}\n`);
      return 0;
    }
    if (error.message === 'help') {
      tool.out.write(usage);
      return 0;
    }
    tool.out.write(error.output);
    await tool.errorText(`${error.message}\n${error.usage ? usage : ''}`);
    return error.status;
  }
  let status = 0;
  let banner = `; <<>> DiG ${digVersion} <<>> ${words.join(' ')}\n`;
  for (const lookup of lookups) {
    status = Math.max(status, await run(tool, lookup, banner));
    banner = '';
  }
  return status;
});

async function run(tool: Tool, lookup: DigLookup, banner: string): Promise<number> {
  const { process, out } = tool;
  const { show } = lookup;
  if (lookup.trace) {
    await tool.errorText('dig: +trace is not part of this sandbox: there is one name server, which answers for every name. Use dig NAME\n');
    return 10;
  }
  const settings = resolverSettings(process);
  const servers: string[] = [];
  for (const server of lookup.server === undefined ? settings.servers : [lookup.server]) {
    const address = await serverAddress(process, server);
    if (address === undefined) {
      await tool.errorText(`dig: couldn't get address for '${server}': not found\n`);
      return 1;
    }
    servers.push(address);
  }
  const head = banner === '' || !show.cmd || lookup.short ? '' : `\n${banner}${lookup.server === undefined ? '' : `; (${servers.length} server found)\n`};; global options: +cmd\n`;
  const names = lookup.search ? searchedNames(lookup.name, lookup.domain === undefined ? settings : { ...settings, search: [lookup.domain] }) : [lookup.name];
  for (const [index, name] of names.entries()) {
    const found = await ask(tool, lookup, name, servers);
    if ('failure' in found) {
      out.write(`${head};; no servers could be reached\n`);
      return 9;
    }
    if (found.message.code === 3 && index < names.length - 1) continue;
    out.write(lookup.short ? shortAnswer(lookup, found) : head + wholeAnswer(tool, lookup, found));
    break;
  }
  return 0;
}

interface Found {
  query: DnsMessage;
  message: DnsMessage;
  size: number;
  server: string;
  ms: number;
  tcp: boolean;
}

async function ask(tool: Tool, lookup: DigLookup, name: string, servers: readonly string[]): Promise<Found | { failure: string }> {
  const { process, out } = tool;
  const asked = lookup.reverse ? pointerName(name) : name;
  const edns = lookup.edns ? { udpSize: lookup.bufferSize, cookie: lookup.cookie ? process.random(8) : undefined } : {};
  const query = dnsQuery(process, asked, lookup.type, { recursionDesired: lookup.recurse, authenticData: lookup.adflag, ...edns });
  let tcp = lookup.tcp || lookup.type === dnsTypes['ANY'];
  let reply: DnsReply = { failure: 'timed out' };
  for (let attempt = 0; attempt < lookup.tries; attempt++) {
    for (const server of servers) {
      const began = process.clock.now();
      reply = await exchangeDns(process, { server, port: lookup.port, message: query, timeoutMs: lookup.timeoutMs, tcp });
      if ('message' in reply && reply.message.truncated && !tcp && !lookup.ignoreTruncation) {
        if (!lookup.short) out.write(';; Truncated, retrying in TCP mode.\n');
        tcp = true;
        reply = await exchangeDns(process, { server, port: lookup.port, message: query, timeoutMs: lookup.timeoutMs, tcp });
      }
      if ('message' in reply) return { query, ...reply, server, ms: Math.round(process.clock.now() - began), tcp };
      out.write(tcp ? `;; Connection to ${server}#${lookup.port}(${server}) for ${name} failed: ${reply.failure}.\n` : `;; communications error to ${server}#${lookup.port}: ${reply.failure}\n`);
      await out.flush();
    }
  }
  return reply as { failure: string };
}

function shortAnswer({ identify }: DigLookup, { message, server, ms }: Found): string {
  return message.answers.map(({ data }) => `${data}${identify ? ` from server ${server} in ${ms} ms.` : ''}\n`).join('');
}

function wholeAnswer(tool: Tool, lookup: DigLookup, { query, message, size, server, ms, tcp }: Found): string {
  const { show, style } = lookup;
  const records = (list: DnsMessage['answers']): string[] => list.map((record) => recordLine(record, style));
  const part = (title: string, lines: readonly string[]): string => (show.comments ? section(title, lines) : lines.map((line) => `${line}\n`).join(''));
  let text = '';
  if (show.query) {
    text += `;; Sending:\n${headerLines(query)}\n${ednsLines(query)}${section('QUESTION', query.questions.map(questionLine))};; QUERY SIZE: ${50 + (query.questions[0]?.name.length ?? 0) - 10}\n\n`;
  }
  if (show.comments) text += `;; Got answer:\n${headerLines(message)}\n${ednsLines(message)}`;
  if (show.question) text += part('QUESTION', message.questions.map(questionLine));
  if (show.answer) text += part('ANSWER', records(message.answers));
  if (show.authority) text += part('AUTHORITY', records(message.authorities));
  if (show.additional) text += part('ADDITIONAL', records(message.additionals));
  if (show.stats) {
    const when = new Date(tool.process.clock.now()).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 UTC $4');
    text += `;; Query time: ${ms} msec\n;; SERVER: ${server}#${lookup.port}(${lookup.server ?? server}) (${tcp ? 'TCP' : 'UDP'})\n;; WHEN: ${when}\n;; MSG SIZE  rcvd: ${size}\n\n`;
  }
  return text;
}
