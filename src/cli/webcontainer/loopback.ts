import { type IncomingMessage, request as send } from 'node:http';
import { largestPortBody, portFailures, type PortRequest, type PortResponse, ProtocolError } from '../../protocol/index.ts';

const usualTimeoutMs = 10_000;
const failures: Readonly<Record<string, string>> = { ECONNREFUSED: portFailures.refused, ECONNRESET: portFailures.reset, EPIPE: portFailures.reset, ETIMEDOUT: portFailures.timeout };

function failure(code: string, { port, host }: PortRequest): ProtocolError {
  return new ProtocolError({ code, message: `port ${port}: ${code}`, data: { port, ...(host !== undefined && { host }) } });
}

/** Asks a server of this machine: what runs beside the sandbox, in Node. Rejects with a code of `portFailures`. */
export async function requestLoopback(request: PortRequest): Promise<PortResponse> {
  const { port, method = 'GET', path, headers = [], body, timeoutMs = usualTimeoutMs } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      // A list of headers would be sent without a `Host`.
      const asked = send({ host: 'localhost', port, method, path, headers: Object.fromEntries(headers), agent: false, signal }, resolve);
      asked.once('error', reject);
      asked.end(body);
    });
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length > largestPortBody) throw failure(portFailures.tooLarge, request);
    }
    const lines = answer.rawHeaders.flatMap((name, index, all): [string, string][] => (index % 2 === 0 ? [[name, all[index + 1] ?? '']] : []));
    return { status: answer.statusCode ?? 502, statusText: answer.statusMessage ?? '', headers: lines, body: new Uint8Array(Buffer.concat(parts)) };
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    if (signal.aborted) throw failure(portFailures.timeout, request);
    const { code = '' } = error as NodeJS.ErrnoException;
    const known = code.startsWith('HPE_') ? portFailures.notHttp : failures[code];
    throw known === undefined ? error : failure(known, request);
  }
}
