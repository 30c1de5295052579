/** The checksums that are no hashes, each with what it counted. */
export interface PlainSum {
  value: number;
  size: number;
}

let table: Uint32Array | undefined;

/** The CRC of cksum(1): POSIX's, with the length in it. */
export function posixCrc(bytes: Uint8Array): PlainSum {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index << 24;
    for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
    return value >>> 0;
  });
  let crc = 0;
  const next = (byte: number): void => {
    crc = ((crc << 8) ^ (table?.[((crc >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  };
  for (const byte of bytes) next(byte);
  for (let length = bytes.length; length > 0; length = Math.floor(length / 256)) next(length & 255);
  return { value: ~crc >>> 0, size: bytes.length };
}

/** sum -r: 16 bits, rotated; the size in blocks of 1024. */
export function bsdSum(bytes: Uint8Array): PlainSum {
  let sum = 0;
  for (const byte of bytes) sum = (((sum >> 1) + ((sum & 1) << 15) + byte) & 0xffff);
  return { value: sum, size: Math.ceil(bytes.length / 1024) };
}

/** sum -s; the size in blocks of 512. */
export function sysvSum(bytes: Uint8Array): PlainSum {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) >>> 0;
  const folded = (sum & 0xffff) + (sum >>> 16);
  return { value: (folded & 0xffff) + (folded >>> 16), size: Math.ceil(bytes.length / 512) };
}

let zipTable: Uint32Array | undefined;

/** CRC-32 as gzip and zip have it. */
export function crc32(bytes: Uint8Array): number {
  zipTable ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (zipTable[(crc ^ byte) & 255] ?? 0);
  return ~crc >>> 0;
}
