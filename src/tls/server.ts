import type { ByteStream } from '../base/index.ts';
import { TlsError } from './alert.ts';
import { cipherSuite, type CipherSuite } from './cipher-suite.ts';
import { allowedVersions, commonSuites, helloStep, opensslSuites } from './client-hello.ts';
import { TlsConnection } from './connection.ts';
import { type TlsSession, withAlerts } from './handshake.ts';
import { HandshakeChannel, handshakeType } from './handshake-message.ts';
import { type ClientHello, clientOffer, readClientHello } from './hello.ts';
import { RecordLayer } from './record-layer.ts';
import { acceptTls12 } from './server-12.ts';
import { acceptTls13 } from './server-13.ts';
import type { ServerOptions } from './server-options.ts';
import { type ProtocolVersion, versionCode } from './version.ts';

/** Makes a TLS connection of `stream` as server. Rejects with TlsError (after telling the client why by an alert, but for `not-tls` and `closed`); the stream stays the caller's to close then. */
export async function acceptTls(stream: ByteStream, options: ServerOptions): Promise<TlsConnection> {
  const records = new RecordLayer(stream, options.tally);
  const { trace } = options;
  const channel = new HandshakeChannel(records, trace, options.onMessage);
  const session = await withAlerts(channel, trace, () => handshake(channel, options));
  const connection = new TlsConnection(records, session, options);
  if (session.version === 'TLSv1.3') await connection.sendTickets(options.tickets ?? 2, options.preference === 'server' ? 'go' : 'openssl');
  return connection;
}

async function handshake(channel: HandshakeChannel, options: ServerOptions): Promise<TlsSession> {
  const hello = readClientHello((await channel.receive(handshakeType.clientHello)).body);
  const offer = clientOffer(hello);
  options.trace?.(helloStep(false, hello.cipherSuites, offer));
  options.onHello?.(hello.cipherSuites, offer);
  const version = allowedVersions(options.versions).find((each) => offer.versions.includes(versionCode[each]));
  if (!version) throw new TlsError('version', 'protocol_version');
  const identity = typeof options.identity === 'function' ? options.identity(offer.serverName) : options.identity;
  if (!identity) throw new TlsError('protocol', 'unrecognized_name');
  const choice = { hello, offer, identity, alpn: chooseProtocol(offer.alpn, options), suites: suitesOf(hello, version, options) };
  return version === 'TLSv1.3' ? acceptTls13(channel, choice, options) : acceptTls12(channel, choice, options);
}

function chooseProtocol(offered: readonly string[], { alpn = [], alpnMismatch = 'ignore' }: ServerOptions): string | undefined {
  const chosen = alpn.find((name) => offered.includes(name));
  if (chosen === undefined && alpnMismatch === 'refuse' && alpn.length > 0 && offered.length > 0) throw new TlsError('no-application-protocol', 'no_application_protocol');
  return chosen;
}

function suitesOf(hello: ClientHello, version: ProtocolVersion, { cipherSuites = opensslSuites, preference = 'client' }: ServerOptions): CipherSuite[] {
  const ids = preference === 'client' ? commonSuites(hello.cipherSuites, cipherSuites, version) : commonSuites(cipherSuites, hello.cipherSuites, version);
  if (ids.length === 0) throw new TlsError('no-shared-cipher', 'handshake_failure');
  return ids.map(cipherSuite).filter((suite) => suite !== undefined);
}
