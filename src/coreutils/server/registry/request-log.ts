import { formatDuration } from '../../../base/go/index.ts';
import { isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import { randomUuid, type RegistryError, type RegistryRequest, routeVariables } from '../../../registry/index.ts';
import type { Fields, Level, Log } from './log.ts';
import { goVersion } from './version.ts';

interface Seen {
  fields: Fields;
  variables: Fields;
  user: string | undefined;
  refusal: RegistryError | undefined;
}

/** What is told of requests: in the registry's own log, and as lines of Apache's combined format on standard output. */
export class RequestLog {
  readonly #process: Process;
  readonly #log: Log;
  readonly #access: boolean;
  readonly #seen = new WeakMap<RegistryRequest, Seen>();

  constructor(process: Process, log: Log, access: boolean) {
    this.#process = process;
    this.#log = log;
    this.#access = access;
  }

  begin(request: RegistryRequest, peer: string): void {
    const url = new URL(request.url);
    const header = (name: string): string | undefined => request.headers.get(name) || undefined;
    this.#seen.set(request, {
      fields: {
        'go.version': goVersion, 'http.request.id': randomUuid(this.#process.random), 'http.request.method': request.method, 'http.request.host': url.host, 'http.request.uri': `${url.pathname}${url.search}`,
        'http.request.remoteaddr': peer, 'http.request.useragent': header('user-agent'), 'http.request.referer': header('referer'), 'http.request.contenttype': header('content-type'),
      },
      variables: Object.fromEntries(Object.entries(routeVariables(request.url)).map(([key, value]) => [`vars.${key}`, value])),
      user: undefined,
      refusal: undefined,
    });
  }

  authorized(request: RegistryRequest, user: string | undefined): Promise<void> {
    const seen = this.#seen.get(request);
    if (seen) seen.user = user;
    return this.tell(request, 'info', 'authorized request');
  }

  refused(request: RegistryRequest, error: RegistryError): void {
    const seen = this.#seen.get(request);
    if (seen && error.code !== 'UNAUTHORIZED') seen.refusal = error;
  }

  async tell(request: RegistryRequest, level: Level, message: string): Promise<void> {
    const seen = this.#seen.get(request);
    await this.#log.write(level, message, { ...seen?.fields, ...seen?.variables });
  }

  /** A request was answered; `written` are the bytes of the body, `took` milliseconds. */
  async end(request: RegistryRequest, response: Response, written: number, took: number, peer: string): Promise<void> {
    const seen = this.#seen.get(request);
    const { status } = response;
    const answered: Fields = {
      ...seen?.fields, 'http.response.status': status, 'http.response.written': written, 'http.response.duration': formatDuration(Math.max(1, Math.round(took * 1e6))),
      'http.response.contenttype': response.headers.get('content-type') ?? undefined,
    };
    if (new URL(request.url).pathname !== '/') {
      if (seen?.refusal) await this.#log.write('error', 'response completed with error', { ...answered, ...seen.variables, 'auth.user.name': seen.user, ...describe(seen.refusal) });
      if (status >= 200 && status <= 399) await this.#log.write('info', 'response completed', answered);
    }
    if (this.#access) await this.#combined(request, status, written, peer);
  }

  async #combined(request: RegistryRequest, status: number, written: number, peer: string): Promise<void> {
    const { pathname, search } = new URL(request.url);
    const host = peer.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
    const quoted = (name: string): string => `"${(request.headers.get(name) ?? '').replace(/["\\]/g, String.raw`\$&`)}"`;
    const line = `${host} - - [${dateInLog(this.#process.clock.now())}] "${request.method} ${pathname}${search} HTTP/1.1" ${status} ${written} ${quoted('referer')} ${quoted('user-agent')}\n`;
    try {
      await this.#process.write(1, line);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateInLog(now: number): string {
  const stamp = new Date(now).toISOString();
  return `${stamp.slice(8, 10)}/${months[Number(stamp.slice(5, 7)) - 1]}/${stamp.slice(0, 4)}:${stamp.slice(11, 19)} +0000`;
}

function describe({ code, message, detail }: RegistryError): Fields {
  return { 'err.code': code.toLowerCase().replaceAll('_', ' '), 'err.message': message, 'err.detail': detail === undefined ? undefined : detailText(code, detail) };
}

/** The detail as Go's error says it. */
function detailText(code: string, detail: unknown): string {
  if (typeof detail === 'string') return detail;
  const known = detail as Record<string, unknown>;
  if (typeof known['Tag'] === 'string') return `unknown tag=${known['Tag']}`;
  if (typeof known['Revision'] === 'string') return `unknown manifest name=${String(known['Name'])} revision=${known['Revision']}`;
  if (typeof known['name'] === 'string') return `unknown repository name=${known['name']}`;
  if (typeof known['Digest'] === 'string') return `invalid digest for referenced layer: ${known['Digest']}, content does not match digest`;
  if (typeof known['n'] === 'number') return `map[n:${known['n']}]`;
  return { BLOB_UPLOAD_UNKNOWN: 'blob upload unknown', BLOB_UPLOAD_INVALID: 'invalid secret', DIGEST_INVALID: 'invalid checksum digest format' }[code] ?? '{}';
}
