import { concatBytes, equalBytes } from '../base/index.ts';
import { TlsError } from './alert.ts';
import type { ClientOptions, Negotiation } from './client-options.ts';
import { readAlpn, readNames } from './client-13.ts';
import { extensionType } from './extension.ts';
import { encodeCertificates12, fittingIdentity, keyLogLine, peerKey, readCertificates12, type TlsSession, verifyPeer } from './handshake.ts';
import { type HandshakeChannel, handshakeType } from './handshake-message.ts';
import { checkSignature, chooseScheme, signWith } from './identity.ts';
import { finished12, masterSecretOf, protections12 } from './keys-12.ts';
import { namedGroup } from './named-group.ts';
import { uint, vector, WireReader } from './wire.ts';

/** The rest of a client's handshake of TLS 1.2, after the ServerHello: RFC 5246, section 7.4. Only key exchanges with forward secrecy. */
export async function connectTls12(channel: HandshakeChannel, { draft, server, suite }: Negotiation, options: ClientOptions): Promise<TlsSession> {
  const { trace, random } = options;
  const { records } = channel;
  const randoms = { client: draft.hello.random, server: server.random };
  const extended = server.extensions.has(extensionType.extendedMasterSecret);
  const alpn = readAlpn(server.extensions.get(extensionType.alpn));
  trace?.({ kind: 'server-hello', sent: false, version: 'TLSv1.2', cipherSuite: suite.name, group: undefined });
  if (options.alpn?.length) trace?.({ kind: 'alpn', sent: false, protocol: alpn });
  const peerCertificates = readCertificates12((await channel.receive(handshakeType.certificate)).body);
  trace?.({ kind: 'certificate', sent: false, from: 'server', certificates: peerCertificates });
  const key = peerKey(peerCertificates);
  const verification = await verifyPeer(peerCertificates, options.verify, trace);
  const exchange = new WireReader((await channel.receive(handshakeType.serverKeyExchange)).body);
  if (exchange.number(1) !== 3) throw new TlsError('protocol', 'illegal_parameter');
  const group = namedGroup(exchange.number(2));
  const share = exchange.vector(1);
  if (!group) throw new TlsError('protocol', 'illegal_parameter');
  const signed = concatBytes([randoms.client, randoms.server, Uint8Array.of(3), uint(2, group.id), vector(1, share)]);
  const peerSignature = checkSignature(exchange.number(2), key, signed, exchange.vector(2), false);

  let message = await channel.receive(handshakeType.certificateRequest, handshakeType.serverHelloDone);
  let certificateRequest: TlsSession['certificateRequest'];
  if (message.type === handshakeType.certificateRequest) {
    trace?.({ kind: 'certificate-request', sent: false });
    const reader = new WireReader(message.body);
    reader.vector(1);
    const schemes = reader.uint16s(2);
    certificateRequest = { schemes, authorities: readNames(reader) };
    message = await channel.receive(handshakeType.serverHelloDone);
  }
  const identity = certificateRequest && fittingIdentity(options.identity, certificateRequest.authorities, options.onlyFitting);
  if (certificateRequest) {
    const certificates = identity?.certificates ?? [];
    channel.send(handshakeType.certificate, encodeCertificates12(certificates));
    trace?.({ kind: 'certificate', sent: true, from: 'client', certificates });
  }
  const offer = group.offer(random);
  channel.send(handshakeType.clientKeyExchange, vector(1, offer.share));
  const masterSecret = masterSecretOf(suite, offer.derive(share), channel, randoms, extended);
  let signature: TlsSession['signature'];
  if (identity && certificateRequest) {
    signature = chooseScheme(identity.key, certificateRequest.schemes, false);
    const proof = await signWith(signature, identity.key, channel.transcript(), random);
    channel.send(handshakeType.certificateVerify, uint(2, signature.id), vector(2, proof));
  }
  channel.sendChangeCipherSpec();
  const { client, server: serverKeys } = protections12(suite, masterSecret, randoms);
  records.writing = client;
  channel.send(handshakeType.finished, finished12(suite, masterSecret, 'client', channel));
  await records.flush();

  if (server.extensions.has(extensionType.sessionTicket)) await channel.receive(handshakeType.newSessionTicket);
  await channel.receiveChangeCipherSpec();
  records.reading = serverKeys;
  const expected = finished12(suite, masterSecret, 'server', channel);
  if (!equalBytes((await channel.receive(handshakeType.finished)).body, expected)) throw new TlsError('protocol', 'decrypt_error');
  trace?.({ kind: 'established', keyLog: [keyLogLine('CLIENT_RANDOM', randoms.client, masterSecret)] });
  return {
    role: 'client', version: 'TLSv1.2', cipherSuite: suite, group, alpn, serverName: options.serverName, peerCertificates, peerSignature, verification, certificateRequest, signature,
    reading: serverKeys, writing: client, secrets: undefined, extendedMasterSecret: extended, sessionId: server.sessionId, masterSecret,
  };
}
