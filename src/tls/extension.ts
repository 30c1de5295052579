import { concatBytes, decodeUtf8, encodeUtf8 } from '../base/index.ts';
import { TlsError } from './alert.ts';
import { uint, uint16Vector, vector, WireReader } from './wire.ts';

/** Numbers of extensions: RFC 8446, section 4.2, and those of TLS 1.2. */
export const extensionType = {
  serverName: 0, supportedGroups: 10, pointFormats: 11, signatureAlgorithms: 13, alpn: 16, encryptThenMac: 22, extendedMasterSecret: 23, padding: 21, compressCertificate: 27, sessionTicket: 35, postHandshakeAuth: 49, supportedVersions: 43, cookie: 44, pskModes: 45, certificateAuthorities: 47, keyShare: 51, renegotiationInfo: 0xff01,
} as const;

/** Extensions by number, in their order. */
export type Extensions = Map<number, Uint8Array>;

/** Reads a list of extensions; none at the end of a message is an empty list. */
export function readExtensions(reader: WireReader): Extensions {
  const found: Extensions = new Map();
  if (reader.left === 0) return found;
  const list = new WireReader(reader.vector(2));
  while (list.left > 0) {
    const type = list.number(2);
    if (found.has(type)) throw new TlsError('protocol', 'illegal_parameter');
    found.set(type, list.vector(2));
  }
  return found;
}

/** A list of extensions as bytes. */
export function encodeExtensions(extensions: Extensions): Uint8Array {
  return vector(2, ...[...extensions].map(([type, body]) => concatBytes([uint(2, type), vector(2, body)])));
}

/** The body of server_name with one host name. */
export function encodeServerName(name: string): Uint8Array {
  return vector(2, uint(1, 0), vector(2, encodeUtf8(name)));
}

/** The host name of server_name. */
export function readServerName(body: Uint8Array): string | undefined {
  const list = new WireReader(new WireReader(body).vector(2));
  while (list.left > 0) {
    const type = list.number(1);
    const name = list.vector(2);
    if (type === 0) return decodeUtf8(name);
  }
  return undefined;
}

/** The body of application_layer_protocol_negotiation. */
export function encodeProtocols(names: readonly string[]): Uint8Array {
  return vector(2, ...names.map((name) => vector(1, encodeUtf8(name))));
}

/** The names in application_layer_protocol_negotiation. */
export function readProtocols(body: Uint8Array): string[] {
  const list = new WireReader(new WireReader(body).vector(2));
  const names: string[] = [];
  while (list.left > 0) names.push(decodeUtf8(list.vector(1)));
  return names;
}

/** Groups or signature schemes. */
export function encodeList(ids: readonly number[]): Uint8Array {
  return uint16Vector(2, ids);
}

/** Key shares, as a client sends them. */
export function encodeKeyShares(shares: readonly { group: number; share: Uint8Array }[]): Uint8Array {
  return vector(2, ...shares.map(encodeKeyShare));
}

/** One key share, as a server sends it. */
export function encodeKeyShare({ group, share }: { group: number; share: Uint8Array }): Uint8Array {
  return concatBytes([uint(2, group), vector(2, share)]);
}

/** Key shares by group. */
export function readKeyShares(body: Uint8Array): Map<number, Uint8Array> {
  const list = new WireReader(new WireReader(body).vector(2));
  const shares = new Map<number, Uint8Array>();
  while (list.left > 0) shares.set(list.number(2), list.vector(2));
  return shares;
}
