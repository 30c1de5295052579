export { Http2Connection } from './client.ts';
export type { Http2Trace } from './connection.ts';
export { serveHttp2 } from './server.ts';
