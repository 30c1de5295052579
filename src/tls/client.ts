import type { ByteStream } from '../base/index.ts';
import { TlsError } from './alert.ts';
import { cipherSuite } from './cipher-suite.ts';
import { connectTls12 } from './client-12.ts';
import { draftHello, helloStep, redraftHello } from './client-hello.ts';
import type { ClientOptions, HelloDraft, Negotiation } from './client-options.ts';
import { connectTls13 } from './client-13.ts';
import { TlsConnection } from './connection.ts';
import { extensionType } from './extension.ts';
import { type TlsSession, withAlerts } from './handshake.ts';
import { HandshakeChannel, handshakeType } from './handshake-message.ts';
import { clientOffer, encodeClientHello, helloRetryRandom, readServerHello, type ServerHello } from './hello.ts';
import { RecordLayer } from './record-layer.ts';
import { versionCode, versionName } from './version.ts';
import { WireReader } from './wire.ts';

/** Makes a TLS connection of `stream` as client. Rejects with TlsError (after telling the server why by an alert); the stream stays the caller's to close then. */
export async function connectTls(stream: ByteStream, options: ClientOptions): Promise<TlsConnection> {
  const records = new RecordLayer(stream, options.tally);
  const { trace } = options;
  const channel = new HandshakeChannel(records, trace, options.onMessage);
  const session = await withAlerts(channel, trace, () => handshake(channel, options));
  return new TlsConnection(records, session, options);
}

async function handshake(channel: HandshakeChannel, options: ClientOptions): Promise<TlsSession> {
  let draft = draftHello(options);
  channel.records.headerVersion = 0x0301;
  await sendHello(channel, draft, options);
  channel.records.headerVersion = 0x0303;
  let negotiation = negotiate(draft, await channel.receive(handshakeType.serverHello));
  if (isRetry(negotiation.server)) {
    const { server, suite } = negotiation;
    channel.restart(suite.hash, 1);
    const share = server.extensions.get(extensionType.keyShare);
    if (!share) throw new TlsError('protocol', 'missing_extension');
    draft = redraftHello(draft, new WireReader(share).number(2), server.extensions.get(extensionType.cookie), options);
    channel.sendChangeCipherSpec();
    await sendHello(channel, draft, options);
    negotiation = negotiate(draft, await channel.receive(handshakeType.serverHello));
    if (isRetry(negotiation.server) || negotiation.suite !== suite) throw new TlsError('protocol', 'unexpected_message');
  }
  return negotiation.version === 'TLSv1.3' ? connectTls13(channel, negotiation, options) : connectTls12(channel, negotiation, options);
}

function isRetry({ random }: ServerHello): boolean {
  return random.every((byte, i) => byte === helloRetryRandom[i]);
}

async function sendHello(channel: HandshakeChannel, { hello }: HelloDraft, options: ClientOptions): Promise<void> {
  options.trace?.(helloStep(true, hello.cipherSuites, clientOffer(hello)));
  channel.send(handshakeType.clientHello, encodeClientHello(hello));
  await channel.records.flush();
}

function negotiate(draft: HelloDraft, message: { body: Uint8Array }): Negotiation {
  const server = readServerHello(message.body);
  const chosen = server.extensions.get(extensionType.supportedVersions);
  const code = chosen ? new WireReader(chosen).number(2) : server.legacyVersion;
  const version = draft.versions.find((each) => versionCode[each] === code);
  if (!version) throw new TlsError('version', 'protocol_version', { problem: { kind: 'version', reason: versionName(code) } });
  const suite = cipherSuite(server.cipherSuite);
  if (!suite || suite.version !== version || !draft.hello.cipherSuites.includes(suite.id)) throw new TlsError('protocol', 'illegal_parameter');
  return { draft, server, version, suite };
}
