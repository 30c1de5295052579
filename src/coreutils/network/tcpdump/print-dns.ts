import { decodeUtf8 } from '../../../base/index.ts';

const types: Readonly<Record<number, string>> = { 1: 'A', 2: 'NS', 5: 'CNAME', 6: 'SOA', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA', 33: 'SRV', 255: 'ANY' };
const codes = ['', ' FormErr', ' ServFail', ' NXDomain', ' NotImp', ' Refused'];

/** A DNS message as tcpdump shows it; undefined when the bytes are none. */
export function printDns(bytes: Uint8Array): string | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const flags = view.getUint16(2);
  const [questions = 0, answers = 0, authorities = 0, additional = 0] = [4, 6, 8, 10].map((at) => view.getUint16(at));
  try {
    const question = readName(bytes, 12);
    const type = view.getUint16(question.end);
    const asked = `${types[type] ?? `Type${type}`}? ${question.name}.`;
    if ((flags & 0x8000) === 0) return `${view.getUint16(0)}${(flags & 0x0100) === 0 ? '' : '+'}${additional > 0 ? ' [1au]' : ''} ${asked}`;
    let at = question.end + 4;
    const shown: string[] = [];
    for (let i = 0; i < answers && questions === 1; i++) {
      at = readName(bytes, at).end;
      const kind = view.getUint16(at);
      const length = view.getUint16(at + 8);
      shown.push(answer(bytes, kind, at + 10));
      at += 10 + length;
    }
    const code = codes[flags & 15] ?? '';
    return `${view.getUint16(0)}${code}${(flags & 0x0400) === 0 ? '' : '*'} ${answers}/${authorities}/${additional} ${shown.join(', ')}`.trimEnd();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function answer(bytes: Uint8Array, type: number, at: number): string {
  if (type === 1) return `A ${bytes.subarray(at, at + 4).join('.')}`;
  if (type === 2 || type === 5 || type === 12) return `${types[type]} ${readName(bytes, at).name}.`;
  if (type === 15) return `MX ${readName(bytes, at + 2).name}. ${((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)}`;
  if (type === 16) return `TXT "${decodeUtf8(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)))}"`;
  if (type === 28) return `AAAA ${Array.from({ length: 8 }, (_, i) => (((bytes[at + i * 2] ?? 0) << 8) | (bytes[at + i * 2 + 1] ?? 0)).toString(16)).join(':').replace(/(?:^|:)0(?::0)+(?::|$)/, '::')}`;
  return types[type] ?? `Type${type}`;
}

function readName(bytes: Uint8Array, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let end = -1;
  for (let at = start, jumps = 0; jumps < 32; ) {
    const length = bytes[at];
    if (length === undefined) throw new RangeError('a name beyond the message');
    if (length === 0) return { name: labels.join('.'), end: end < 0 ? at + 1 : end };
    if ((length & 0xc0) === 0xc0) {
      if (end < 0) end = at + 2;
      at = ((length & 0x3f) << 8) | (bytes[at + 1] ?? 0);
      jumps++;
    } else {
      labels.push(decodeUtf8(bytes.subarray(at + 1, at + 1 + length)));
      at += 1 + length;
    }
  }
  throw new RangeError('a name that points to itself');
}
