import { type ByteStream, concatBytes } from '../../../base/index.ts';
import { parseIpv4, parseIpv6 } from '../../../base/ip/index.ts';
import { bytesOf } from '../../program/index.ts';
import type { HostCache } from './dialer.ts';
import { CurlError } from './error.ts';
import { HttpReader } from './http-reader.ts';
import type { Proxy } from './proxy.ts';
import type { Trace } from './trace.ts';

/** Asks a SOCKS proxy for a connection (RFC 1928, 1929; SOCKS4 with names as 4a). Throws CurlError 97. */
export async function socksConnect(stream: ByteStream, proxy: Proxy, host: string, port: number, trace: Trace, hosts: HostCache): Promise<void> {
  const reader = new HttpReader(stream);
  const exactly = async (length: number, what: string): Promise<Uint8Array> => {
    const bytes = await reader.peek(length);
    if (bytes.length < length) throw new CurlError(97, `SOCKS: Failed receiving ${what}: Failure when receiving data from the peer`);
    return reader.take(length);
  };
  const plain = host.replace(/^\[(.*)\]$/, '$1');
  const target = proxy.kind === 'socks5' || proxy.kind === 'socks4' ? hosts.get(plain, port)?.[0] ?? plain : plain;
  const v4 = parseIpv4(target);
  const v6 = parseIpv6(target);
  const address = v4 !== undefined ? Uint8Array.of(v4 >>> 24, v4 >>> 16, v4 >>> 8, v4) : undefined;
  if (proxy.kind.startsWith('socks4')) {
    trace.info(`SOCKS4 communication to ${plain}:${port}`);
    await stream.write(concatBytes([Uint8Array.of(4, 1, port >> 8, port & 255), address ?? Uint8Array.of(0, 0, 0, 1), bytesOf(`${proxy.user ?? ''}\0${address ? '' : `${target}\0`}`)]));
    const reply = await exactly(8, 'connect request ack');
    if (reply[1] !== 90) throw new CurlError(97, `cannot complete SOCKS4 connection to ${plain}:${port}. (${reply[1] ?? 0}), request rejected or failed.`);
    trace.info(`SOCKS4${proxy.kind === 'socks4a' ? 'a' : ''} request granted.`);
    return;
  }
  await stream.write(proxy.user === undefined ? Uint8Array.of(5, 2, 0, 1) : Uint8Array.of(5, 3, 0, 1, 2));
  const [version, method] = await exactly(2, 'initial SOCKS5 response');
  if (version !== 5) throw new CurlError(97, 'Received invalid version in initial SOCKS5 response.');
  if (method === 2) {
    const [user, password] = [bytesOf(proxy.user ?? ''), bytesOf(proxy.password ?? '')];
    await stream.write(concatBytes([Uint8Array.of(1, user.length), user, Uint8Array.of(password.length), password]));
    const [kind = 0, status = 0] = await exactly(2, 'SOCKS5 sub-negotiation response');
    if (status !== 0) throw new CurlError(97, `User was rejected by the SOCKS5 server (${kind} ${status}).`);
  } else if (method !== 0) throw new CurlError(97, 'No authentication method was acceptable.');
  const name = bytesOf(target);
  const destination = address ? concatBytes([Uint8Array.of(1), address]) : v6 ? concatBytes([Uint8Array.of(4), Uint8Array.from(v6.flatMap((group) => [group >> 8, group & 255]))]) : concatBytes([Uint8Array.of(3, name.length), name]);
  trace.info(`SOCKS5 connect to ${v6 ? `[${target}]` : target}:${port} (${proxy.kind === 'socks5' ? 'locally' : 'remotely'} resolved)`);
  await stream.write(concatBytes([Uint8Array.of(5, 1, 0), destination, Uint8Array.of(port >> 8, port & 255)]));
  const [, code = 0, , kind] = await exactly(4, 'SOCKS5 connect request ack');
  if (code !== 0) throw new CurlError(97, `cannot complete SOCKS5 connection to ${plain}. (${code})`);
  if (kind === 3) await exactly(((await exactly(1, 'SOCKS5 name length'))[0] ?? 0) + 2, 'SOCKS5 connect request address');
  else await exactly((kind === 4 ? 16 : 4) + 2, 'SOCKS5 connect request address');
  trace.info('SOCKS5 request granted.');
}
