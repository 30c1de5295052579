import { describe, expect, test } from 'vitest';
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
    expect(messages.filter(({ flags }) => flags.includes('FIN')).map(({ note }) => note)).toEqual(['fin', 'finAck']);
    expect(messages.at(-1)?.note).toBe('lastAck');
  });

  test('through docker-proxy there are two, and a refused one is a SYN and a RST', async () => {
    const { list } = await connectionsOf(web, 'curl -s http://127.0.0.1:8080/hostname; curl -s http://127.0.0.1:8099/');
    expect(list.map(({ program, server }) => [program, server])).toEqual([['curl', '127.0.0.1:8099'], ['docker-proxy', '172.17.0.2:80'], ['curl', '127.0.0.1:8080']]);
    expect(list[0] && conversationOf(list[0]).messages.map(({ note }) => note)).toEqual(['syn', 'reset']);
  });

  test('what is lost is there, and what goes again', async () => {
    const { list } = await connectionsOf(`${web}; tc qdisc add dev docker0 root netem loss 40%`, "curl -s -m 20 http://$(docker inspect -f '{{.NetworkSettings.IPAddress}}' web)/services > /dev/null; true");
    const messages = list.flatMap((connection) => conversationOf(connection).messages);
    const lost = messages.filter((message) => message.lost);
    const again = messages.filter(({ note }) => note === 'retransmitTimeout' || note === 'retransmitFast');
    expect(lost.length > 0).toBe(again.length > 0);
  });
});
