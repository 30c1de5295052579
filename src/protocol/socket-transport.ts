import { Emitter } from '../base/index.ts';
import { decodeFrame, encodeFrame } from './frame.ts';
import type { ErrorData } from './errors.ts';
import type { Message, Transport } from './rpc.ts';

/** What a page's WebSocket and that of the package `ws` have in common. */
export interface SocketLike {
  binaryType: string;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: (event: unknown) => void): void;
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
const connectionLost = 'connection-lost';
const connectionTaken = 'connection-taken';

/** What the end of a socket means to who asks over it. */
export function closeError(event: unknown): ErrorData {
  const { code } = event as { code: number };
  return { code: code === closeCodes.taken ? connectionTaken : connectionLost, message: `The connection to the server was closed (${code}).` };
}

/** A transport over an open WebSocket, for the asking side. It closes with `connection-lost` or `connection-taken`. */
export function socketTransport(socket: SocketLike): Transport {
  const messages = new Emitter<Message>();
  const closes = new Emitter<ErrorData>();
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', (event) => messages.fire(decodeFrame((event as { data: string | ArrayBuffer }).data)));
  socket.addEventListener('close', (event) => closes.fire(closeError(event)));
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
