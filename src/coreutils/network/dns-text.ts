import { type DnsMessage, type DnsQuestion, type DnsRecord, dnsCodeName, dnsTypeName } from '../../base/dns/index.ts';

/** How records are written. */
export interface RecordStyle {
  ttl: boolean;
  class: boolean;
  multiline: boolean;
  ttlUnits: boolean;
}

/** As dig writes them unless told otherwise. */
export const plainStyle: RecordStyle = { ttl: true, class: true, multiline: false, ttlUnits: false };

/** Columns that a text with tabs takes. */
function width(text: string): number {
  let at = 0;
  for (const char of text) at = char === '\t' ? at + 8 - (at % 8) : at + 1;
  return at;
}

/** Puts a field at a column, with tabs; after one space where that is passed. */
function append(text: string, column: number, field: string): string {
  const at = width(text);
  return (at >= column ? `${text} ` : text + '\t'.repeat(Math.ceil(column / 8) - Math.floor(at / 8))) + field;
}

/** `1w2d`, as zone files may write a time. */
function inUnits(seconds: number): string {
  let left = seconds;
  let text = '';
  for (const [unit, size] of [['w', 604800], ['d', 86400], ['h', 3600], ['m', 60], ['s', 1]] as const) {
    if (left >= size) text += `${Math.floor(left / size)}${unit}`;
    left %= size;
  }
  return text || '0s';
}

function inWords(seconds: number): string {
  const words = ([['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]] as const).flatMap(([unit, size], index, units) => {
    const count = Math.floor((seconds % (units[index - 1]?.[1] ?? Infinity)) / size);
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return words.join(' ') || '0 seconds';
}

/** A line of a zone file. */
export function recordLine({ name, type, ttl, data }: DnsRecord, style: RecordStyle = plainStyle): string {
  const shownTtl = style.ttlUnits ? inUnits(ttl) : String(ttl);
  if (style.multiline) {
    const start = append(name, 24, [...(style.ttl ? [shownTtl] : []), ...(style.class ? ['IN'] : []), dnsTypeName(type)].join(' '));
    if (type !== 6) return `${start} ${data}`;
    const [server, mail, ...numbers] = data.split(' ');
    const labels = ['serial', 'refresh', 'retry', 'expire', 'minimum'];
    const lines = numbers.map((value, index) => `\t\t\t\t${value.padEnd(10)} ; ${labels[index]}${index === 0 ? '' : ` (${inWords(Number(value))})`}`);
    return `${start} ${server} ${mail} (\n${lines.join('\n')}\n\t\t\t\t)`;
  }
  let line = name;
  let column = 24;
  for (const field of [...(style.ttl ? [shownTtl] : []), ...(style.class ? ['IN'] : []), dnsTypeName(type), data]) {
    line = append(line, column, field);
    column += 8;
  }
  return line;
}

/** The line of the question: the place of the time to live stays empty. */
export function questionLine({ name, type }: DnsQuestion): string {
  const owner = width(name) < 24 ? append(name, 24, '') : name;
  return `;${append(append(owner, 32, 'IN'), 40, dnsTypeName(type))}`;
}

/** The two lines about the header. */
export function headerLines(message: DnsMessage, additional = message.additionals.length + (message.udpSize === undefined ? 0 : 1)): string {
  const flags = [
    [message.response, 'qr'], [message.authoritative, 'aa'], [message.truncated, 'tc'], [message.recursionDesired, 'rd'], [message.recursionAvailable, 'ra'], [message.authenticData, 'ad'],
  ].flatMap(([on, flag]) => (on ? [` ${String(flag)}`] : [])).join('');
  return `;; ->>HEADER<<- opcode: QUERY, status: ${dnsCodeName(message.code)}, id: ${message.id}\n`
    + `;; flags:${flags}; QUERY: ${message.questions.length}, ANSWER: ${message.answers.length}, AUTHORITY: ${message.authorities.length}, ADDITIONAL: ${additional}\n`;
}

/** The lines about EDNS; empty without it. */
export function ednsLines({ udpSize, cookie }: DnsMessage): string {
  if (udpSize === undefined) return '';
  const shown = cookie ? `; COOKIE: ${[...cookie].map((byte) => byte.toString(16).padStart(2, '0')).join('')}\n` : '';
  return `;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: ${udpSize}\n${shown}`;
}

/** A section with its title and the empty line after it; nothing when it is empty. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `;; ${title} SECTION:\n${lines.map((line) => `${line}\n`).join('')}\n`;
}
