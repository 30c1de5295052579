import { concatBytes } from '../../../base/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { bytesOf, reason, textOf } from '../../program/index.ts';
import type { Connection } from './connection.ts';
import type { Deadline } from './deadline.ts';
import { CurlError } from './error.ts';
import type { ResponseSink } from './exchange.ts';
import type { TransferParts } from './transfer-parts.ts';
import type { CurlUrl } from './url.ts';
import { percentDecode } from './url-encoding.ts';

/** Talks over a connection that is not for HTTP: telnet, dict, gopher. Throws CurlError 4 for others, which are not part of the sandbox. */
export async function otherProtocol({ settings, trace }: TransferParts, url: CurlUrl, connection: Connection, deadline: Deadline, sink: Pick<ResponseSink, 'body'>): Promise<void> {
  const { stream, reader } = connection;
  const { io } = settings.global;
  const receive = async (): Promise<void> => {
    for (;;) {
      const bytes = await deadline.race(reader.read(), 'transfer', () => stream.close());
      if (bytes.length === 0) {
        if (url.scheme !== 'telnet') trace.info('abort upload');
        if (url.scheme !== 'telnet') trace.data(false, bytes);
        break;
      }
      trace.data(false, bytes);
      await sink.body(url.scheme === 'telnet' ? withoutCommands(bytes) : bytes);
      await io.flush();
    }
  };
  const send = async (bytes: Uint8Array): Promise<void> => {
    trace.data(true, bytes);
    await stream.write(bytes);
  };
  try {
    if (url.scheme === 'telnet') {
      const typing = (async (): Promise<void> => {
        for (;;) {
          const bytes = await io.process.read(0);
          if (bytes.length === 0) return;
          await send(bytes);
        }
      })();
      typing.catch(() => undefined);
      await receive();
    } else if (url.scheme === 'gopher') {
      await send(concatBytes([percentDecode(`${url.path.slice(2)}${url.query === undefined ? '' : `?${url.query}`}`).map((byte) => (byte === 63 ? 9 : byte)), bytesOf('\r\n')]));
      await receive();
    } else if (url.scheme === 'dict') {
      await send(bytesOf(dictCommands(textOf(percentDecode(url.path.slice(1))))));
      await receive();
    } else throw new CurlError(4, `${url.scheme}: not part of this sandbox`);
  } catch (error) {
    if (isSystemError(error)) throw new CurlError(56, `Recv failure: ${reason(error)}`);
    throw error;
  } finally {
    trace.info(`shutting down connection #${connection.id}`);
    stream.close();
  }
}

/** RFC 2229: a definition (d, define, lookup), a match (m, match, find), or a command with colons for spaces. */
function dictCommands(path: string): string {
  const [, kind = '', rest = ''] = /^(d|define|lookup|m|match|find):([^]*)$/i.exec(path) ?? [];
  if (kind === '') return `CLIENT libcurl 8.14.1\r\n${path.replaceAll(':', ' ')}\r\nQUIT\r\n`;
  const [word = '', base = '', strategy = ''] = rest.split(':');
  if (/^[dl]/i.test(kind)) return `CLIENT libcurl 8.14.1\r\nDEFINE ${base || '!'} ${word || 'default'}\r\nQUIT\r\n`;
  return `CLIENT libcurl 8.14.1\r\nMATCH ${base || '!'} ${strategy || '.'} ${word || 'default'}\r\nQUIT\r\n`;
}

/** Telnet's commands (RFC 854) taken out. */
function withoutCommands(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 255) kept.push(bytes[at] ?? 0);
    else if (bytes[at + 1] === 255) kept.push(bytes[++at] ?? 0);
    else at += (bytes[at + 1] ?? 0) >= 251 ? 2 : 1;
  }
  return Uint8Array.from(kept);
}
