import { readAll } from '../../../base/index.ts';
import type { Daemon } from '../daemon.ts';
import { RegistryTransport } from '../../distribution/index.ts';

/** What a web server gave for ADD. */
export interface Downloaded {
  status: number;
  statusText: string;
  bytes: Uint8Array;
  /** The last part of the address that answered; may be empty. */
  name: string;
}

/** Gets a file from the web, through the host's network; follows up to ten redirections. */
export async function downloadUrl(daemon: Daemon, address: string): Promise<Downloaded> {
  const transport = new RegistryTransport(daemon.dial, 'buildkit/v0.13-dev');
  try {
    let url = new URL(address);
    for (let hop = 0; ; hop++) {
      const response = await transport.send({ method: 'GET', url });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null && hop < 10) {
        await response.text();
        url = new URL(location, url);
        continue;
      }
      const names: Readonly<Record<number, string>> = { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 500: 'Internal Server Error', 502: 'Bad Gateway', 503: 'Service Unavailable' };
      return { status: response.status, statusText: names[response.status] ?? '', bytes: await readAll(response.body), name: url.pathname.slice(url.pathname.lastIndexOf('/') + 1) };
    }
  } finally {
    transport.close();
  }
}
