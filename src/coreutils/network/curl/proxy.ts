import { CurlError } from './error.ts';
import type { Settings } from './settings.ts';
import type { Trace } from './trace.ts';
import { parseIpv4, parseIpv6 } from '../../../base/ip/index.ts';
import { textOf } from '../../program/index.ts';
import { type CurlUrl, parseUrl, UrlError } from './url.ts';
import { percentDecode } from './url-encoding.ts';

/** The proxy of a transfer. */
export interface Proxy {
  kind: 'http' | 'https' | 'socks4' | 'socks4a' | 'socks5' | 'socks5h';
  /** Speaks HTTP/1.0: --proxy1.0. */
  old: boolean;
  host: string;
  port: number;
  user: string | undefined;
  password: string | undefined;
  tunnel: boolean;
}

/** The proxy that the options or the environment name for a URL; undefined for none. Throws CurlError. */
export function proxyFor(settings: Settings, url: CurlUrl, trace: Trace): Proxy | undefined {
  const { env } = settings.global.io.process;
  const given = settings.text('proxy');
  let excluded = settings.text('noproxy');
  if (excluded === undefined) {
    const name = env.no_proxy === undefined ? 'NO_PROXY' : 'no_proxy';
    excluded = env[name];
    if (excluded) trace.info(`Uses proxy env variable ${name} == '${excluded}'`);
  }
  if (isExcluded(url.host, excluded ?? '')) return undefined;
  let text = given;
  if (text === undefined) {
    const names = [`${url.scheme}_proxy`, ...(url.scheme === 'http' ? [] : [`${url.scheme}_proxy`.toUpperCase()]), ...(url.scheme === 'ws' ? ['http_proxy'] : url.scheme === 'wss' ? ['https_proxy', 'HTTPS_PROXY'] : []), 'all_proxy', 'ALL_PROXY'];
    const name = names.find((one) => env[one]);
    text = name === undefined ? undefined : env[name];
    if (name !== undefined) trace.info(`Uses proxy env variable ${name} == '${text ?? ''}'`);
  }
  text ||= settings.text('preproxy');
  if (!text || url.scheme === 'file') return undefined;
  return parseProxy(settings, text, url);
}

function parseProxy(settings: Settings, text: string, target: CurlUrl): Proxy {
  let url: CurlUrl;
  try {
    url = parseUrl(text, { defaultScheme: 'http' });
  } catch (error) {
    if (error instanceof UrlError) throw new CurlError(5, `Unsupported proxy syntax in '${text}': ${error.message}`);
    throw error;
  }
  const kinds: Readonly<Record<string, Proxy['kind']>> = { 'http': 'http', 'http1.0': 'http', 'https': 'https', 'socks': 'socks4', 'socks4': 'socks4', 'socks4a': 'socks4a', 'socks5': 'socks5', 'socks5h': 'socks5h' };
  const kind = kinds[url.schemeGiven && url.scheme !== 'http' ? url.scheme : settings.proxyKind];
  if (!kind) throw new CurlError(7, `Unsupported proxy scheme for '${text}'`);
  const [user, password] = login(settings.text('proxy-user')) ?? [url.user === undefined ? undefined : textOf(percentDecode(url.user)), url.password === undefined ? undefined : textOf(percentDecode(url.password))];
  const http = kind === 'http' || kind === 'https';
  return { kind, old: settings.proxyKind === 'http1.0', host: url.host, port: url.port ?? (kind === 'https' ? 443 : 1080), user, password, tunnel: http && (settings.on('proxytunnel') || !['http', 'ftp'].includes(target.scheme)) };
}

/** user:password taken apart. */
export function login(text: string | undefined): [user: string, password: string] | undefined {
  if (text === undefined) return undefined;
  const mark = text.indexOf(':');
  return mark < 0 ? [text, ''] : [text.slice(0, mark), text.slice(mark + 1)];
}

/** Whether a list of no_proxy names a host: `*`, names with all that ends in them, addresses, networks. */
function isExcluded(host: string, list: string): boolean {
  if (list.trim() === '*') return true;
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase().replace(/\.$/, '');
  const v4 = parseIpv4(name);
  const v6 = parseIpv6(name);
  return list.split(/[ \t,]+/).filter((one) => one !== '').some((one) => {
    const wanted = one.replace(/^\[(.*)\]$/, '$1').toLowerCase();
    if (v4 !== undefined || v6) {
      const [address = '', bits] = wanted.split('/');
      if (v4 !== undefined) {
        const net = parseIpv4(address);
        const length = bits === undefined || bits === '' ? 32 : Number(bits);
        return net !== undefined && length >= 0 && length <= 32 && (length === 0 || (net >>> (32 - length)) === (v4 >>> (32 - length)));
      }
      const net = parseIpv6(address);
      const binary = (groups: readonly number[]): string => groups.map((group) => group.toString(2).padStart(16, '0')).join('');
      return net !== undefined && binary(net).slice(0, Number(bits ?? 128)) === binary(v6 ?? []).slice(0, Number(bits ?? 128));
    }
    const domain = wanted.replace(/^\./, '').replace(/\.$/, '');
    return domain !== '' && (name === domain || name.endsWith(`.${domain}`));
  });
}
