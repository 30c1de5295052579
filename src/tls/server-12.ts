import { concatBytes, equalBytes, noBytes } from '../base/index.ts';
import { TlsError } from './alert.ts';
import { encodeProtocols, type Extensions, extensionType } from './extension.ts';
import { encodeCertificates12, keyLogLine, peerKey, readCertificates12, type TlsSession, verifyPeer } from './handshake.ts';
import { type HandshakeChannel, handshakeType } from './handshake-message.ts';
import { encodeServerHello } from './hello.ts';
import { checkSignature, chooseScheme, defaultSchemes, signWith } from './identity.ts';
import { finished12, masterSecretOf, protections12 } from './keys-12.ts';
import { namedGroups } from './named-group.ts';
import type { ServerChoice, ServerOptions } from './server-options.ts';
import { uint, uint16Vector, vector, WireReader } from './wire.ts';

/** A server that could have spoken TLS 1.3 says so in its random: RFC 8446, section 4.1.3. */
const downgraded = Uint8Array.of(0x44, 0x4f, 0x57, 0x4e, 0x47, 0x52, 0x44, 0x01);

/** The rest of a server's handshake of TLS 1.2: RFC 5246, section 7.4. */
export async function acceptTls12(channel: HandshakeChannel, { hello, offer, identity, alpn, suites }: ServerChoice, options: ServerOptions): Promise<TlsSession> {
  const { trace, random, clientCertificate = 'none' } = options;
  const { records } = channel;
  const kind = identity.key.type === 'rsa' ? 'rsa' : 'ecdsa';
  const suite = suites.find(({ authentication }) => authentication === kind);
  if (!suite) throw new TlsError('no-shared-cipher', 'handshake_failure');
  const groups = options.groups ?? namedGroups.map(({ id }) => id);
  // The hybrid group is for TLS 1.3 alone.
  const group = namedGroups.find(({ id }) => id !== 0x11ec && groups.includes(id) && offer.groups.includes(id));
  if (!group) throw new TlsError('no-shared-group', 'handshake_failure');
  const signature = chooseScheme(identity.key, offer.signatureSchemes, false);
  const extended = hello.extensions.has(extensionType.extendedMasterSecret);
  const serverRandom = random(32);
  if (options.versions?.max !== 'TLSv1.2') serverRandom.set(downgraded, 24);
  const randoms = { client: hello.random, server: serverRandom };
  const extensions: Extensions = new Map([[extensionType.renegotiationInfo, Uint8Array.of(0)]]);
  if (offer.serverName !== undefined) extensions.set(extensionType.serverName, noBytes);
  if (hello.extensions.has(extensionType.pointFormats)) extensions.set(extensionType.pointFormats, vector(1, options.preference === 'server' ? Uint8Array.of(0) : Uint8Array.of(0, 1, 2)));
  if (alpn !== undefined) extensions.set(extensionType.alpn, encodeProtocols([alpn]));
  const ticket = hello.extensions.has(extensionType.sessionTicket) && (options.tickets ?? 2) > 0;
  if (ticket) extensions.set(extensionType.sessionTicket, noBytes);
  if (extended) extensions.set(extensionType.extendedMasterSecret, noBytes);
  const sessionId = ticket ? noBytes : random(32);
  channel.send(handshakeType.serverHello, encodeServerHello({ legacyVersion: 0x0303, random: serverRandom, sessionId, cipherSuite: suite.id, extensions }));
  trace?.({ kind: 'server-hello', sent: true, version: 'TLSv1.2', cipherSuite: suite.name, group: group.name });
  if (offer.alpn.length > 0) trace?.({ kind: 'alpn', sent: true, protocol: alpn });
  channel.send(handshakeType.certificate, encodeCertificates12(identity.certificates));
  trace?.({ kind: 'certificate', sent: true, from: 'server', certificates: identity.certificates });
  const ours = group.offer(random);
  const parameters = concatBytes([Uint8Array.of(3), uint(2, group.id), vector(1, ours.share)]);
  const proof = await signWith(signature, identity.key, concatBytes([randoms.client, randoms.server, parameters]), random);
  channel.send(handshakeType.serverKeyExchange, parameters, uint(2, signature.id), vector(2, proof));
  if (clientCertificate !== 'none') {
    const authorities = (options.clientAuthorities ?? []).map((name) => vector(2, name));
    channel.send(handshakeType.certificateRequest, vector(1, Uint8Array.of(1, 64)), uint16Vector(2, options.signatureSchemes ?? defaultSchemes), vector(2, ...authorities));
    trace?.({ kind: 'certificate-request', sent: true });
  }
  channel.send(handshakeType.serverHelloDone);
  await records.flush();

  let peerCertificates: readonly Uint8Array[] = [];
  let verification: TlsSession['verification'];
  if (clientCertificate !== 'none') {
    peerCertificates = readCertificates12((await channel.receive(handshakeType.certificate)).body);
    trace?.({ kind: 'certificate', sent: false, from: 'client', certificates: peerCertificates });
    if (peerCertificates.length === 0 && clientCertificate === 'require') throw new TlsError('no-client-certificate', 'handshake_failure');
    if (peerCertificates.length > 0) verification = await verifyPeer(peerCertificates, options.verify, trace);
  }
  const secret = ours.derive(new WireReader((await channel.receive(handshakeType.clientKeyExchange)).body).vector(1));
  const masterSecret = masterSecretOf(suite, secret, channel, randoms, extended);
  let peerSignature: TlsSession['peerSignature'];
  if (peerCertificates.length > 0) {
    const signed = channel.transcript();
    const reader = new WireReader((await channel.receive(handshakeType.certificateVerify)).body);
    peerSignature = checkSignature(reader.number(2), peerKey(peerCertificates), signed, reader.vector(2), false);
  }
  await channel.receiveChangeCipherSpec();
  const { client, server } = protections12(suite, masterSecret, randoms);
  records.reading = client;
  const expected = finished12(suite, masterSecret, 'client', channel);
  if (!equalBytes((await channel.receive(handshakeType.finished)).body, expected)) throw new TlsError('protocol', 'decrypt_error');
  if (ticket) channel.send(handshakeType.newSessionTicket, uint(4, 7200), vector(2, random(176)));
  channel.sendChangeCipherSpec();
  records.writing = server;
  channel.send(handshakeType.finished, finished12(suite, masterSecret, 'server', channel));
  await records.flush();
  trace?.({ kind: 'established', keyLog: [keyLogLine('CLIENT_RANDOM', randoms.client, masterSecret)] });
  return {
    role: 'server', version: 'TLSv1.2', cipherSuite: suite, group, alpn, serverName: offer.serverName, peerCertificates, peerSignature, verification, certificateRequest: undefined, signature,
    reading: client, writing: server, secrets: undefined, extendedMasterSecret: extended, sessionId, masterSecret,
  };
}
