import type { ByteSource } from '../../../base/index.ts';
import type { HttpContext, HttpResponse } from '../../../base/http/index.ts';
import { decodeFilters, type Filters } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';

/** One request, as handlers see it. */
export interface RouteRequest {
  readonly daemon: Daemon;
  readonly headers: Headers;
  /** API version that the client speaks. */
  readonly version: string;
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
  /** The body as it comes. */
  readonly body: ByteSource;
  readonly context: HttpContext;
  param(name: string): string;
  query(name: string): string | undefined;
  queries(name: string): string[];
  /** Whether a query parameter says yes: anything but empty, 0, no, false and none. */
  flag(name: string, fallback?: boolean): boolean;
  /** Throws when it is no number. */
  integer(name: string): number | undefined;
  filters(): Filters;
  /** The body as JSON; undefined when it is empty. */
  json<T>(): Promise<T | undefined>;
}

/** What a handler answers; undefined when it took the connection over. */
export type RouteAnswer = HttpResponse | undefined;

/** A line of the table of routes. */
export interface Route {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Hono's pattern, without version. */
  path: string;
  handle(request: RouteRequest): RouteAnswer | Promise<RouteAnswer>;
}

const jsonType = { 'content-type': 'application/json' };

/** An answer of JSON, ended by a newline as Go's encoder does. */
export function json(value: unknown, status = 200): HttpResponse {
  return { status, headers: new Headers(jsonType), body: `${JSON.stringify(value)}\n` };
}

/** An answer without a body. */
export function empty(status = 204): HttpResponse {
  return { status, headers: new Headers() };
}

/** Reads a request's body as JSON. */
export function parseJsonBody<T>(text: string, contentType: string | null, prefix = 'invalid JSON: '): T | undefined {
  if (text.trim() === '') return undefined;
  if (contentType !== null && !/^application\/(.*\+)?json\b/.test(contentType)) throw new EngineError('invalidParameter', `unsupported Content-Type header (${contentType}): must be 'application/json'`);
  try {
    return withGoNames(JSON.parse(text)) as T;
  } catch {
    throw new EngineError('invalidParameter', `${prefix}${goSyntaxError(text)}`);
  }
}

/** Go's decoder takes a field's name in any case; of the fields at the top, clients are known to write the first letter small. */
function withGoNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.charAt(0).toUpperCase() + name.slice(1), field]));
}

function goSyntaxError(text: string): string {
  const first = text.trim()[0] ?? '';
  return /[[{"\d\-tfn]/.test(first) ? 'unexpected EOF' : `invalid character '${first}' looking for beginning of value`;
}

/** Reads the `filters` parameter. */
export function parseFilters(text: string | undefined): Filters {
  const filters = decodeFilters(text);
  if (!filters) throw new EngineError('invalidParameter', 'invalid filter');
  return filters;
}
