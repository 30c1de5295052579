import { HttpSyntaxError, type HeaderLine } from '../http/index.ts';
import { concatBytes, decodeUtf8, encodeUtf8 } from '../index.ts';
import { decodeHuffman } from './huffman.ts';

/** The static table: RFC 7541, appendix A. */
const staticTable: readonly HeaderLine[] = (
  ':authority|:method=GET|:method=POST|:path=/|:path=/index.html|:scheme=http|:scheme=https|:status=200|:status=204|:status=206|:status=304|:status=400|:status=404|:status=500|accept-charset|accept-encoding=gzip, deflate|accept-language|accept-ranges|accept|' +
  'access-control-allow-origin|age|allow|authorization|cache-control|content-disposition|content-encoding|content-language|content-length|content-location|content-range|content-type|cookie|date|etag|expect|expires|from|host|if-match|if-modified-since|' +
  'if-none-match|if-range|if-unmodified-since|last-modified|link|location|max-forwards|proxy-authenticate|proxy-authorization|range|referer|refresh|retry-after|server|set-cookie|strict-transport-security|transfer-encoding|user-agent|vary|via|www-authenticate'
).split('|').map((entry) => {
  const equals = entry.indexOf('=');
  return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
});

const entrySize = ([name, value]: HeaderLine): number => encodeUtf8(name).length + encodeUtf8(value).length + 32;

/** Reads header blocks of one connection, with the table that they build up: RFC 7541. */
export class HpackDecoder {
  #dynamic: HeaderLine[] = [];
  #size = 0;
  #limit = 4096;

  decode(block: Uint8Array): HeaderLine[] {
    const lines: HeaderLine[] = [];
    let at = 0;
    const byte = (): number => {
      const value = block[at++];
      if (value === undefined) throw new HttpSyntaxError('truncated header block');
      return value;
    };
    const integer = (first: number, bits: number): number => {
      const full = 2 ** bits - 1;
      let value = first & full;
      if (value < full) return value;
      for (let shift = 1; ; shift *= 128) {
        const next = byte();
        value += (next & 127) * shift;
        if (next < 128) return value;
        if (shift > 2 ** 28) throw new HttpSyntaxError('header integer too long');
      }
    };
    const text = (): string => {
      const first = byte();
      const length = integer(first, 7);
      if (at + length > block.length) throw new HttpSyntaxError('truncated header block');
      at += length;
      const raw = block.subarray(at - length, at);
      return decodeUtf8(first >= 128 ? decodeHuffman(raw) : raw);
    };
    while (at < block.length) {
      const first = byte();
      if (first >= 128) lines.push(this.#entry(integer(first, 7)));
      else if (first >= 64) {
        const index = integer(first, 6);
        const name = index === 0 ? text() : this.#entry(index)[0];
        const line: HeaderLine = [name, text()];
        this.#add(line);
        lines.push(line);
      } else if (first >= 32) this.#resize(integer(first, 5));
      else {
        const index = integer(first, 4);
        const name = index === 0 ? text() : this.#entry(index)[0];
        lines.push([name, text()]);
      }
    }
    return lines;
  }

  #entry(index: number): HeaderLine {
    const entry = index <= staticTable.length ? staticTable[index - 1] : this.#dynamic[index - staticTable.length - 1];
    if (!entry) throw new HttpSyntaxError('no such header');
    return entry;
  }

  #add(line: HeaderLine): void {
    this.#dynamic.unshift(line);
    this.#size += entrySize(line);
    this.#evict();
  }

  #resize(limit: number): void {
    if (limit > 4096) throw new HttpSyntaxError('header table too large');
    this.#limit = limit;
    this.#evict();
  }

  #evict(): void {
    while (this.#size > this.#limit) {
      const gone = this.#dynamic.pop();
      if (!gone) return;
      this.#size -= entrySize(gone);
    }
  }
}

function encodeInteger(prefix: number, bits: number, value: number): Uint8Array {
  const full = 2 ** bits - 1;
  if (value < full) return Uint8Array.of(prefix | value);
  const bytes = [prefix | full];
  let rest = value - full;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

function encodeText(text: string): Uint8Array {
  const bytes = encodeUtf8(text);
  return concatBytes([encodeInteger(0, 7, bytes.length), bytes]);
}

/** A header block that needs no table of its own: what the static table has by number, all else as literals. */
export function encodeHeaders(lines: readonly HeaderLine[]): Uint8Array {
  return concatBytes(lines.flatMap(([name, value]) => {
    const whole = staticTable.findIndex((entry) => entry[0] === name && entry[1] === value && value !== '');
    if (whole >= 0) return [encodeInteger(128, 7, whole + 1)];
    const known = staticTable.findIndex((entry) => entry[0] === name);
    return known >= 0 ? [encodeInteger(0, 4, known + 1), encodeText(value)] : [Uint8Array.of(0), encodeText(name), encodeText(value)];
  }));
}
