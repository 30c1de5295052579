import { createSocket } from 'node:dgram';

/** Codes of RFC 1035. */
const typeA = 1;
const typeAaaa = 28;
const nameError = 3;

/** Answers a query: names that `addressOf` knows with theirs, all others with "no such name". Undefined for what is no query. */
export function answerQuery(query: Buffer, addressOf: (name: string) => string | undefined): Buffer | undefined {
  if (query.length < 17 || (query.readUInt16BE(2) & 0x8000) !== 0 || query.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length !== 0; length = query[at] ?? 0) {
    if (length > 63 || at + 1 + length >= query.length) return undefined;
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const end = at + 5;
  if (end > query.length) return undefined;
  const type = query.readUInt16BE(at + 1);
  const address = addressOf(labels.join('.').toLowerCase());
  const answers = address && type === typeA ? 1 : 0;
  const known = address && (type === typeA || type === typeAaaa);

  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  // A response, authoritative, recursion as desired and available.
  header.writeUInt16BE(0x8480 | (query.readUInt16BE(2) & 0x0100) | (known ? 0 : nameError), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answers, 6);
  const record = Buffer.alloc(answers ? 16 : 0);
  if (address && answers) {
    // The name is the question's, at offset 12; class IN, a minute to live, four bytes.
    record.write('c00c000100010000003c0004', 'hex');
    address.split('.').forEach((part, index) => record.writeUInt8(Number(part), 12 + index));
  }
  return Buffer.concat([header, query.subarray(12, end), record]);
}

/** Serves names over UDP; what they are may depend on who asks. */
export function serveNames(addressOf: (name: string, client: string) => string | undefined, port = 53): Promise<void> {
  const socket = createSocket('udp4');
  socket.on('message', (query, peer) => {
    const answer = answerQuery(query, (name) => addressOf(name, peer.address));
    if (answer) socket.send(answer, peer.port, peer.address);
  });
  return new Promise((resolve, reject) => socket.once('error', reject).bind(port, '0.0.0.0', resolve));
}
