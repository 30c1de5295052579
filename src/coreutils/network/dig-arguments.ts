import { dnsTypes } from '../../base/dns/index.ts';
import { plainStyle, type RecordStyle } from './dns-text.ts';

/** The release of BIND in Debian 13. */
export const digVersion = '9.20.30-1~deb13u1-Debian';

/** One question of a command line. */
export interface DigLookup {
  name: string;
  type: number;
  /** As written; undefined: those of resolv.conf. */
  server: string | undefined;
  port: number;
  reverse: boolean;
  short: boolean;
  identify: boolean;
  search: boolean;
  /** Searched instead of those of resolv.conf. */
  domain: string | undefined;
  trace: boolean;
  tcp: boolean;
  recurse: boolean;
  adflag: boolean;
  edns: boolean;
  cookie: boolean;
  bufferSize: number;
  ignoreTruncation: boolean;
  timeoutMs: number;
  tries: number;
  show: Record<'cmd' | 'comments' | 'question' | 'answer' | 'authority' | 'additional' | 'stats' | 'query', boolean>;
  style: RecordStyle;
}

/** A command line that dig refuses; `version` and `help` are asked for. */
export class DigUsageError extends Error {
  override readonly name = 'DigUsageError';
  readonly usage: boolean;
  /** What standard output gets before. */
  readonly output: string;
  readonly status: number;

  constructor(message: string, usage = false, output = '', status = 1) {
    super(message);
    this.usage = usage;
    this.output = output;
    this.status = status;
  }
}

function defaults(): DigLookup {
  return {
    name: '.', type: dnsTypes['NS'] ?? 2, server: undefined, port: 53, reverse: false, short: false, identify: false, search: false, domain: undefined, trace: false, tcp: false, recurse: true, adflag: true, edns: true, cookie: true,
    bufferSize: 1232, ignoreTruncation: false, timeoutMs: 5000, tries: 3,
    show: { cmd: true, comments: true, question: true, answer: true, authority: true, additional: true, stats: true, query: false }, style: { ...plainStyle },
  };
}

type Flag = (lookup: DigLookup, on: boolean, value: string | undefined) => void;

/** Options that begin with + or +no. */
const flags: Readonly<Record<string, Flag>> = {
  all: ({ show }, on) => { show.comments = show.question = show.answer = show.authority = show.additional = show.stats = on; if (!on) show.cmd = false; },
  short: (lookup, on) => { lookup.short = on; },
  cmd: ({ show }, on) => { show.cmd = on; },
  comments: ({ show }, on) => { show.comments = on; },
  question: ({ show }, on) => { show.question = on; },
  answer: ({ show }, on) => { show.answer = on; },
  authority: ({ show }, on) => { show.authority = on; },
  additional: ({ show }, on) => { show.additional = on; },
  stats: ({ show }, on) => { show.stats = on; },
  qr: ({ show }, on) => { show.query = on; },
  identify: (lookup, on) => { lookup.identify = on; },
  search: (lookup, on) => { lookup.search = on; },
  domain: (lookup, on, value) => { lookup.domain = on ? value : undefined; },
  defname: (lookup, on) => { lookup.search = on; },
  trace: (lookup, on) => { lookup.trace = on; },
  tcp: (lookup, on) => { lookup.tcp = on; },
  vc: (lookup, on) => { lookup.tcp = on; },
  recurse: (lookup, on) => { lookup.recurse = on; },
  rdflag: (lookup, on) => { lookup.recurse = on; },
  adflag: (lookup, on) => { lookup.adflag = on; },
  edns: (lookup, on) => { lookup.edns = on; },
  cookie: (lookup, on) => { lookup.cookie = on; },
  ignore: (lookup, on) => { lookup.ignoreTruncation = on; },
  bufsize: (lookup, _, value) => { lookup.bufferSize = Number(value ?? 1232); },
  time: (lookup, _, value) => { lookup.timeoutMs = Math.max(1, count('timeout', value ?? '5')) * 1000; },
  timeout: (lookup, _, value) => { lookup.timeoutMs = Math.max(1, count('timeout', value ?? '5')) * 1000; },
  tries: (lookup, _, value) => { lookup.tries = Math.max(1, count('tries', value ?? '3')); },
  retry: (lookup, _, value) => { lookup.tries = count('retries', value ?? '2') + 1; },
  multiline: ({ style }, on) => { style.multiline = on; },
  ttlid: ({ style }, on) => { style.ttl = on; },
  ttlunits: ({ style }, on) => { style.ttlUnits = on; },
  class: ({ style }, on) => { style.class = on; },
  dnssec: () => undefined,
  nssearch: () => undefined,
  split: () => undefined,
  idnin: () => undefined,
  idnout: () => undefined,
  keepopen: () => undefined,
  besteffort: () => undefined,
};

function numberProblem(what: string, text: string): string {
  return `invalid ${what} '${text}': ${/^\d+$/.test(text) ? 'out of range' : 'not a valid number'}\n`;
}

function count(what: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new DigUsageError(`dig: Couldn't parse ${what}`, false, numberProblem(what, text), 10);
}

/** The flag of that name, or the only one that begins so. */
function findFlag(name: string): Flag | undefined {
  const exact = flags[name];
  if (exact) return exact;
  const matching = Object.keys(flags).filter((each) => each.startsWith(name));
  return matching.length > 0 && name.length > 1 ? flags[matching[0] ?? ''] : undefined;
}

function applyFlag(lookup: DigLookup, word: string): void {
  const [, text = '', value] = /^\+([^=]*)(?:=(.*))?$/.exec(word) ?? [];
  const plain = findFlag(text);
  const flag = plain ?? (text.startsWith('no') ? findFlag(text.slice(2)) : undefined);
  if (!flag) throw new DigUsageError(`Invalid option: ${word}`, true);
  flag(lookup, plain !== undefined, value);
}

/** The type of that name; undefined when there is none. */
export function typeNamed(word: string): number | undefined {
  const name = word.toUpperCase();
  return Object.hasOwn(dnsTypes, name) ? dnsTypes[name] : /^TYPE\d+$/.test(name) ? Number(name.slice(4)) : undefined;
}

/** Reads a command line; `warn` hears of what is not taken. Options before the first name hold for all questions, later ones for the name before them. */
export function parseDig(words: readonly string[], warn: (text: string) => void): DigLookup[] {
  const global = defaults();
  const lookups: DigLookup[] = [];
  let current = global;
  const begin = (name: string): DigLookup => {
    current = { ...global, show: { ...global.show }, style: { ...global.style }, name, type: givenType ? global.type : (dnsTypes['A'] ?? 1) };
    lookups.push(current);
    return current;
  };
  let givenType = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const valueOf = (): string => (word.length > 2 ? word.slice(2) : (words[++i] ?? ''));
    if (word.startsWith('+')) applyFlag(current, word);
    else if (word.startsWith('@')) {
      current.server = word.slice(1);
      // A server for one name is that of those before it which have none.
      if (lookups.length === 1) global.server ??= current.server;
    } else if (word === '-4' || word === '-6' || word === '-u' || word === '-i') continue;
    else if (word === '-h') throw new DigUsageError('help');
    else if (word === '-v') throw new DigUsageError('version');
    else if (word.startsWith('-x')) Object.assign(begin(valueOf()), { reverse: true, type: dnsTypes['PTR'] });
    else if (word.startsWith('-p')) {
      const port = valueOf();
      if (!/^\d+$/.test(port) || Number(port) > 65_535) throw new DigUsageError("dig: Couldn't parse port number", false, numberProblem('port number', port));
      current.port = Number(port);
    } else if (word.startsWith('-c')) {
      const name = valueOf();
      if (!/^(?:IN|CH|HS|ANY)$/i.test(name)) warn(`;; Warning, ignoring invalid class ${name}\n`);
    }
    else if (word.startsWith('-q')) begin(valueOf());
    else if (word.startsWith('-b') || word.startsWith('-f') || word.startsWith('-k') || word.startsWith('-y')) valueOf();
    else if (word.startsWith('-t')) {
      const name = valueOf();
      const type = typeNamed(name);
      if (type === undefined) warn(`;; Warning, ignoring invalid type ${name}\n`);
      else {
        current.type = type;
        givenType ||= current === global;
      }
    } else if (word.startsWith('-')) throw new DigUsageError(`Invalid option: ${word}`, true);
    else {
      const type = typeNamed(word);
      if (type !== undefined) {
        current.type = type;
        givenType ||= current === global;
      } else if (/^(IN|CH|HS)$/i.test(word)) continue;
      else begin(word);
    }
  }
  if (lookups.length === 0) lookups.push(global);
  // These hold for all, wherever they stand.
  const last = lookups.at(-1) ?? global;
  for (const lookup of lookups) {
    lookup.short = last.short;
    lookup.show.cmd = last.show.cmd;
  }
  return lookups;
}
