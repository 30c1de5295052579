import type { ByteSource } from '../../../base/index.ts';
import type { HeaderLine } from '../../../base/http/index.ts';
import type { Process } from '../../../kernel/uapi/index.ts';
import type { Listen } from './listen.ts';
import type { Log } from './log.ts';
import type { Model, VirtualServer } from './model.ts';
import type { Scope } from './scope.ts';

/** A connection that requests come in on. */
export interface Connection {
  number: number;
  requests: number;
  listen: Listen;
  client: { address: string; port: number };
  local: { address: string; port: number };
  /** What was agreed on, of a connection with TLS. */
  tls?: { protocol: string; cipher: string };
}

/** What is answered. `length` undefined: not known before, so it goes out in chunks. */
export interface Reply {
  status: number;
  type?: string;
  length?: number;
  lastModified?: string;
  /** Written before Connection. */
  location?: string;
  headers: HeaderLine[];
  body?: Uint8Array | ByteSource;
  /** The reply is nginx's own page for its status. */
  special?: boolean;
}

/** A request under way, and what is known of it. */
export interface Exchange {
  process: Process;
  model: Model;
  log: Log;
  connection: Connection;
  server: VirtualServer;
  /** The level of the location (or server) that serves it now. */
  scope: Scope;
  method: string;
  originalMethod: string;
  /** Request line as it came. */
  request: string;
  requestUri: string;
  http10: boolean;
  headers: HeaderLine[];
  body: ByteSource;
  bodyLength: number;
  path: string;
  query: string;
  host: string;
  captures: readonly (string | undefined)[];
  /** Those of `set` and named captures. */
  variables: Map<string, string>;
  startedAt: number;
  reply: Reply | undefined;
  /** Of the body, as sent. */
  sent: number;
  /** Status that an error page keeps. */
  errorStatus: number | undefined;
  /** Prefix of the location that serves it, for alias and proxy_pass. */
  prefix: string | undefined;
  user: string | undefined;
  /** What it was passed on to. */
  upstream: string | undefined;
}

/** A header of the request, undefined when it did not come. */
export function header(exchange: Exchange, name: string): string | undefined {
  const found = exchange.headers.filter(([each]) => each.toLowerCase() === name);
  return found.length > 0 ? found.map(([, value]) => value).join(', ') : undefined;
}
