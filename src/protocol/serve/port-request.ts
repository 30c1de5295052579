import { type ByteStream, type Clock, concatBytes } from '../../base/index.ts';
import { type HttpClientResponse, HttpSyntaxError, requestHttp } from '../../base/http/index.ts';
import { ProtocolError } from '../errors.ts';
import { largestPortBody, portFailures, type PortRequest, type PortResponse } from '../messages.ts';

const usualTimeoutMs = 10_000;

/** Codes of a failed connect(2), read(2) or write(2), as kinds of failure. */
const failureOf: Readonly<Record<string, string>> = {
  ECONNREFUSED: portFailures.refused, EHOSTUNREACH: portFailures.refused, ENETUNREACH: portFailures.refused,
  ECONNRESET: portFailures.reset, EPIPE: portFailures.reset, ETIMEDOUT: portFailures.timeout,
};

function failure(code: string, { port, host }: PortRequest): ProtocolError {
  return new ProtocolError({ code, message: `port ${port}: ${code}`, data: { port, ...(host !== undefined && { host }) } });
}

/**
 * Sends a request over a connection that `connect` makes, and reads the whole answer. `name` is the host's, for the `Host` header. Failures of `connect` and of the stream are known by their
 * errno. Rejects with a code of `portFailures`; an error of another kind passes.
 */
export async function sendPortRequest(request: PortRequest, name: string, clock: Clock, connect: (timeoutMs: number) => Promise<ByteStream>): Promise<PortResponse> {
  const { timeoutMs = usualTimeoutMs } = request;
  const late = new AbortController();
  const timer = clock.setTimeout(() => late.abort(failure(portFailures.timeout, request)), timeoutMs);
  const ended = new Promise<never>((_resolve, reject) => late.signal.addEventListener('abort', () => reject(late.signal.reason as Error)));
  ended.catch(() => undefined);
  let cut = false;
  let open: ByteStream | undefined;
  try {
    const connecting = connect(timeoutMs).then((stream) => {
      if (late.signal.aborted) stream.close();
      return stream;
    });
    const stream = (open = await Promise.race([connecting, ended]));
    const watched: ByteStream = {
      read: async (max) => {
        const bytes = await stream.read(max);
        cut ||= bytes.length === 0;
        return bytes;
      },
      write: (bytes) => stream.write(bytes),
      closeWrite: () => stream.closeWrite(),
      close: () => stream.close(),
    };
    const headers = new Headers({ connection: 'close', host: request.port === 80 ? name : `${name}:${request.port}` });
    for (const [header, value] of request.headers ?? []) headers.set(header, value);
    const response = await Promise.race([requestHttp(watched, { path: request.path, headers, ...(request.method !== undefined && { method: request.method }), ...(request.body && { body: request.body }) }), ended]);
    const body = await Promise.race([readBody(response, request), ended]);
    return { status: response.status, statusText: response.statusText, headers: response.headerLines, body };
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    if (error instanceof HttpSyntaxError) throw failure(cut ? portFailures.reset : portFailures.notHttp, request);
    const known = failureOf[(error as { code?: unknown }).code as string];
    throw known === undefined ? error : failure(known, request);
  } finally {
    timer.dispose();
    open?.close();
  }
}

async function readBody(response: HttpClientResponse, request: PortRequest): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const part = await response.body.read();
    if (part.length === 0) return concatBytes(parts);
    parts.push(part);
    length += part.length;
    if (length > largestPortBody) throw failure(portFailures.tooLarge, request);
  }
}
