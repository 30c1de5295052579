import { concatBytes } from '../../../base/index.ts';
import { bigintToBytes, bytesToBigint } from '../../../pki/index.ts';

/** A packet of OpenPGP: RFC 4880, section 4. */
export interface Packet {
  tag: number;
  body: Uint8Array;
  /** With its header, as it was. */
  raw: Uint8Array;
}

/** Bytes that are no OpenPGP packets. */
export class PacketError extends Error {}

/** Numbers of the packets that are here. */
export const packetTags = { signature: 2, onePassSignature: 4, secretKey: 5, publicKey: 6, secretSubkey: 7, compressed: 8, marker: 10, literal: 11, trust: 12, userId: 13, publicSubkey: 14, attribute: 17 } as const;

/** Splits bytes into packets. Throws PacketError. */
export function readPackets(bytes: Uint8Array): Packet[] {
  const packets: Packet[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at;
    const first = bytes[at++] ?? 0;
    if (!(first & 0x80)) throw new PacketError('no packet');
    const next = (count: number): number => {
      let value = 0;
      for (let i = 0; i < count; i++) {
        const byte = bytes[at++];
        if (byte === undefined) throw new PacketError('cut');
        value = value * 256 + byte;
      }
      return value;
    };
    let tag: number;
    let body: Uint8Array;
    if (first & 0x40) {
      tag = first & 0x3f;
      const parts: Uint8Array[] = [];
      for (;;) {
        const length = next(1);
        const partial = length >= 224 && length < 255;
        const size = length < 192 ? length : length < 224 ? (length - 192) * 256 + next(1) + 192 : length === 255 ? next(4) : 2 ** (length & 0x1f);
        parts.push(take(bytes, at, size));
        at += size;
        if (!partial) break;
      }
      body = concatBytes(parts);
    } else {
      tag = (first >> 2) & 0xf;
      const kind = first & 3;
      const size = kind === 3 ? bytes.length - at : next(2 ** kind);
      body = take(bytes, at, size);
      at += size;
    }
    packets.push({ tag, body, raw: bytes.subarray(start, at) });
  }
  return packets;
}

function take(bytes: Uint8Array, at: number, size: number): Uint8Array {
  if (at + size > bytes.length) throw new PacketError('cut');
  return bytes.subarray(at, at + size);
}

/** A packet with a header of the old format, as gpg writes it. */
export function writePacket(tag: number, body: Uint8Array): Uint8Array {
  const { length } = body;
  const [kind, size] = length < 256 ? [0, 1] : length < 65536 ? [1, 2] : [2, 4];
  return concatBytes([Uint8Array.of(0x80 | (tag << 2) | (kind ?? 0)), number(length, size ?? 1), body]);
}

/** A number in `size` bytes, big-endian. */
export function number(value: number, size: number): Uint8Array {
  return bigintToBytes(BigInt(value), size);
}

/** A multiprecision integer: its bits, then its bytes. */
export function mpi(value: bigint | Uint8Array): Uint8Array {
  const whole = value instanceof Uint8Array ? bytesToBigint(value) : value;
  const bits = whole === 0n ? 0 : whole.toString(2).length;
  return concatBytes([number(bits, 2), bits === 0 ? new Uint8Array(0) : bigintToBytes(whole)]);
}

/** Reads things one after another. */
export class Reader {
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  take(size: number): Uint8Array {
    const part = take(this.bytes, this.at, size);
    this.at += size;
    return part;
  }

  number(size: number): number {
    return Number(bytesToBigint(this.take(size)));
  }

  mpi(): Uint8Array {
    return this.take(Math.ceil(this.number(2) / 8));
  }

  get rest(): Uint8Array {
    return this.bytes.subarray(this.at);
  }
}
