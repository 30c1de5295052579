import { DnsReader, DnsWriter } from './name.ts';
import { readRecordData, writeRecordData } from './record-data.ts';
import { dnsTypes } from './type-names.ts';

/** What is asked; the name has its final dot. */
export interface DnsQuestion {
  name: string;
  type: number;
}

/** One record; `data` as zone files and dig write it: `10 mail.test.`. */
export interface DnsRecord {
  name: string;
  type: number;
  /** Seconds. */
  ttl: number;
  data: string;
}

/** A message of RFC 1035. */
export interface DnsMessage {
  id: number;
  response: boolean;
  authoritative: boolean;
  truncated: boolean;
  recursionDesired: boolean;
  recursionAvailable: boolean;
  authenticData: boolean;
  code: number;
  questions: DnsQuestion[];
  answers: DnsRecord[];
  authorities: DnsRecord[];
  additionals: DnsRecord[];
  /** EDNS (RFC 6891): the size of datagrams that the sender takes; undefined without. */
  udpSize: number | undefined;
  /** Bytes of the COOKIE option (RFC 7873). */
  cookie: Uint8Array | undefined;
}

const cookieOption = 10;

/** A message with nothing in it; `parts` over it. */
export function dnsMessage(parts: Partial<DnsMessage>): DnsMessage {
  return {
    id: 0, response: false, authoritative: false, truncated: false, recursionDesired: true, recursionAvailable: false, authenticData: false, code: 0,
    questions: [], answers: [], authorities: [], additionals: [], udpSize: undefined, cookie: undefined, ...parts,
  };
}

/** A message as it travels in a datagram. */
export function encodeDns(message: DnsMessage): Uint8Array {
  const { id, questions, answers, authorities, additionals, udpSize, cookie } = message;
  const writer = new DnsWriter();
  const flag = (on: boolean, bit: number): number => (on ? 1 << bit : 0);
  writer.u16(id);
  writer.u16(flag(message.response, 15) | flag(message.authoritative, 10) | flag(message.truncated, 9) | flag(message.recursionDesired, 8) | flag(message.recursionAvailable, 7) | flag(message.authenticData, 5) | message.code);
  for (const count of [questions.length, answers.length, authorities.length, additionals.length + (udpSize === undefined ? 0 : 1)]) writer.u16(count);
  for (const { name, type } of questions) {
    writer.name(name);
    writer.u16(type);
    writer.u16(1);
  }
  for (const { name, type, ttl, data } of [...answers, ...authorities, ...additionals]) {
    writer.name(name);
    writer.u16(type);
    writer.u16(1);
    writer.u32(ttl);
    const start = writer.length;
    writer.u16(0);
    writeRecordData(writer, type, data);
    writer.patchLength(start);
  }
  if (udpSize !== undefined) {
    writer.u8(0);
    writer.u16(dnsTypes['OPT'] ?? 0);
    writer.u16(udpSize);
    writer.u32(0);
    writer.u16(cookie ? cookie.length + 4 : 0);
    if (cookie) {
      writer.u16(cookieOption);
      writer.u16(cookie.length);
      writer.raw(cookie);
    }
  }
  return writer.bytes;
}

/** Reads a message; undefined for bytes that are none. */
export function decodeDns(bytes: Uint8Array): DnsMessage | undefined {
  try {
    return read(new DnsReader(bytes));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function read(reader: DnsReader): DnsMessage {
  const [id, flags, asked = 0, ...counts] = [reader.u16(), reader.u16(), reader.u16(), reader.u16(), reader.u16(), reader.u16()];
  const flag = (bit: number): boolean => ((flags >> bit) & 1) === 1;
  const message = dnsMessage({
    id, response: flag(15), authoritative: flag(10), truncated: flag(9), recursionDesired: flag(8), recursionAvailable: flag(7), authenticData: flag(5), code: flags & 15,
  });
  for (let i = 0; i < asked; i++) {
    message.questions.push({ name: reader.name(), type: reader.u16() });
    reader.u16();
  }
  for (const [index, section] of [message.answers, message.authorities, message.additionals].entries()) {
    for (let i = counts[index] ?? 0; i > 0; i--) readRecord(reader, message, section);
  }
  return message;
}

function readRecord(reader: DnsReader, message: DnsMessage, section: DnsRecord[]): void {
  const [name, type, second, ttl, length] = [reader.name(), reader.u16(), reader.u16(), reader.u32(), reader.u16()];
  const end = reader.at + length;
  if (type === dnsTypes['OPT']) {
    message.udpSize = second;
    while (reader.at < end) {
      const option = reader.u16();
      const value = reader.take(reader.u16());
      if (option === cookieOption) message.cookie = value.slice();
    }
  } else section.push({ name, type, ttl, data: readRecordData(reader, type, length) });
  reader.at = end;
}
