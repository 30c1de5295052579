export { HttpSyntaxError } from './http-error.ts';
export { statusText } from './status-text.ts';
export type { HttpRequest } from './server-request.ts';
export type { HttpResponse } from './server-response.ts';
export { serveHttp, type HttpContext, type HttpHandler, type HttpServerOptions } from './server.ts';
export { HttpConnection, requestHttp, type HttpClientRequest, type HttpClientResponse } from './client.ts';
export { type HeaderLine, requestHeaderLines } from './message-head.ts';
export { HttpAgent } from './agent.ts';
