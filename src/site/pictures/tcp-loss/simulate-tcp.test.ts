import { describe, expect, test } from 'vitest';
import { pieces } from './conversation.ts';
import { losses, pieceCount, pieceSize, simulateTcp, simulateUdp } from './simulate-tcp.ts';

const short = (loss: (typeof losses)[number]): string[] => simulateTcp(loss).messages.map(({ from, flags, sequence, acknowledgment, length, note, lost, waited, duplicates }) =>
  [from[0], flags.join('+'), length > 0 ? `${sequence}:${sequence + length}` : sequence, acknowledgment ?? '-', note, lost && 'lost', waited, duplicates && `dup${duplicates}`].filter((part) => part !== false && part !== undefined).join(' '));

describe('a TCP conversation', () => {
  test('without a loss', () => {
    expect(short('none')).toEqual([
      'c SYN 0 - syn', 's SYN+ACK 0 1 synAck', 'c ACK 1 1 open', 'c PSH+ACK 1:75 1 request',
      's ACK 1:1001 75 data', 's ACK 1001:2001 75 data', 's ACK 2001:3001 75 data', 'c ACK 75 1001 ack', 's ACK 3001:4001 75 data', 'c ACK 75 2001 ack', 's PSH+ACK 4001:5001 75 data', 'c ACK 75 3001 ack', 'c ACK 75 4001 ack', 'c ACK 75 5001 ack',
      's FIN+ACK 5001 75 fin', 'c FIN+ACK 75 5002 finAck', 's ACK 5002 76 lastAck',
    ]);
  });

  test('three duplicate acknowledgements bring the second segment again at once, and then all is there', () => {
    const said = short('data-2');
    expect(said.filter((line) => line.includes('dup'))).toEqual(['c ACK 75 1001 ackDuplicate dup1', 'c ACK 75 1001 ackDuplicate dup2', 'c ACK 75 1001 ackDuplicate dup3']);
    expect(said).toContain('s ACK 1001:2001 75 data lost');
    expect(said).toContain('s ACK 1001:2001 75 retransmitFast');
    expect(said).toContain('c ACK 75 5001 ackFilled');
    expect(said.join()).not.toContain('retransmitTimeout');
  });

  test('with fewer than three the timer decides', () => {
    expect(short('data-4').filter((line) => /dup|retransmit/.test(line))).toEqual(['c ACK 75 3001 ackDuplicate dup1', 's ACK 3001:4001 75 retransmitTimeout 200']);
    expect(short('data-5').filter((line) => /dup|retransmit/.test(line))).toEqual(['s PSH+ACK 4001:5001 75 retransmitTimeout 200']);
  });

  test('a lost acknowledgement is made up by the next; after the last one the data comes twice', () => {
    expect(short('ack-2').filter((line) => /retransmit|Duplicate/.test(line))).toEqual([]);
    expect(short('ack-5').filter((line) => /retransmit|Duplicate/.test(line))).toEqual(['s PSH+ACK 4001:5001 75 retransmitTimeout 200', 'c ACK 75 5001 ackDuplicate dup1']);
  });

  test('SYN waits a second, the request and FIN 200 ms', () => {
    expect(short('syn').slice(0, 2)).toEqual(['c SYN 0 - syn lost', 'c SYN 0 - retransmitTimeout 1000']);
    expect(short('request').filter((line) => line.includes('retransmit'))).toEqual(['c PSH+ACK 1:75 1 retransmitTimeout 200']);
    expect(short('fin').filter((line) => line.includes('retransmit'))).toEqual(['s FIN+ACK 5001 75 retransmitTimeout 200']);
  });

  test.each(losses)('%s lost: every byte arrives once and in order; over UDP not', (loss) => {
    const tcp = simulateTcp(loss);
    const udp = simulateUdp(loss);
    expect(tcp.messages.filter(({ lost }) => lost)).toHaveLength(loss === 'none' ? 0 : 1);
    expect(tcp.messages.at(-1)?.note).toBe('lastAck');
    expect(pieces(tcp, tcp.messages.length, 'server', pieceCount, pieceSize, true)).toEqual(Array(pieceCount).fill('delivered'));
    const there = pieces(udp, udp.messages.length, 'server', pieceCount, pieceSize, false).filter((piece) => piece === 'delivered').length;
    expect(there).toBe(loss === 'request' ? 0 : loss.startsWith('data') ? pieceCount - 1 : pieceCount);
    // Nothing is drawn before what it follows from, nor in one line with its neighbour.
    for (const [index, message] of tcp.messages.entries()) expect(message.sent).toBeGreaterThanOrEqual(tcp.messages[index - 1]?.sent ?? 0);
  });

  test('what came ahead waits until the gap is filled', () => {
    const tcp = simulateTcp('data-1');
    const again = tcp.messages.findIndex(({ note }) => note === 'retransmitFast');
    expect(pieces(tcp, again, 'server', pieceCount, pieceSize, true)).toEqual(['missing', 'waiting', 'waiting', 'waiting', 'waiting']);
    expect(pieces(tcp, again + 1, 'server', pieceCount, pieceSize, true)).toEqual(Array(pieceCount).fill('delivered'));
  });
});
