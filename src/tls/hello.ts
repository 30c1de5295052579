import { concatBytes } from '../base/index.ts';
import { TlsError } from './alert.ts';
import { encodeExtensions, type Extensions, extensionType, readExtensions, readProtocols, readServerName } from './extension.ts';
import { uint, uint16Vector, vector, WireReader } from './wire.ts';

/** RFC 8446, section 4.1.3: the random of a ServerHello that asks for another ClientHello. */
export const helloRetryRandom = Uint8Array.from(
  [0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c],
);

/** A ClientHello. */
export interface ClientHello {
  legacyVersion: number;
  random: Uint8Array;
  sessionId: Uint8Array;
  cipherSuites: readonly number[];
  extensions: Extensions;
}

/** A ClientHello's body. */
export function encodeClientHello({ legacyVersion, random, sessionId, cipherSuites, extensions }: ClientHello): Uint8Array {
  return concatBytes([uint(2, legacyVersion), random, vector(1, sessionId), uint16Vector(2, cipherSuites), vector(1, Uint8Array.of(0)), encodeExtensions(extensions)]);
}

/** Reads a ClientHello's body. */
export function readClientHello(body: Uint8Array): ClientHello {
  const reader = new WireReader(body);
  const legacyVersion = reader.number(2);
  const random = reader.take(32);
  const sessionId = reader.vector(1);
  const cipherSuites = reader.uint16s(2);
  if (!reader.vector(1).includes(0)) throw new TlsError('protocol', 'illegal_parameter');
  const extensions = readExtensions(reader);
  reader.end();
  return { legacyVersion, random, sessionId, cipherSuites, extensions };
}

/** What a ClientHello offers, in the extensions that matter. */
export interface ClientOffer {
  serverName: string | undefined;
  /** Empty when the client does not speak of it. */
  alpn: string[];
  versions: number[];
  groups: number[];
  signatureSchemes: number[];
}

/** Reads what a ClientHello offers. */
export function clientOffer({ legacyVersion, extensions }: ClientHello): ClientOffer {
  const list = (type: number, lengthBytes: 1 | 2): number[] | undefined => {
    const body = extensions.get(type);
    return body && new WireReader(body).uint16s(lengthBytes);
  };
  const name = extensions.get(extensionType.serverName);
  const protocols = extensions.get(extensionType.alpn);
  const older = [0x0303, 0x0302, 0x0301].filter((version) => version <= legacyVersion);
  return {
    serverName: name && readServerName(name), alpn: protocols ? readProtocols(protocols) : [], versions: list(extensionType.supportedVersions, 1) ?? older,
    groups: list(extensionType.supportedGroups, 2) ?? [], signatureSchemes: list(extensionType.signatureAlgorithms, 2) ?? [],
  };
}

/** A ServerHello. */
export interface ServerHello {
  random: Uint8Array;
  sessionId: Uint8Array;
  cipherSuite: number;
  extensions: Extensions;
  legacyVersion: number;
}

/** A ServerHello's body. */
export function encodeServerHello({ legacyVersion, random, sessionId, cipherSuite, extensions }: ServerHello): Uint8Array {
  return concatBytes([uint(2, legacyVersion), random, vector(1, sessionId), uint(2, cipherSuite), Uint8Array.of(0), encodeExtensions(extensions)]);
}

/** Reads a ServerHello's body. */
export function readServerHello(body: Uint8Array): ServerHello {
  const reader = new WireReader(body);
  const legacyVersion = reader.number(2);
  const random = reader.take(32);
  const sessionId = reader.vector(1);
  const cipherSuite = reader.number(2);
  if (reader.number(1) !== 0) throw new TlsError('protocol', 'illegal_parameter');
  const extensions = readExtensions(reader);
  reader.end();
  return { legacyVersion, random, sessionId, cipherSuite, extensions };
}
