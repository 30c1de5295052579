import { Emitter } from '../base/index.ts';
import { decodeFrame, encodeFrame } from './frame.ts';
import type { ErrorData } from './errors.ts';
import type { Message, Transport } from './rpc.ts';

/** What a page's WebSocket and that of the package `ws` have in common. */
export interface SocketLike {
  binaryType: string;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: (event: never) => void): void;
}

/** Why a side closed the socket, as its status code (of the range for applications). */
export const closeCodes = {
  /** Another page has the hosts now. */
  taken: 4001,
  /** What came is not of the protocol. */
  malformed: 4002,
  /** The server ends. */
  ending: 4003,
} as const;

/** The code of the error that a transport over a socket closes with: the connection was lost, another page has the hosts. */
export const connectionLost = 'connection-lost';
export const connectionTaken = 'connection-taken';

/** A transport over an open WebSocket, for the asking side. It closes with `connection-lost` or `connection-taken`. */
export function socketTransport(socket: SocketLike): Transport {
  const messages = new Emitter<Message>();
  const closes = new Emitter<ErrorData>();
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }: { data: string | ArrayBuffer }) => messages.fire(decodeFrame(data)));
  socket.addEventListener('close', ({ code }: { code: number }) => closes.fire({ code: code === closeCodes.taken ? connectionTaken : connectionLost, message: `The connection to the server was closed (${code}).` }));
  return {
    send: (message) => socket.send(encodeFrame(message)),
    onMessage: messages.event,
    onClose: closes.event,
    dispose() {
      messages.dispose();
      closes.dispose();
      socket.close(1000);
    },
  };
}
