import { type ByteStream, concatBytes, decodeUtf8, encodeUtf8 } from '../../base/index.ts';
import { isEndOfProcess, isSystemError, type Process, type SocketAddress, strerror } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, reason, type Tool } from '../program/index.ts';

const options = { foreground: '-f', verbose: '-v', port: '-p=', home: '-h=', user: '-u=', realm: '-r=', config: '-c=' };

/** busybox's web server: files of a directory. Without CGI, passwords and configuration. */
export const httpd = defineProgram({
  name: 'httpd', usage: '[-ifv[v]] [-c CONFFILE] [-p [IP:]PORT] [-u USER[:GRP]] [-r REALM] [-h HOME]', summary: 'Listen for incoming HTTP requests', ownHelp: true,
  options, run,
});

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const home = args.value('home') ?? '.';
  try {
    process.chdir(home);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(`can't change directory to '${home}': ${reason(error)}`);
    return 1;
  }
  const [, address, port = '80'] = /^(?:(.*):)?(\d+)$/.exec(args.value('port') ?? '80') ?? [];
  let socket: number;
  try {
    socket = process.listen({ family: 'inet', address: address ?? '0.0.0.0', port: Number(port) });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(`bind: ${strerror(error.code)}`);
    return 1;
  }
  if (args.has('foreground')) return await serve(process, socket, args.has('verbose'));
  process.fork((child) => serve(child, socket, false), { newSession: true });
  return 0;
}

async function serve(process: Process, socket: number, verbose: boolean): Promise<number> {
  for (;;) {
    const { fd, peer } = await process.accept(socket);
    answer(process, process.stream(fd), peer, verbose).catch((error: unknown) => {
      // A client that has gone is no news.
      if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
    });
  }
}

async function answer(process: Process, stream: ByteStream, peer: SocketAddress, verbose: boolean): Promise<void> {
  try {
    const head = await readHead(stream);
    if (head === undefined) return;
    const reply = respond(process, head);
    await stream.write(encodeUtf8(`HTTP/1.1 ${reply.status} ${titles[reply.status]}\r\nDate: ${httpDate(process.clock.now())}\r\nConnection: close\r\n${reply.headers.map((line) => `${line}\r\n`).join('')}\r\n`));
    if (reply.body.length > 0) await stream.write(reply.body);
    if (verbose && peer.family === 'inet') await process.write(2, `[::ffff:${peer.address}]:${peer.port}: response:${reply.status}\n`);
  } finally {
    stream.close();
  }
}

const titles: Record<number, string> = { 200: 'OK', 206: 'Partial Content', 302: 'Found', 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 501: 'Not Implemented' };
const reasons: Record<number, string> = { 400: 'Unsupported method', 403: '', 404: 'The requested URL was not found', 501: 'The requested method is not recognized' };
const types: Record<string, string> = {
  css: 'text/css', gif: 'image/gif', htm: 'text/html', html: 'text/html', jpeg: 'image/jpeg', jpg: 'image/jpeg', js: 'application/javascript', pdf: 'application/pdf', png: 'image/png', rtf: 'text/rtf', svg: 'image/svg+xml',
  txt: 'text/plain', h: 'text/plain', c: 'text/plain', cc: 'text/plain', cpp: 'text/plain', xml: 'text/xml',
};

interface Reply {
  status: number;
  headers: string[];
  body: Uint8Array;
}

async function readHead(stream: ByteStream): Promise<string | undefined> {
  let bytes: Uint8Array = new Uint8Array(0);
  for (;;) {
    const text = decodeUtf8(bytes);
    const end = /\r?\n\r?\n/.exec(text);
    if (end) return text.slice(0, end.index);
    const part = await stream.read();
    if (part.length === 0 || bytes.length > 65536) return undefined;
    bytes = concatBytes([bytes, part]);
  }
}

function respond(process: Process, head: string): Reply {
  const [, method = '', target = ''] = /^(\S+) (\S+)(?: HTTP\/1\.[01])?\r?(?:\n|$)/.exec(head) ?? [];
  const body = method !== 'HEAD';
  if (method === '') return refuse(400, body);
  if (method !== 'GET' && method !== 'HEAD') return refuse(501, body);
  const path = decodePath(target);
  if (path === undefined) return refuse(400, body);
  try {
    const file = `.${path}${path.endsWith('/') ? 'index.html' : ''}`;
    const stat = process.stat(file);
    if ((stat.mode & 0o170000) === 0o040000) return { status: 302, headers: ['Content-type: text/html', `Location: ${path}/`], body: new Uint8Array(0) };
    const bytes = process.readFile(file);
    const type = types[/\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
    const [, from, to] = /^Range: bytes=(\d+)-(\d*)\s*$/im.exec(head) ?? [];
    const first = Number(from ?? 0);
    const last = to === undefined || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
    const part = from !== undefined && first <= last;
    const shown = part ? bytes.subarray(first, last + 1) : bytes;
    return {
      status: part ? 206 : 200,
      headers: [
        ...(type === undefined ? [] : [`Content-type: ${type}`]), ...(part ? [`Content-Range: bytes ${first}-${last}/${bytes.length}`] : []), 'Accept-Ranges: bytes',
        `Last-Modified: ${httpDate(stat.mtime)}`, `ETag: "${Math.floor(stat.mtime / 1000).toString(16)}-${bytes.length.toString(16)}"`, `Content-Length: ${shown.length}`,
      ],
      body: body ? shown : new Uint8Array(0),
    };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refuse(error.code === 'EACCES' ? 403 : 404, body);
  }
}

/** The path without its query, decoded, `.` and `..` taken out; undefined when it leads above the home. */
function decodePath(target: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(target.replace(/\?.*$/s, ''));
  } catch {
    return undefined;
  }
  if (!path.startsWith('/') || path.includes('\0')) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/').slice(1, -1)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (last === '..') return undefined;
  return `/${parts.map((part) => `${part}/`).join('')}${last}`;
}

function refuse(status: number, withBody: boolean): Reply {
  const title = `${status} ${titles[status]}`;
  return { status, headers: ['Content-type: text/html'], body: withBody ? encodeUtf8(`<HTML><HEAD><TITLE>${title}</TITLE></HEAD>\n<BODY><H1>${title}</H1>\n${reasons[status]}\n</BODY></HTML>\n`) : new Uint8Array(0) };
}

function httpDate(ms: number): string {
  return new Date(ms).toUTCString();
}
