import { encodeUtf8 } from '../../../base/index.ts';
import type { Exchange, Reply } from './exchange.ts';
import { version } from './version.ts';

/** Reason phrases of the status line. */
export const reasons: Record<number, string> = {
  200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No Content', 206: 'Partial Content', 301: 'Moved Permanently', 302: 'Moved Temporarily', 303: 'See Other', 304: 'Not Modified', 307: 'Temporary Redirect', 308: 'Permanent Redirect',
  400: 'Bad Request', 401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Not Allowed', 406: 'Not Acceptable', 408: 'Request Time-out', 409: 'Conflict', 410: 'Gone', 411: 'Length Required', 412: 'Precondition Failed',
  413: 'Request Entity Too Large', 414: 'Request-URI Too Large', 415: 'Unsupported Media Type', 416: 'Requested Range Not Satisfiable', 421: 'Misdirected Request', 429: 'Too Many Requests',
  500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Temporarily Unavailable', 504: 'Gateway Time-out', 505: 'HTTP Version Not Supported', 507: 'Insufficient Storage',
};
/** Where the page says more than the status line, or another thing. */
const titles: Record<number, string> = { 302: 'Found', 401: 'Authorization Required' };
const withPage = new Set([301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 421, 429, 494, 495, 496, 497, 500, 501, 502, 503, 504, 505, 507]);

/** What the Server header says. */
export function serverName(tokens: boolean): string {
  return tokens ? `nginx/${version}` : 'nginx';
}

/** nginx's own page for a status; an empty body where it has none. */
export function specialReply(exchange: Pick<Exchange, 'scope'>, status: number): Reply {
  const title = titles[status] ?? reasons[status];
  if (!withPage.has(status) || title === undefined) return { status, length: 0, headers: [], special: true };
  const head = `${status} ${title}`;
  const body = encodeUtf8(`<html>\r\n<head><title>${head}</title></head>\r\n<body>\r\n<center><h1>${head}</h1></center>\r\n<hr><center>${serverName(exchange.scope.on('server_tokens', true))}</center>\r\n</body>\r\n</html>\r\n`);
  return { status, type: 'text/html', length: body.length, headers: [], body, special: true };
}

/** What a client gets, all of it, that speaks HTTP in clear on a port for HTTPS. */
export function plainHttpReply({ scope }: Pick<Exchange, 'scope'>, now: number): Uint8Array {
  const name = serverName(scope.on('server_tokens', true));
  const words = 'The plain HTTP request was sent to HTTPS port';
  const body = `<html>\r\n<head><title>400 ${words}</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>\r\n<center>${words}</center>\r\n<hr><center>${name}</center>\r\n</body>\r\n</html>\r\n`;
  return encodeUtf8(`HTTP/1.1 400 Bad Request\r\nServer: ${name}\r\nDate: ${new Date(now).toUTCString()}\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
}
