import { isSystemError, type Fd } from '../../../kernel/uapi/index.ts';
import { bytesOf } from '../../program/index.ts';
import type { TransferFacts } from './facts.ts';
import { libcurlVersion } from './help.ts';
import { jsonQuoted } from './json-text.ts';
import type { Settings } from './settings.ts';
import { type CurlUrl, defaultPorts, parseUrl, UrlError, urlText } from './url.ts';

/** What --write-out knows besides the transfer itself. */
export interface WriteOutFacts {
  transfer: TransferFacts;
  file: string | undefined;
  urlNumber: number;
}

type Value = { kind: 'text'; text: string | undefined } | { kind: 'number'; number: number; digits?: number } | { kind: 'time'; milliseconds: number };

const text = (value: string | undefined): Value => ({ kind: 'text', text: value });
const number = (value: number): Value => ({ kind: 'number', number: value });
const code = (value: number): Value => ({ kind: 'number', number: value, digits: 3 });
const time = (milliseconds: number): Value => ({ kind: 'time', milliseconds });

const parts: Readonly<Record<string, (url: CurlUrl) => string | undefined>> = {
  fragment: ({ fragment }) => fragment, host: ({ host }) => host, options: () => undefined, password: ({ password }) => password, path: ({ path }) => path, port: ({ port, scheme }) => String(port ?? defaultPorts[scheme] ?? ''), query: ({ query }) => query, scheme: ({ scheme }) => scheme, user: ({ user }) => user, zoneid: ({ zone }) => zone,
};

/** The variables, in the order of %{json}. */
function variables({ transfer, file, urlNumber }: WriteOutFacts): Map<string, Value> {
  const { times } = transfer;
  const seconds = Math.max(times.total, 0.001) / 1000;
  const given = urlOf(transfer.url);
  const effective = transfer.effective;
  const urlPart = (prefix: string, url: CurlUrl | undefined): [string, Value][] => Object.entries(parts).map(([name, get]) => [`${prefix}.${name}`, text(url && get(url))]);
  const http = transfer.scheme === undefined || /^https?$/.test(transfer.scheme);
  return new Map<string, Value>([
    ['certs', text('')], ['conn_id', number(transfer.connection)], ['content_type', text(transfer.contentType)], ['errormsg', text(transfer.error?.message)], ['exitcode', number(transfer.error?.code ?? 0)], ['filename_effective', text(file)], ['ftp_entry_path', text(undefined)],
    ['http_code', code(transfer.code)], ['http_connect', code(transfer.connectCode)], ['http_version', text(transfer.version)], ['local_ip', text(transfer.local.address)], ['local_port', number(transfer.local.port)], ['method', text(transfer.method ?? 'GET')],
    ['num_certs', number(0)], ['num_connects', number(transfer.connects)], ['num_headers', number(transfer.headerCount)], ['num_redirects', number(transfer.redirects)], ['num_retries', number(transfer.retries)], ['proxy_ssl_verify_result', number(0)], ['proxy_used', number(transfer.proxyUsed ? 1 : 0)],
    ['redirect_url', text(transfer.redirectUrl)], ['referer', text(transfer.referer)], ['remote_ip', text(transfer.remote.address)], ['remote_port', number(transfer.remote.port)], ['response_code', code(transfer.code)], ['scheme', text(transfer.scheme)],
    ['size_download', number(transfer.sizeDownload)], ['size_header', number(http ? transfer.sizeHeader : 0)], ['size_request', number(transfer.sizeRequest)], ['size_upload', number(transfer.sizeUpload)], ['speed_download', number(Math.floor(transfer.sizeDownload / seconds))], ['speed_upload', number(Math.floor(transfer.sizeUpload / seconds))], ['ssl_verify_result', number(transfer.verifyResult)],
    ['time_appconnect', time(times.tls)], ['time_connect', time(times.connect)], ['time_namelookup', time(times.lookup)], ['time_posttransfer', time(times.posttransfer)], ['time_pretransfer', time(times.pretransfer)], ['time_queue', time(0)], ['time_redirect', time(times.redirect)], ['time_starttransfer', time(times.starttransfer)], ['time_total', time(times.total)],
    ['tls_earlydata', number(0)], ['url', text(transfer.url)], ...urlPart('url', given), ['url_effective', text(effective === undefined ? transfer.url : effectiveText(effective, transfer.url))], ...urlPart('urle', effective ?? given), ['urlnum', number(urlNumber)], ['xfer_id', number(urlNumber)],
  ]);
}

function urlOf(url: string): CurlUrl | undefined {
  try {
    return parseUrl(url);
  } catch (error) {
    if (error instanceof UrlError) return undefined;
    throw error;
  }
}

function effectiveText(url: CurlUrl, given: string): string {
  const whole = urlText(url);
  return given === whole ? given : whole;
}

function shown(value: Value): string {
  if (value.kind === 'text') return value.text ?? '';
  return value.kind === 'number' ? String(value.number).padStart(value.digits ?? 0, '0') : (value.milliseconds / 1000).toFixed(6);
}

/** Writes what --write-out asks for. */
export async function writeOut(settings: Settings, format: string, facts: WriteOutFacts): Promise<void> {
  const { io } = settings.global;
  const known = variables(facts);
  let target: { fd: Fd; opened: boolean } | 'out' = 'out';
  const write = async (piece: string): Promise<void> => {
    if (target === 'out') io.out(piece);
    else if (target.opened) await io.process.write(target.fd, bytesOf(piece));
    else io.write(target.fd, bytesOf(piece));
  };
  const leave = (): void => {
    if (target !== 'out' && target.opened) io.process.close(target.fd);
  };
  for (const [piece, name, header, output] of format.matchAll(/%\{([^}]*)\}|%header\{([^}]*)\}|%output\{([^}]*)\}|%%|\\[^]|%[^]|[^%\\]+|[^]/g)) {
    if (name === 'onerror') {
      if (!facts.transfer.error) break;
    } else if (name === 'stdout' || name === 'stderr') {
      leave();
      target = name === 'stdout' ? 'out' : { fd: io.errorFd, opened: false };
    } else if (name === 'json') await write(jsonText(known));
    else if (name === 'header_json') await write(headerJson(facts.transfer));
    else if (name !== undefined) {
      const value = known.get(name);
      if (value) await write(shown(value));
      else io.error(`curl: unknown --write-out variable: '${name}'\n`);
    } else if (header !== undefined) await write(facts.transfer.headers.find(([key]) => key.toLowerCase() === header.toLowerCase())?.[1] ?? '');
    else if (output !== undefined) {
      const append = output.startsWith('>>');
      try {
        const fd = io.process.open(append ? output.slice(2) : output, append ? 'a' : 'w', 0o666);
        leave();
        target = { fd, opened: true };
      } catch (error) {
        if (!isSystemError(error)) throw error;
      }
    } else await write({ '%%': '%', '\\n': '\n', '\\r': '\r', '\\t': '\t' }[piece] ?? piece);
  }
  leave();
  await io.flush();
}

function jsonText(known: ReadonlyMap<string, Value>): string {
  const rows = [...known].map(([name, value]) => {
    const json = value.kind === 'text' ? (value.text === undefined ? 'null' : `"${jsonQuoted(value.text)}"`) : value.kind === 'number' ? String(value.number) : shown(value);
    return `"${name}":${json},`;
  });
  return `{${rows.join('')}"curl_version":"${libcurlVersion}"}`;
}

function headerJson({ headers }: TransferFacts): string {
  const byName = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const list = byName.get(name.toLowerCase());
    if (list) list.push(value);
    else byName.set(name.toLowerCase(), [value]);
  }
  return `{${[...byName].map(([name, values]) => `"${jsonQuoted(name)}":[${values.map((value) => `"${jsonQuoted(value)}"`).join(',')}]`).join(',\n')}\n}`;
}
