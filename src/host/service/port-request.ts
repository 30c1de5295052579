import type { Clock } from '../../base/index.ts';
import { type PortRequest, type PortResponse, sendPortRequest } from '../../protocol/index.ts';
import type { Host } from '../host.ts';

/** Asks an HTTP server at a port of the host, from outside of it. */
export function requestPort(host: Host, request: PortRequest, clock: Clock): Promise<PortResponse> {
  return sendPortRequest(request, host.hostname, clock, (timeoutMs) => host.kernel.connectFromOutside(request.port, timeoutMs));
}
