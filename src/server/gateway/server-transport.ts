import type { WebSocket } from 'ws';
import { Emitter } from '../../base/index.ts';
import { closeCodes, decodeFrame, encodeFrame, type ErrorData, type Message, type Transport } from '../../protocol/index.ts';

/** Bytes that may wait to be sent to a page before who sends more is asked to wait. */
const highWater = 2 ** 20;

/** A transport over an open WebSocket, for the answering side. What is not of the protocol closes it. */
export function serverTransport(socket: WebSocket): Transport {
  const messages = new Emitter<Message>();
  const closes = new Emitter<ErrorData>();
  socket.on('message', (data: Buffer, isBinary) => {
    let message: Message;
    try {
      message = decodeFrame(isBinary ? data : data.toString());
    } catch {
      return socket.close(closeCodes.malformed);
    }
    return messages.fire(message);
  });
  socket.on('close', (code) => closes.fire({ code: 'connection-lost', message: `closed with ${code}` }));
  return {
    send(message) {
      if (socket.readyState !== socket.OPEN) return undefined;
      const { promise, resolve } = Promise.withResolvers<void>();
      socket.send(encodeFrame(message), () => resolve());
      return socket.bufferedAmount > highWater ? promise : undefined;
    },
    onMessage: messages.event,
    onClose: closes.event,
    dispose() {
      messages.dispose();
      closes.dispose();
      socket.close(1000);
    },
  };
}
