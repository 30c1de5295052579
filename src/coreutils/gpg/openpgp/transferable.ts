import { concatBytes, decodeUtf8 } from '../../../base/index.ts';
import { type KeyPacket, readKey } from './key.ts';
import { type Packet, packetTags, PacketError } from './packet.ts';
import { checkSignature, keyData, readSignature, type Signature, userIdData } from './signature.ts';

/** A subkey with its binding signature. */
export interface Subkey {
  key: KeyPacket;
  binding: Signature | undefined;
}

/** A public key as it is exchanged: RFC 4880, 11.1. */
export interface TransferableKey {
  primary: KeyPacket;
  userIds: { text: string; bytes: Uint8Array; certification: Signature | undefined }[];
  subkeys: Subkey[];
  /** All packets, public, as they were. */
  bytes: Uint8Array;
  /** Whether it came with its secret. */
  secret: boolean;
  /** Milliseconds since the epoch; undefined: never. */
  expires: number | undefined;
  /** What the primary key may do: flags of its last self-signature. */
  flags: number;
}

/** The keys in a list of packets; what is no key is passed over. */
export function transferableKeys(packets: readonly Packet[]): TransferableKey[] {
  const groups: Packet[][] = [];
  for (const packet of packets) {
    if (packet.tag === packetTags.publicKey || packet.tag === packetTags.secretKey) groups.push([packet]);
    else groups.at(-1)?.push(packet);
  }
  return groups.flatMap((group) => {
    try {
      return [assemble(group)];
    } catch (error) {
      if (error instanceof PacketError) return [];
      throw error;
    }
  });
}

function assemble(group: readonly Packet[]): TransferableKey {
  const [first] = group;
  if (!first) throw new PacketError('empty');
  const primary = readKey(first.body);
  const result: TransferableKey = { primary, userIds: [], subkeys: [], bytes: concatBytes(group.filter(({ tag }) => tag !== packetTags.secretSubkey && tag !== packetTags.trust).map(({ raw }) => raw)), secret: first.tag === packetTags.secretKey, expires: undefined, flags: 0 };
  let last: 'user' | 'subkey' | undefined;
  for (const { tag, body } of group.slice(1)) {
    if (tag === packetTags.userId) {
      result.userIds.push({ text: decodeUtf8(body), bytes: body, certification: undefined });
      last = 'user';
    } else if (tag === packetTags.publicSubkey || tag === packetTags.secretSubkey) {
      result.subkeys.push({ key: readKey(body), binding: undefined });
      last = 'subkey';
    } else if (tag === packetTags.signature && last) attach(result, body, last);
  }
  const self = result.userIds.flatMap(({ certification }) => certification ?? []).toSorted((a, b) => b.created - a.created)[0];
  if (self?.keyExpires) result.expires = primary.created + self.keyExpires;
  result.flags = self?.keyFlags ?? 0;
  return result;
}

function attach(result: TransferableKey, body: Uint8Array, last: 'user' | 'subkey'): void {
  const { primary } = result;
  const signature = readSignature(body);
  if (!primary.key || signature.issuerKeyId !== primary.keyId) return;
  const user = result.userIds.at(-1);
  const subkey = result.subkeys.at(-1);
  if (last === 'user' && user && signature.type >= 0x10 && signature.type <= 0x13 && checkSignature(primary.key, signature, concatBytes([keyData(primary.body), userIdData(user.bytes)]))) user.certification = signature;
  if (last === 'subkey' && subkey && signature.type === 0x18 && checkSignature(primary.key, signature, concatBytes([keyData(primary.body), keyData(subkey.key.body)]))) subkey.binding = signature;
}
