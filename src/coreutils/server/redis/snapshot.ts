import { concatBytes } from '../../../base/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { asciiBytes, binaryOf } from './binary.ts';
import type { Entry } from './database.ts';
import type { Server } from './session.ts';

/** Marks of the RDB format, version 9; real Redis reads what is written here. */
const mark = { milliseconds: 0xfc, auxiliary: 0xfa, sizes: 0xfb, select: 0xfe, end: 0xff } as const;
const types = { string: 0, list: 1, set: 2, hash: 4, zset: 5 } as const;

/** What is not a snapshot, or one of a kind that is not read here. */
export class SnapshotFailure extends Error {}

function length(value: number): Uint8Array {
  if (value < 64) return Uint8Array.of(value);
  if (value < 16384) return Uint8Array.of(0x40 | (value >> 8), value & 255);
  const bytes = new Uint8Array(5);
  bytes[0] = 0x80;
  new DataView(bytes.buffer).setUint32(1, value);
  return bytes;
}

const text = (value: string): Uint8Array => concatBytes([length(value.length), asciiBytes(value)]);

function double(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return bytes;
}

function body({ kind, value }: Entry): Uint8Array[] {
  if (kind === 'string') return [text(value)];
  if (kind === 'list') return [length(value.length), ...value.map(text)];
  if (kind === 'set') return [length(value.size), ...[...value].map(text)];
  if (kind === 'hash') return [length(value.size), ...[...value].flat().map(text)];
  return [length(value.size), ...[...value].flatMap(([member, score]) => [text(member), double(score)])];
}

/** The databases in the RDB format, without checksum. */
export function encodeSnapshot(server: Server): Uint8Array {
  const parts: Uint8Array[] = [asciiBytes('REDIS0009')];
  const auxiliary: readonly [string, string][] = [['redis-ver', server.version], ['redis-bits', '64'], ['ctime', String(Math.floor(server.now() / 1000))], ['used-mem', '1048576'], ['aof-base', '0']];
  for (const [name, value] of auxiliary) parts.push(Uint8Array.of(mark.auxiliary), text(name), text(value));
  for (const [index, database] of server.databases.entries()) {
    const entries = database.entries();
    if (entries.length === 0) continue;
    parts.push(Uint8Array.of(mark.select), length(index), Uint8Array.of(mark.sizes), length(entries.length), length(entries.filter(([, entry]) => entry.expires !== undefined).length));
    for (const [key, entry] of entries) {
      if (entry.expires !== undefined) {
        const when = new Uint8Array(9);
        when[0] = mark.milliseconds;
        new DataView(when.buffer).setBigUint64(1, BigInt(Math.floor(entry.expires)), true);
        parts.push(when);
      }
      parts.push(Uint8Array.of(types[entry.kind]), text(key), ...body(entry));
    }
  }
  parts.push(Uint8Array.of(mark.end), new Uint8Array(8));
  return concatBytes(parts);
}

class SnapshotReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 9;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!/^REDIS\d{4}$/.test(binaryOf(bytes.subarray(0, 9)))) throw new SnapshotFailure('Wrong signature trying to load DB from file');
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new SnapshotFailure('Unexpected EOF reading RDB file');
    return value;
  }

  length(): number {
    const first = this.byte();
    if (first >> 6 === 0) return first;
    if (first >> 6 === 1) return ((first & 63) << 8) | this.byte();
    if (first === 0x80) return this.#view.getUint32((this.#at += 4) - 4);
    throw new SnapshotFailure(`length of an unknown form ${first}`);
  }

  text(): string {
    const first = this.#bytes[this.#at] ?? 0;
    if (first >> 6 === 3) {
      // A number in place of its digits.
      this.#at++;
      if (first === 0xc0) return String(this.#view.getInt8(this.#at++));
      if (first === 0xc1) return String(this.#view.getInt16((this.#at += 2) - 2, true));
      if (first === 0xc2) return String(this.#view.getInt32((this.#at += 4) - 4, true));
      throw new SnapshotFailure('compressed texts are not read here');
    }
    const size = this.length();
    const value = binaryOf(this.#bytes.subarray(this.#at, this.#at + size));
    this.#at += size;
    return value;
  }

  double(): number {
    return this.#view.getFloat64((this.#at += 8) - 8, true);
  }

  milliseconds(): number {
    return Number(this.#view.getBigUint64((this.#at += 8) - 8, true));
  }
}

function entryOf(reader: SnapshotReader, type: number, expires: number | undefined): Entry {
  const many = <T>(read: () => T): T[] => Array.from({ length: reader.length() }, read);
  switch (type) {
    case types.string:
      return { kind: 'string', value: reader.text(), expires };
    case types.list:
      return { kind: 'list', value: many(() => reader.text()), expires };
    case types.set:
      return { kind: 'set', value: new Set(many(() => reader.text())), expires };
    case types.hash:
      return { kind: 'hash', value: new Map(many((): [string, string] => [reader.text(), reader.text()])), expires };
    case types.zset:
      return { kind: 'zset', value: new Map(many((): [string, number] => [reader.text(), reader.double()])), expires };
    default:
      throw new SnapshotFailure(`values of type ${type} are not read here`);
  }
}

/** Puts what a snapshot holds into the databases; keys whose time has come are left out. Gives the numbers of keys loaded and left out. Throws SnapshotFailure. */
export function decodeSnapshot(server: Server, bytes: Uint8Array): { loaded: number; expired: number } {
  const reader = new SnapshotReader(bytes);
  let database = server.database(0);
  let expires: number | undefined;
  let [loaded, expired] = [0, 0];
  for (;;) {
    const type = reader.byte();
    if (type === mark.end) return { loaded, expired };
    if (type === mark.auxiliary) {
      reader.text();
      reader.text();
    }
    else if (type === mark.select) database = server.database(reader.length());
    else if (type === mark.sizes) {
      reader.length();
      reader.length();
    }
    else if (type === mark.milliseconds) expires = reader.milliseconds();
    else {
      const key = reader.text();
      const entry = entryOf(reader, type, expires);
      if (expires !== undefined && expires <= server.now()) expired++;
      else {
        database.set(key, entry);
        loaded++;
      }
      expires = undefined;
    }
  }
}

/** Writes the snapshot to its file, whole or not at all. */
export function writeSnapshot(server: Server): void {
  const path = server.configuration.get('dbfilename');
  const whole = `temp-${server.process.pid}.rdb`;
  server.process.writeFile(whole, encodeSnapshot(server));
  server.process.rename(whole, path);
}

/** Reads the snapshot's file, when there is one, and tells the log. */
export async function readSnapshot(server: Server): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = server.process.readFile(server.configuration.get('dbfilename'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  const { loaded, expired } = decodeSnapshot(server, bytes);
  await server.logFile.write('*', `Loading RDB produced by version ${server.version}`, `Done loading RDB, keys loaded: ${loaded}, keys expired: ${expired}.`, 'DB loaded from disk: 0.000 seconds');
}
