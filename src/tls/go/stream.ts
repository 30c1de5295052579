import type { ByteStream } from '../../base/index.ts';
import { isTlsError, type TlsError } from '../alert.ts';

/** The stream of a client's connection, whose failures become what `wrap` makes of them. */
export function goStream(stream: ByteStream, wrap: (error: TlsError) => Error): ByteStream {
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw isTlsError(error) ? wrap(error) : error;
    }
  };
  return {
    read: (max) => guard(stream.read(max)),
    async write(bytes) {
      try {
        await guard(stream.write(bytes));
      } catch (error) {
        // A server that refused our certificate has said why before it left.
        await guard(stream.read());
        throw error;
      }
    },
    closeWrite: () => stream.closeWrite(),
    close: () => stream.close(),
  };
}
