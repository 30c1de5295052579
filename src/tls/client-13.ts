import { concatBytes, equalBytes, noBytes } from '../base/index.ts';
import { TlsError } from './alert.ts';
import type { ClientOptions, Negotiation } from './client-options.ts';
import { extensionType, readExtensions, readProtocols } from './extension.ts';
import { encodeCertificates13, fittingIdentity, keyLogLine, peerKey, readCertificates13, signedContent, type TlsSession, verifyPeer } from './handshake.ts';
import { type HandshakeChannel, handshakeType } from './handshake-message.ts';
import { checkSignature, chooseScheme, defaultSchemes, signWith } from './identity.ts';
import { finishedMac, KeySchedule } from './key-schedule.ts';
import { namedGroup } from './named-group.ts';
import { protect13 } from './record-protection.ts';
import { uint, vector, WireReader } from './wire.ts';

/** The rest of a client's handshake of TLS 1.3, after the ServerHello: RFC 8446, section 4. */
export async function connectTls13(channel: HandshakeChannel, { draft, server, suite }: Negotiation, options: ClientOptions): Promise<TlsSession> {
  const { trace } = options;
  const { hash } = suite;
  const { records } = channel;
  const share = server.extensions.get(extensionType.keyShare);
  if (!share) throw new TlsError('protocol', 'missing_extension');
  const reader = new WireReader(share);
  const group = namedGroup(reader.number(2));
  const offer = group && draft.offers.get(group.id);
  if (!group || !offer) throw new TlsError('protocol', 'illegal_parameter');
  trace?.({ kind: 'server-hello', sent: false, version: 'TLSv1.3', cipherSuite: suite.name, group: group.name });
  const schedule = new KeySchedule(hash);
  schedule.advance(offer.derive(reader.vector(2)));
  const helloHash = channel.transcriptHash(hash);
  const clientSecret = schedule.derive('c hs traffic', helloHash);
  const serverSecret = schedule.derive('s hs traffic', helloHash);
  records.reading = protect13(suite, serverSecret);

  const encrypted = readExtensions(new WireReader((await channel.receive(handshakeType.encryptedExtensions)).body));
  const alpn = readAlpn(encrypted.get(extensionType.alpn));
  if (alpn !== undefined && !options.alpn?.includes(alpn)) throw new TlsError('protocol', 'illegal_parameter');
  if (options.alpn?.length) trace?.({ kind: 'alpn', sent: false, protocol: alpn });
  let message = await channel.receive(handshakeType.certificateRequest, handshakeType.certificate);
  let certificateRequest: TlsSession['certificateRequest'];
  if (message.type === handshakeType.certificateRequest) {
    trace?.({ kind: 'certificate-request', sent: false });
    certificateRequest = readRequest(message.body);
    message = await channel.receive(handshakeType.certificate);
  }
  const peerCertificates = readCertificates13(message.body);
  trace?.({ kind: 'certificate', sent: false, from: 'server', certificates: peerCertificates });
  // From here on alerts may be encrypted; OpenSSL's are not before its Finished.
  if (!options.manner) records.writing = protect13(suite, clientSecret);
  const key = peerKey(peerCertificates);
  const verification = await verifyPeer(peerCertificates, options.verify, trace);
  const signed = signedContent('server', channel.transcriptHash(hash));
  const proof = new WireReader((await channel.receive(handshakeType.certificateVerify)).body);
  const peerSignature = checkSignature(proof.number(2), key, signed, proof.vector(2), true);
  const expected = finishedMac(hash, serverSecret, channel.transcriptHash(hash));
  if (!equalBytes((await channel.receive(handshakeType.finished)).body, expected)) throw new TlsError('protocol', 'decrypt_error');

  schedule.advance();
  const finishedHash = channel.transcriptHash(hash);
  const clientTraffic = schedule.derive('c ap traffic', finishedHash);
  const serverTraffic = schedule.derive('s ap traffic', finishedHash);
  if (!draft.retried) channel.sendChangeCipherSpec();
  if (options.manner) records.writing = protect13(suite, clientSecret);
  const signature = certificateRequest && (await proveClient(channel, suite.hash, certificateRequest.schemes, { ...options, identity: fittingIdentity(options.identity, certificateRequest.authorities, options.onlyFitting) }));
  channel.send(handshakeType.finished, finishedMac(hash, clientSecret, channel.transcriptHash(hash)));
  await records.flush();
  const { random } = draft.hello;
  trace?.({
    kind: 'established',
    keyLog: [keyLogLine('CLIENT_HANDSHAKE_TRAFFIC_SECRET', random, clientSecret), keyLogLine('SERVER_HANDSHAKE_TRAFFIC_SECRET', random, serverSecret), keyLogLine('CLIENT_TRAFFIC_SECRET_0', random, clientTraffic), keyLogLine('SERVER_TRAFFIC_SECRET_0', random, serverTraffic)],
  });
  return {
    role: 'client', version: 'TLSv1.3', cipherSuite: suite, group, alpn, serverName: options.serverName, peerCertificates, peerSignature, verification, certificateRequest, signature,
    reading: protect13(suite, serverTraffic), writing: protect13(suite, clientTraffic), secrets: { reading: serverTraffic, writing: clientTraffic },
    extendedMasterSecret: false, sessionId: noBytes, masterSecret: undefined,
  };
}

/** The one protocol that the server chose. */
export function readAlpn(body: Uint8Array | undefined): string | undefined {
  return body && readProtocols(body)[0];
}

function readRequest(body: Uint8Array): NonNullable<TlsSession['certificateRequest']> {
  const reader = new WireReader(body);
  reader.vector(1);
  const extensions = readExtensions(reader);
  const schemes = extensions.get(extensionType.signatureAlgorithms);
  const names = extensions.get(extensionType.certificateAuthorities);
  return { schemes: schemes ? new WireReader(schemes).uint16s(2) : defaultSchemes, authorities: names ? readNames(new WireReader(names)) : [] };
}

/** A list of distinguished names. */
export function readNames(reader: WireReader): Uint8Array[] {
  const list = new WireReader(reader.vector(2));
  const names: Uint8Array[] = [];
  while (list.left > 0) names.push(list.vector(2));
  return names;
}

/** Sends the certificate that was asked for, or none, and the proof that the key is here. */
async function proveClient(channel: HandshakeChannel, hash: Negotiation['suite']['hash'], schemes: readonly number[], { identity, trace, random }: ClientOptions): Promise<TlsSession['signature']> {
  const certificates = identity?.certificates ?? [];
  channel.send(handshakeType.certificate, encodeCertificates13(noBytes, certificates));
  trace?.({ kind: 'certificate', sent: true, from: 'client', certificates });
  if (!identity) return undefined;
  const scheme = chooseScheme(identity.key, schemes, true);
  const signature = await signWith(scheme, identity.key, signedContent('client', channel.transcriptHash(hash)), random);
  channel.send(handshakeType.certificateVerify, concatBytes([uint(2, scheme.id), vector(2, signature)]));
  return scheme;
}
