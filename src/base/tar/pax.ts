import { concatBytes, decodeUtf8, encodeUtf8 } from '../bytes.ts';
import { TarError } from './entry.ts';

/** Records of a PAX extended header. Values are bytes, because extended attributes are. */
export type PaxRecords = Map<string, Uint8Array>;

/** Prefix of the records that carry extended attributes. */
export const xattrPrefix = 'SCHILY.xattr.';

/** Reads the records of an extended header: `LENGTH KEY=VALUE\n`, over and over. */
export function decodePax(data: Uint8Array): PaxRecords {
  const records: PaxRecords = new Map();
  let offset = 0;
  while (offset < data.length) {
    const space = data.indexOf(0x20, offset);
    const length = space < 0 ? Number.NaN : Number(decodeUtf8(data.subarray(offset, space)));
    const equals = data.indexOf(0x3d, space);
    const end = offset + length;
    if (!Number.isInteger(length) || equals < 0 || equals >= end || end > data.length || data[end - 1] !== 0x0a) {
      throw new TarError('archive/tar: invalid tar header');
    }
    const key = decodeUtf8(data.subarray(space + 1, equals));
    const value = data.subarray(equals + 1, end - 1);
    if (key === 'GNU.sparse.offset' || key === 'GNU.sparse.numbytes') appendToSparseMap(records, value);
    else records.set(key, value);
    offset = end;
  }
  return records;
}

/** GNU 0.0 repeats two keys for each region; 0.1 lists the same numbers under one key. */
function appendToSparseMap(records: PaxRecords, value: Uint8Array): void {
  const map = records.get('GNU.sparse.map');
  records.set('GNU.sparse.map', map ? concatBytes([map, encodeUtf8(','), value]) : value);
}

/** Writes the records of an extended header, in the order of the map. */
export function encodePax(records: PaxRecords): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [key, value] of records) {
    const rest = encodeUtf8(` ${key}=`);
    const body = rest.length + value.length + 1;
    let length = body + String(body).length;
    if (length !== body + String(length).length) length = body + String(length).length;
    parts.push(encodeUtf8(String(length)), rest, value, encodeUtf8('\n'));
  }
  return concatBytes(parts);
}

/** The text of a record; undefined when there is none. */
export function paxText(records: PaxRecords, key: string): string | undefined {
  const value = records.get(key);
  return value === undefined ? undefined : decodeUtf8(value);
}

/** The number of a record; undefined when there is none. */
export function paxNumber(records: PaxRecords, key: string): number | undefined {
  const text = paxText(records, key);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw new TarError('archive/tar: invalid tar header');
  return value;
}
