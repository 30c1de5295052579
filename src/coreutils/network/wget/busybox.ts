import { HttpConnection, HttpSyntaxError, type HttpClientResponse } from '../../../base/http/index.ts';
import { isSystemError, LookupError } from '../../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, reason, type Tool, UsageError } from '../../program/index.ts';
import { dial } from '../connection.ts';

const options = {
  continue_: '-c --continue', quiet: '-q --quiet', document: '-O --output-document=', prefix: '-P --directory-prefix=', spider: '--spider', server: '-S --server-response', timeout: '-T --timeout=', tries: '-t --tries=', header: '--header=', postData: '--post-data=', agent: '-U --user-agent=', noCheck: '--no-check-certificate', output: '-o --output-file=', proxy: '-Y --proxy=',
};

type WgetArguments = Arguments<keyof typeof options>;

/** busybox's applet. */
export const busyboxWget = defineProgram({ name: 'wget', usage: '[-cqS] [--spider] [-O FILE] [-o LOGFILE] [--header STR] [--post-data STR] [--no-check-certificate] [-P DIR] [-U AGENT] [-T SEC] URL...', options, usageStatus: 1, run });

async function run(tool: Tool, args: WgetArguments): Promise<number> {
  if (args.operands.length === 0) throw new UsageError('missing URL');
  const log = args.value('output');
  let logged = '';
  const say = async (text: string): Promise<void> => {
    if (args.has('quiet')) return;
    if (log === undefined) await tool.errorText(text);
    else tool.process.writeFile(log, (logged += text));
  };
  let status = 0;
  for (const text of args.operands) status = (await fetchOne(tool, args, text, say)) || status;
  return status;
}

async function fetchOne(tool: Tool, args: WgetArguments, text: string, say: (text: string) => Promise<void>): Promise<number> {
  const { process } = tool;
  let url: URL;
  try {
    url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
  } catch {
    throw new UsageError(`${text}: Invalid host name.`, false);
  }
  for (let hop = 0; hop <= 20; hop++) {
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const headers = new Headers({ Host: url.host, 'User-Agent': args.value('agent') ?? 'Wget', Accept: '*/*' });
    for (const header of args.values('header')) headers.set(header.slice(0, header.indexOf(':')), header.slice(header.indexOf(':') + 1).trim());
    const data = args.value('postData');
    if (data !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/x-www-form-urlencoded');
    let address = '';
    try {
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const [first = ''] = await process.lookup(host);
      const dialled = await dial(process, {
        host: first, port, onAddress: async (one) => {
          address = one;
          await say(`Connecting to ${url.hostname} (${one}:${port})\n`);
        },
      });
      let { stream } = dialled;
      if (url.protocol === 'https:') {
        const { secureForWget } = await import('./tls.ts');
        process.onSignal('SIGPIPE', 'ignore');
        // Its own TLS looks at no certificate.
        const secured = await secureForWget(process, dialled.fd, host, { insecure: true, authority: undefined, certificate: undefined, key: undefined }, () => undefined);
        if (typeof secured === 'number') return secured;
        stream = secured;
      }
      const method = data !== undefined ? 'POST' : args.has('spider') ? 'HEAD' : 'GET';
      const response = await new HttpConnection(stream).request({ method, path: url.pathname + url.search, headers, ...(data === undefined ? {} : { body: data }), signal: process.signal });
      const target = response.headers.get('location');
      if (target !== null && response.status >= 300 && response.status < 400) {
        response.close();
        url = new URL(target, url);
        continue;
      }
      if (response.status >= 400 || response.status < 200) {
        response.close();
        await tool.errorText(`wget: server returned error: HTTP/1.1 ${response.status} ${response.statusText}\n`);
        return 1;
      }
      if (args.has('server')) await say(`  HTTP/${response.version} ${response.status} ${response.statusText}\n${response.headerLines.map(([name, value]) => `  ${name}: ${value}\n`).join('')}  \n`);
      return await save(tool, args, url, response, say);
    } catch (error) {
      if (error instanceof Error && error.name === 'TlsError') return 4;
      if (error instanceof LookupError) await tool.errorText(`wget: bad address '${url.host}'\n`);
      else if (error instanceof HttpSyntaxError) await tool.errorText('wget: error getting response\n');
      else if (isSystemError(error)) await tool.errorText(`wget: can't connect to remote host (${address}): ${reason(error)}\n`);
      else throw error;
      return 1;
    }
  }
  await tool.errorText('wget: too many redirections\n');
  return 1;
}

async function save(tool: Tool, args: WgetArguments, url: URL, response: HttpClientResponse, say: (text: string) => Promise<void>): Promise<number> {
  const { process } = tool;
  const document = args.value('document');
  const folder = args.value('prefix');
  let name = document ?? (url.pathname.slice(url.pathname.lastIndexOf('/') + 1) || 'index.html') + url.search;
  if (document === undefined && folder !== undefined) name = `${folder}/${name}`;
  if (args.has('spider')) {
    response.close();
    await say('remote file exists\n');
    return 0;
  }
  if (document === undefined && process.exists(name)) {
    await tool.errorText(`wget: can't open '${name}': File exists\n`);
    return 1;
  }
  let fd = 1;
  try {
    if (name !== '-') fd = process.open(name, 'w', 0o666);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`wget: can't open '${name}': ${reason(error)}\n`);
    return 1;
  }
  await say(name === '-' ? 'writing to stdout\n' : `saving to '${name}'\n`);
  let size = 0;
  for (;;) {
    const part = await response.body.read();
    if (part.length === 0) break;
    size += part.length;
    await process.write(fd, part);
  }
  if (fd !== 1) process.close(fd);
  await say(`${name.slice(name.lastIndexOf('/') + 1).padEnd(20).slice(0, 20)} 100% |${'*'.repeat(32)}| ${String(size).padStart(5)}  0:00:00 ETA\n${name === '-' ? 'written to stdout' : `'${name}' saved`}\n`);
  return 0;
}
