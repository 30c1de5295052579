import { isSystemError } from '../../../kernel/uapi/index.ts';
import { readInput, textOf } from '../../program/index.ts';
import { parseCurlDate } from './date.ts';
import { addFormField } from './form.ts';
import { millisecondsOf, modeOf, numberOf, paceOf, sizeOf, unsignedOf } from './numbers.ts';
import { InformationRequest, OptionError } from './option-error.ts';
import { addPostData, readNamed, urlEncoded } from './post-data.ts';
import { protocolNames, protocolSet } from './protocols.ts';
import type { Settings } from './settings.ts';
import { setVariable } from './variables.ts';

type Setter = (settings: Settings, value: string, name: string) => Promise<void> | void;

/** Options whose argument may be empty. */
const mayBeBlank = new Set(['doh-url', 'aws-sigv4', 'user', 'proxy-user', 'proxy', 'noproxy', 'user-agent', 'alt-svc', 'hsts', 'write-out', 'login-options', 'tlspassword', 'proxy-key', 'proxy-pass', 'proxy-tlsuser', 'stderr', 'cookie', 'cert', 'proxy-cert']);
/** Options of which each counts. */
const lists = new Set(['resolve', 'connect-to', 'mail-rcpt', 'telnet-option', 'quote', 'ftp-port']);
/** What needs c-ares, or a library that Debian's curl is without. */
const unsupported = new Set(['dns-interface', 'dns-ipv4-addr', 'dns-ipv6-addr', 'dns-servers', 'ech', 'ssl-sessions']);

/** Sets an option with an argument. Throws OptionError. */
export async function setText(settings: Settings, name: string, value: string): Promise<void> {
  if (unsupported.has(name)) throw new OptionError('unsupported');
  const setter = setters[name];
  if (setter) return await setter(settings, value, name);
  if (lists.has(name)) return settings.add(name, value);
  if (value === '' && !mayBeBlank.has(name)) throw new OptionError('blank');
  settings.setText(name, value);
}

const data: Setter = (settings, value, name) => addPostData(settings, name, value);
const milliseconds = (key: 'maxTime' | 'connectTimeout'): Setter => (settings, value) => void (settings[key] = millisecondsOf(value));
const unsigned: Setter = (settings, value, name) => {
  unsignedOf(value);
  settings.setText(name, value);
};
const proxy = (kind: string): Setter => (settings, value) => {
  if (value === '' && kind !== 'http') throw new OptionError('blank');
  settings.setText('proxy', value);
  settings.proxyKind = kind;
};
const form = (literal: boolean): Setter => async (settings, value) => {
  await addFormField(settings, value, literal);
  if (!settings.choose('MIME')) throw new OptionError('bad-use');
};
const trace = (kind: 'bin' | 'ascii'): Setter => ({ global }, value, name) => {
  if (value === '') throw new OptionError('blank');
  global.traceFile = value;
  if (global.traceKind !== 'none' && global.traceKind !== kind) global.warn(`--${name} overrides an earlier trace/verbose option`);
  global.traceKind = kind;
};
const etag: Setter = (settings, value, name) => {
  if (settings.nodes.filter(({ url }) => url !== undefined).length > 1) {
    settings.global.error('The etag options only work on a single URL');
    throw new OptionError('bad-use');
  }
  if (value === '') throw new OptionError('blank');
  settings.setText(name, value);
};
const header: Setter = async (settings, value, name) => {
  if (!value.startsWith('@')) return settings.add(name, value);
  const lines = textOf(await readNamed(settings.global, value.slice(1))).split('\n').map((line) => line.replace(/\r$/, '').trim());
  for (const line of lines) if (line !== '' && !line.startsWith('#')) settings.add(name, line);
};

const setters: Readonly<Record<string, Setter>> = {
  'url': addUrl,
  'output': (settings, value) => {
    const node = settings.node(({ outputSet }) => !outputSet);
    if (value === '') throw new OptionError('blank');
    Object.assign(node, { output: value, remoteName: false, outputSet: true });
  },
  'upload-file': (settings, value) => {
    const node = settings.node(({ uploadSet }) => !uploadSet);
    Object.assign(node, { uploadSet: true, upload: value === '' ? undefined : value });
  },
  'data': data, 'data-ascii': data, 'data-binary': data, 'data-raw': data, 'data-urlencode': data, 'json': data,
  'url-query': async (settings, value) => {
    const query = value.startsWith('+') ? value.slice(1) : await urlEncoded(settings.global, value);
    settings.query = settings.query === undefined ? query : `${settings.query}&${query}`;
  },
  'form': form(false), 'form-string': form(true),
  'header': header, 'proxy-header': header,
  'cookie': (settings, value) => settings.add(value.includes('=') ? 'cookie' : 'cookie-file', value),
  'user-agent': (settings, value) => void (settings.userAgent = value),
  'referer': (settings, value) => {
    settings.autoReferer = value.endsWith(';auto');
    settings.referer = (settings.autoReferer ? value.slice(0, -5) : value) || undefined;
  },
  'oauth2-bearer': (settings, value) => {
    if (value === '') throw new OptionError('blank');
    settings.auth.add('Bearer');
    settings.setText('oauth2-bearer', value);
  },
  'range': setRange,
  'continue-at': setResume,
  'time-cond': setTimeCondition,
  'write-out': async (settings, value) => {
    settings.writeOut = value.startsWith('@') ? textOf(await readNamed(settings.global, value.slice(1))).replaceAll(/[\r\n]/g, '') : value;
  },
  'max-time': milliseconds('maxTime'), 'connect-timeout': milliseconds('connectTimeout'),
  'expect100-timeout': (settings, value) => settings.setText('expect100-timeout', String(millisecondsOf(value))),
  'max-redirs': (settings, value) => {
    const most = numberOf(value);
    if (most < -1) throw new OptionError('bad-number');
    settings.maxRedirs = most;
  },
  'retry': (settings, value) => void (settings.retry = unsignedOf(value)),
  'retry-delay': (settings, value) => void (settings.retryDelay = unsignedOf(value)),
  'retry-max-time': (settings, value) => void (settings.retryMaxTime = unsignedOf(value)),
  'limit-rate': (settings, value) => void (settings.limitRate = sizeOf(settings.global, value, 'rate')),
  'max-filesize': (settings, value) => void (settings.maxFilesize = sizeOf(settings.global, value, 'max-filesize')),
  'rate': ({ global }, value) => void (global.pace = paceOf(global, value)),
  'create-file-mode': (_, value) => void modeOf(value),
  'speed-time': unsigned, 'speed-limit': unsigned, 'parallel-max': unsigned, 'keepalive-time': unsigned, 'keepalive-cnt': unsigned, 'happy-eyeballs-timeout-ms': unsigned, 'tftp-blksize': unsigned,
  'local-port': (settings, value) => {
    const [, first, last] = /^(\d+)(?:[ \t]?-[ \t]?(\d+))?$/.exec(value) ?? [];
    if (first === undefined || Number(first) > 65535 || Number(last ?? first) > 65535 || Number(last ?? first) < Number(first)) throw new OptionError('bad-use');
    settings.setText('local-port', value);
  },
  'proxy': proxy('http'), 'proxy1.0': proxy('http1.0'), 'socks4': proxy('socks4'), 'socks4a': proxy('socks4a'), 'socks5': proxy('socks5'), 'socks5-hostname': proxy('socks5h'),
  'proto': (settings, value) => void (settings.protocols = protocolSet(settings.global, protocolNames, value)),
  'proto-redir': (settings, value) => void (settings.redirProtocols = protocolSet(settings.global, ['http', 'https', 'ftp', 'ftps'], value)),
  'proto-default': (settings, value) => {
    if (value === '') throw new OptionError('blank');
    if (!protocolNames.includes(value.toLowerCase())) throw new OptionError('unsupported-protocol');
    settings.setText('proto-default', value.toLowerCase());
  },
  'tls-max': (settings, value) => {
    if (value === '') throw new OptionError('blank');
    if (!['default', '1.0', '1.1', '1.2', '1.3'].includes(value)) throw new OptionError('bad-use');
    settings.setText('tls-max', value);
  },
  'engine': (settings, value, name) => {
    if (value === '') throw new OptionError('blank');
    if (value === 'list') throw new InformationRequest({ out: 'Build-time engines:\n  dynamic\n' });
    settings.setText(name, value);
  },
  'hostpubmd5': (_, value) => {
    if (value === '') throw new OptionError('blank');
    if (value.length !== 32) throw new OptionError('bad-use');
  },
  'upload-flags': (_, value) => {
    if (!value.split(',').every((flag) => /^-?(?:answered|deleted|draft|flagged|seen)$/.test(flag))) throw new OptionError('unknown');
  },
  'ftp-method': ({ global }, value) => {
    if (!/^(?:singlecwd|nocwd|multicwd)$/i.test(value)) global.warn(`unrecognized ftp file method '${value}', using default`);
  },
  'ftp-ssl-ccc-mode': ({ global }, value) => {
    if (!/^(?:passive|active)$/i.test(value)) global.warn(`unrecognized ftp CCC method '${value}', using default`);
  },
  'delegation': ({ global }, value) => {
    if (!/^(?:none|policy|always)$/i.test(value)) global.warn(`unrecognized delegation method '${value}', using none`);
  },
  'vlan-priority': (_, value) => void unsignedOf(value, 7),
  'ip-tos': (_, value) => {
    if (!/^(?:AF[1-4][1-3]|C[ES][0-7]?|ECT[01]|EF|LE|LOW(?:COST|DELAY)|MINCOST|RELIABILITY|THROUGHPUT|VOICE-ADMIT)$/.test(value)) unsignedOf(value, 255);
  },
  'trace': trace('bin'), 'trace-ascii': trace('ascii'),
  'trace-config': ({ global }, value) => {
    for (const one of value.split(/, ?/)) {
      const on = !one.startsWith('-');
      const what = one.replace(/^[-+]/, '').toLowerCase();
      if (what === 'all' || what === 'ids') global.traceIds = on;
      if (what === 'all' || what === 'time') global.traceTime = on;
    }
  },
  'stderr': ({ global }, value) => {
    const { io } = global;
    if (value === '-') {
      io.errorFd = 1;
      return;
    }
    try {
      io.errorFd = io.process.open(value, 'w', 0o666);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      global.warn(`Failed to open ${value}`);
    }
  },
  'libcurl': ({ global }, value) => {
    if (value === '') throw new OptionError('blank');
    global.libcurl = value;
  },
  'variable': ({ global }, value) => setVariable(global, value),
  'etag-save': etag, 'etag-compare': etag,
  'unix-socket': (settings, value) => {
    if (value === '') throw new OptionError('blank');
    settings.setText('abstract-unix-socket', undefined);
    settings.setText('unix-socket', value);
  },
};

async function addUrl(settings: Settings, value: string): Promise<void> {
  if (!value.startsWith('@')) return addOneUrl(settings, value, false);
  let lines: string[];
  try {
    lines = textOf(await readInput(settings.global.io.process, value.slice(1))).split('\n');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new OptionError('read');
  }
  for (const line of lines.map((one) => one.trim())) if (line !== '' && !line.startsWith('#')) addOneUrl(settings, line, true);
}

function addOneUrl(settings: Settings, value: string, fromFile: boolean): void {
  const node = settings.node(({ url }) => url === undefined);
  if (value === '') throw new OptionError('blank');
  node.url = value;
  if (fromFile) node.remoteName = node.noGlob = true;
  if (settings.nodes.filter(({ url }) => url !== undefined).length < 2 || (settings.text('etag-save') ?? settings.text('etag-compare')) === undefined) return;
  settings.global.error('The etag options only work on a single URL');
  throw new OptionError('bad-use');
}

function setRange(settings: Settings, value: string): void {
  const { global } = settings;
  if (settings.resume !== undefined) {
    global.error('--continue-at is mutually exclusive with --range');
    throw new OptionError('bad-use');
  }
  if (/^\d+(?!-|\d)/.test(value)) {
    global.warn('A specified range MUST include at least one dash (-). Appending one for you');
    settings.range = `${/^\d+/.exec(value)?.[0] ?? ''}-`;
    return;
  }
  if (/[^\d,-]/.test(value)) global.warn("Invalid character is found in given range. A specified range MUST have only digits in 'start'-'stop'. The server's response to this request is uncertain.");
  if (value === '') throw new OptionError('blank');
  settings.range = value;
}

function setResume(settings: Settings, value: string): void {
  const conflict = settings.range !== undefined ? '--range' : settings.on('remove-on-error') ? '--remove-on-error' : settings.off('clobber') ? '--no-clobber' : undefined;
  if (conflict !== undefined) {
    settings.global.error(`--continue-at is mutually exclusive with ${conflict}`);
    throw new OptionError('bad-use');
  }
  if (value !== '-' && !/^\d+$/.test(value)) throw new OptionError('bad-number');
  settings.resume = value === '-' ? 'auto' : Number(value);
}

function setTimeCondition(settings: Settings, value: string): void {
  const kind = value.startsWith('-') ? 'unmodified' : value.startsWith('=') ? 'last' : 'modified';
  const text = /^[-+=]/.test(value) ? value.slice(1) : value;
  const { global } = settings;
  const { process } = global.io;
  let seconds = parseCurlDate(text, process.clock.now() / 1000);
  if (seconds === undefined) {
    try {
      seconds = Math.floor(process.stat(text).mtime / 1000);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      global.warn(`Failed to get filetime: ${error.message.replace(`${error.path ?? ''}: `, '')}`);
      global.warn('Illegal date format for -z, --time-cond (and not a filename). Disabling time condition. See curl_getdate(3) for valid date syntax.');
      settings.time = undefined;
      return;
    }
  }
  settings.time = { kind, seconds };
}
