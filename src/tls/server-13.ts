import { concatBytes, equalBytes, noBytes } from '../base/index.ts';
import { TlsError } from './alert.ts';
import type { CipherSuite } from './cipher-suite.ts';
import { encodeExtensions, encodeKeyShare, encodeList, encodeProtocols, type Extensions, extensionType, readKeyShares } from './extension.ts';
import { encodeCertificates13, keyLogLine, peerKey, readCertificates13, signedContent, type TlsSession, type Verification, verifyPeer } from './handshake.ts';
import { type HandshakeChannel, handshakeType } from './handshake-message.ts';
import { clientOffer, encodeServerHello, helloRetryRandom, readClientHello } from './hello.ts';
import { checkSignature, chooseScheme, defaultSchemes, signWith } from './identity.ts';
import { finishedMac, KeySchedule } from './key-schedule.ts';
import { type NamedGroup, namedGroups } from './named-group.ts';
import { plainRecords, protect13 } from './record-protection.ts';
import type { ServerChoice, ServerOptions } from './server-options.ts';
import { versionCode } from './version.ts';
import { uint, vector, WireReader } from './wire.ts';

function serverHello(choice: ServerChoice, suite: CipherSuite, random: Uint8Array, keyShare: Uint8Array): Uint8Array {
  const extensions: Extensions = new Map([[extensionType.supportedVersions, uint(2, versionCode['TLSv1.3'])], [extensionType.keyShare, keyShare]]);
  return encodeServerHello({ legacyVersion: 0x0303, random, sessionId: choice.hello.sessionId, cipherSuite: suite.id, extensions });
}

/** The groups that both sides take, in our order. */
function commonGroups({ offer }: ServerChoice, { groups }: ServerOptions): NamedGroup[] {
  const ours = groups ? groups.map((id) => namedGroups.find((group) => group.id === id)).filter((group) => group !== undefined) : namedGroups;
  return ours.filter(({ id }) => offer.groups.includes(id));
}

/** The client's key share of a group; asks for one (RFC 8446, section 4.1.4) when it sent none of ours. */
async function agree(channel: HandshakeChannel, choice: ServerChoice, suite: CipherSuite, options: ServerOptions): Promise<{ group: NamedGroup; share: Uint8Array; retried: boolean }> {
  const groups = commonGroups(choice, options);
  const pick = (body: Uint8Array | undefined): { group: NamedGroup; share: Uint8Array } | undefined => {
    if (!body) throw new TlsError('protocol', 'missing_extension');
    const shares = readKeyShares(body);
    const group = groups.find(({ id }) => shares.has(id));
    const share = group && shares.get(group.id);
    return group && share && { group, share };
  };
  const first = pick(choice.hello.extensions.get(extensionType.keyShare));
  if (first) return { ...first, retried: false };
  const [wanted] = groups;
  if (!wanted) throw new TlsError('no-shared-group', 'handshake_failure');
  channel.restart(suite.hash, 0);
  channel.send(handshakeType.serverHello, serverHello(choice, suite, helloRetryRandom, uint(2, wanted.id)));
  channel.sendChangeCipherSpec();
  await channel.records.flush();
  const again = readClientHello((await channel.receive(handshakeType.clientHello)).body);
  choice.offer = { ...choice.offer, signatureSchemes: clientOffer(again).signatureSchemes };
  const second = pick(again.extensions.get(extensionType.keyShare));
  if (second?.group !== wanted) throw new TlsError('protocol', 'illegal_parameter');
  return { ...second, retried: true };
}

/** The rest of a server's handshake of TLS 1.3: RFC 8446, section 4. */
export async function acceptTls13(channel: HandshakeChannel, choice: ServerChoice, options: ServerOptions): Promise<TlsSession> {
  const { trace, random, clientCertificate = 'none' } = options;
  const { identity, alpn, offer } = choice;
  const { records } = channel;
  const [suite] = choice.suites;
  if (!suite) throw new TlsError('no-shared-cipher', 'handshake_failure');
  const { hash } = suite;
  const { group, share, retried } = await agree(channel, choice, suite, options);
  const signature = chooseScheme(identity.key, choice.offer.signatureSchemes, true);
  const { share: ours, secret } = group.accept(share, random);
  channel.send(handshakeType.serverHello, serverHello(choice, suite, random(32), encodeKeyShare({ group: group.id, share: ours })));
  trace?.({ kind: 'server-hello', sent: true, version: 'TLSv1.3', cipherSuite: suite.name, group: group.name });
  if (!retried) channel.sendChangeCipherSpec();
  const schedule = new KeySchedule(hash);
  schedule.advance(secret);
  const helloHash = channel.transcriptHash(hash);
  const clientSecret = schedule.derive('c hs traffic', helloHash);
  const serverSecret = schedule.derive('s hs traffic', helloHash);
  records.writing = protect13(suite, serverSecret);

  channel.send(handshakeType.encryptedExtensions, encodeExtensions(new Map(alpn === undefined ? [] : [[extensionType.alpn, encodeProtocols([alpn])]])));
  if (offer.alpn.length > 0) trace?.({ kind: 'alpn', sent: true, protocol: alpn });
  if (clientCertificate !== 'none') {
    const authorities = options.clientAuthorities ?? [];
    const wanted: Extensions = new Map([[extensionType.signatureAlgorithms, encodeList(options.signatureSchemes ?? defaultSchemes)]]);
    if (authorities.length > 0) wanted.set(extensionType.certificateAuthorities, vector(2, ...authorities.map((name) => vector(2, name))));
    channel.send(handshakeType.certificateRequest, vector(1), encodeExtensions(wanted));
    trace?.({ kind: 'certificate-request', sent: true });
  }
  channel.send(handshakeType.certificate, encodeCertificates13(noBytes, identity.certificates));
  trace?.({ kind: 'certificate', sent: true, from: 'server', certificates: identity.certificates });
  const proof = await signWith(signature, identity.key, signedContent('server', channel.transcriptHash(hash)), random);
  channel.send(handshakeType.certificateVerify, concatBytes([uint(2, signature.id), vector(2, proof)]));
  channel.send(handshakeType.finished, finishedMac(hash, serverSecret, channel.transcriptHash(hash)));
  schedule.advance();
  const finishedHash = channel.transcriptHash(hash);
  const clientTraffic = schedule.derive('c ap traffic', finishedHash);
  const serverTraffic = schedule.derive('s ap traffic', finishedHash);
  await records.flush();
  // What goes out now, alerts too, is under the application's keys.
  records.writing = protect13(suite, serverTraffic);
  const { writing } = records;
  records.reading = protect13(suite, clientSecret);

  const client: ClientProof = clientCertificate === 'none' ? { peerCertificates: [], peerSignature: undefined, verification: undefined } : await checkClient(channel, hash, options);
  const expected = finishedMac(hash, clientSecret, channel.transcriptHash(hash));
  if (!equalBytes((await channel.receive(handshakeType.finished)).body, expected)) throw new TlsError('protocol', 'decrypt_error');
  records.reading = plainRecords;
  const random1 = choice.hello.random;
  trace?.({
    kind: 'established',
    keyLog: [keyLogLine('CLIENT_HANDSHAKE_TRAFFIC_SECRET', random1, clientSecret), keyLogLine('SERVER_HANDSHAKE_TRAFFIC_SECRET', random1, serverSecret), keyLogLine('CLIENT_TRAFFIC_SECRET_0', random1, clientTraffic), keyLogLine('SERVER_TRAFFIC_SECRET_0', random1, serverTraffic)],
  });
  return {
    role: 'server', version: 'TLSv1.3', cipherSuite: suite, group, alpn, serverName: offer.serverName, ...client, certificateRequest: undefined, signature,
    reading: protect13(suite, clientTraffic), writing, secrets: { reading: clientTraffic, writing: serverTraffic }, extendedMasterSecret: false, sessionId: choice.hello.sessionId, masterSecret: undefined,
  };
}

interface ClientProof {
  peerCertificates: readonly Uint8Array[];
  peerSignature: TlsSession['peerSignature'];
  verification: Verification | undefined;
}

/** Reads and checks the certificate that the client was asked for. */
async function checkClient(channel: HandshakeChannel, hash: CipherSuite['hash'], { trace, verify, clientCertificate }: ServerOptions): Promise<ClientProof> {
  const peerCertificates = readCertificates13((await channel.receive(handshakeType.certificate)).body);
  trace?.({ kind: 'certificate', sent: false, from: 'client', certificates: peerCertificates });
  if (peerCertificates.length === 0) {
    if (clientCertificate === 'require') throw new TlsError('no-client-certificate', 'certificate_required');
    return { peerCertificates, peerSignature: undefined, verification: undefined };
  }
  const key = peerKey(peerCertificates);
  const verification = await verifyPeer(peerCertificates, verify, trace);
  const signed = signedContent('client', channel.transcriptHash(hash));
  const proof = new WireReader((await channel.receive(handshakeType.certificateVerify)).body);
  return { peerCertificates, peerSignature: checkSignature(proof.number(2), key, signed, proof.vector(2), true), verification };
}
