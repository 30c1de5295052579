import { expect, it } from 'vitest';
import { createStreamPair, decodeUtf8, encodeUtf8 } from '../../../base/index.ts';
import { acceptKey, webSocketStream } from './web-socket-stream.ts';

it('answers the key of the example in RFC 6455', () => {
  expect(acceptKey('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
});

it('reads what a client masks, answers pings, and writes binary frames', async () => {
  const [client, server] = createStreamPair();
  const stream = webSocketStream(server);
  // "Hello", masked, as RFC 6455 has it; before it a ping.
  await client.write(new Uint8Array([0x89, 0x80, 1, 2, 3, 4, 0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58]));
  expect(decodeUtf8(await stream.read())).toBe('Hello');
  expect([...await client.read()]).toEqual([0x8a, 0]);
  await stream.write(encodeUtf8('x'.repeat(300)));
  expect([...(await client.read()).subarray(0, 5)]).toEqual([0x82, 126, 1, 44, 120]);
});

it('answers a close and ends', async () => {
  const [client, server] = createStreamPair();
  const stream = webSocketStream(server);
  await client.write(new Uint8Array([0x88, 0x80, 0, 0, 0, 0]));
  expect((await stream.read()).length).toBe(0);
  expect([...await client.read()]).toEqual([0x88, 2, 3, 0xe8]);
  expect((await client.read()).length).toBe(0);
});
