import { describe, expect, test } from 'vitest';
import type { NetworkEvent } from '../../../backend/index.ts';
import { bootHost } from '../../../host/index.ts';
import { describePacket } from '../../../host/service/describe-packet.ts';
import { conversationOf } from '../tcp-loss/live-conversation.ts';
import { Connections } from './connection.ts';

/** The connections of a fresh sandbox host while a script runs there. */
async function connectionsOf(setup: string, script: string): Promise<Connections> {
  const host = await bootHost();
  try {
    await host.exec(setup, { user: 'root' });
    const connections = new Connections();
    const watched = host.kernel.network.onPacket((event) => void connections.add([describePacket(event)]));
    await host.exec(script, { user: 'root' });
    watched.dispose();
    return connections;
  } finally {
    await host.dispose();
  }
}

const web = 'docker run -d --name web -p 8080:80 busybox httpd -f -p 80 -h /etc; until docker exec web netstat -ltn | grep -q ":80 "; do sleep 0.1; done';

describe('the packets of a sandbox host as connections', () => {
  test('a request to a container: each packet once, as its client sees it', async () => {
    const { list } = await connectionsOf(web, "curl -s http://$(docker inspect -f '{{.NetworkSettings.IPAddress}}' web)/hostname");
    expect(list.map(({ program, server, ended }) => [program, server, ended])).toEqual([['curl', '172.17.0.2:80', true]]);
    const [connection] = list;
    if (!connection) throw new Error('no connection');
    expect(new Set(connection.segments.map(({ event }) => event.packet)).size).toBe(connection.segments.length);
    const request = connection.segments.find(({ event }) => event.dataLength > 0);
    expect(request).toMatchObject({ from: 'client', receiver: 'httpd', event: { application: { text: 'GET /hostname HTTP/1.1' } } });
    expect(request?.way[0]).toBe('docker0');
    const { messages } = conversationOf(connection);
    expect(messages.slice(0, 4).map(({ note, sequence, acknowledgment }) => [note, sequence, acknowledgment])).toEqual([['syn', 0, undefined], ['synAck', 0, 1], ['open', 1, 1], ['request', 1, 1]]);
    expect(messages.filter(({ note }) => note === 'lastAck')).toHaveLength(1);
    expect(messages.filter(({ flags }) => flags.includes('FIN')).map(({ note }) => note)).toEqual(['fin', 'finAck']);
    expect(messages.at(-1)?.note).toBe('lastAck');
  });

  test('through docker-proxy there are two, and a refused one is a SYN and a RST', async () => {
    const { list } = await connectionsOf(web, 'curl -s http://127.0.0.1:8080/hostname; curl -s http://127.0.0.1:8099/');
    expect(list.map(({ program, server }) => [program, server])).toEqual([['curl', '127.0.0.1:8099'], ['docker-proxy', '172.17.0.2:80'], ['curl', '127.0.0.1:8080']]);
    expect(list[0] && conversationOf(list[0]).messages.map(({ note }) => note)).toEqual(['syn', 'reset']);
  });

  test('what is lost is there, and what goes again, with the wait before it', () => {
    const event = (packet: number, kind: NetworkEvent['kind'], mine: boolean, time: number, tcp: { flags: string[]; sequence: number; acknowledgment: number }, dataLength = 0, retransmissionOf?: number): NetworkEvent => ({
      kind, time, packet, interface: 'eth0', namespace: 'host', protocol: 'tcp', sourceMac: '', destinationMac: '', length: 52 + dataLength, dataLength, data: new Uint8Array(),
      ...(mine ? { source: '10.0.2.15', sourcePort: 5000, destination: '10.0.2.16', destinationPort: 80 } : { source: '10.0.2.16', sourcePort: 80, destination: '10.0.2.15', destinationPort: 5000 }),
      tcp: { ...tcp, window: 64 }, ...(retransmissionOf !== undefined && { retransmissionOf }), ...(kind === 'drop' && { reason: 'loss' }),
    });
    const connections = new Connections();
    connections.add([
      event(1, 'out', true, 0, { flags: ['SYN'], sequence: 4294967295, acknowledgment: 0 }),
      event(2, 'in', false, 1, { flags: ['SYN', 'ACK'], sequence: 500, acknowledgment: 0 }),
      event(3, 'out', true, 2, { flags: ['ACK'], sequence: 0, acknowledgment: 501 }),
      event(4, 'out', true, 3, { flags: ['PSH', 'ACK'], sequence: 0, acknowledgment: 501 }, 10),
      event(4, 'drop', true, 3, { flags: ['PSH', 'ACK'], sequence: 0, acknowledgment: 501 }, 10),
      event(5, 'out', true, 4, { flags: ['PSH', 'ACK'], sequence: 10, acknowledgment: 501 }, 10),
      event(6, 'in', false, 5, { flags: ['ACK'], sequence: 501, acknowledgment: 0 }),
      event(7, 'out', true, 205, { flags: ['PSH', 'ACK'], sequence: 0, acknowledgment: 501 }, 10, 4),
      event(8, 'in', false, 206, { flags: ['RST'], sequence: 501, acknowledgment: 0 }),
    ]);
    const [connection] = connections.list;
    expect(connection).toMatchObject({ client: '10.0.2.15:5000', server: '10.0.2.16:80', ended: true });
    expect(connection && conversationOf(connection).messages.map(({ note, sequence, lost, waited }) => [note, sequence, lost, waited])).toEqual([
      ['syn', 0, false, undefined], ['synAck', 0, false, undefined], ['open', 1, false, undefined], ['request', 1, true, undefined], ['dataAhead', 11, false, undefined], ['ack', 1, false, undefined],
      ['retransmitTimeout', 1, false, 200], ['reset', 1, false, undefined],
    ]);
  });
});
