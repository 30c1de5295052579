import { HttpConnection, HttpSyntaxError } from '../../base/http/index.ts';
import { type Fd, isSystemError, LookupError } from '../../kernel/uapi/index.ts';
import type { ByteStream } from '../../base/index.ts';
import { type Arguments, defineProgram, humanSize, localTime, reason, strftime, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { dial } from './connection.ts';

const options = {
  quiet: '-q --quiet  quiet (no output)', verbose: '-v --verbose', nonVerbose: '-nv --no-verbose  turn off verboseness', document: '-O --output-document=  write documents to FILE', prefix: '-P --directory-prefix=  save files to PREFIX/..', spider: '--spider  don\'t download anything', server: '-S --server-response  print server response', tries: '-t --tries=', timeout: '-T --timeout=', header: '--header=  insert STRING among the headers', postData: '--post-data=', method: '--method=', bodyData: '--body-data=', agent: '-U --user-agent=', noCheck: '--no-check-certificate', authority: '--ca-certificate=', certificate: '--certificate=', privateKey: '--private-key=', continue_: '-c --continue', user: '--user=', password: '--password=', output: '-o --output-file=', progress: '--progress=', contentOnError: '--content-on-error', noClobber: '-nc --no-clobber', noProxy: '--no-proxy', maxRedirect: '--max-redirect=',
};

export const wget = defineProgram({
  name: 'wget', usage: '[OPTION]... [URL]...', options: { ...options, nonVerbose: '--no-verbose', noClobber: '--no-clobber' }, version: '1.25.0 built on linux-gnu.', usageStatus: 2, run,
  prepare: (words) => words.flatMap((word) => (word === '-nv' ? ['--no-verbose'] : word === '-nc' ? ['--no-clobber'] : word === '-qO-' ? ['-q', '-O', '-'] : [word])),
});

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  if (args.operands.length === 0) {
    await tool.error('missing URL');
    await tool.errorText(`Usage: ${tool.name} [OPTION]... [URL]...\n\nTry \`${tool.name} --help' for more options.\n`);
    return 1;
  }
  let status = 0;
  const log = args.value('output');
  let logged = '';
  const say = async (text: string): Promise<void> => {
    if (args.has('quiet')) return;
    if (log === undefined) await tool.errorText(text);
    else {
      logged += text;
      tool.process.writeFile(log, logged);
    }
  };
  for (const text of args.operands) status = (await fetchOne(tool, args, text, say)) || status;
  return status;
}

async function fetchOne(tool: Tool, args: Arguments<keyof typeof options>, text: string, say: (text: string) => Promise<void>): Promise<number> {
  const { process } = tool;
  const terse = args.has('nonVerbose') || tool.busybox;
  const talk = async (line: string): Promise<void> => {
    if (!terse) await say(line);
  };
  if (!tool.busybox && !/^[a-z]+:\/\//i.test(text)) await tool.errorText(`Prepended http:// to '${text}'\n`);
  if (!tool.busybox && args.has('spider')) await talk('Spider mode enabled. Check if remote file exists.\n');
  let url: URL;
  try {
    url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
  } catch {
    throw new UsageError(`${text}: Invalid host name.`, false);
  }
  const now = (): string => strftime('%Y-%m-%d %H:%M:%S', localTime(process.clock.now(), timeZoneOf(process)));
  for (let hop = 0; hop <= 20; hop++) {
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    await talk(`--${now()}--  ${url.href}\n`);
    let address = '';
    const headers = new Headers({ Host: url.host, 'User-Agent': args.value('agent') ?? (tool.busybox ? 'Wget' : 'Wget/1.25.0'), Accept: '*/*', ...(tool.busybox ? {} : { 'Accept-Encoding': 'identity' }) });
    for (const header of args.values('header')) headers.set(header.slice(0, header.indexOf(':')), header.slice(header.indexOf(':') + 1).trim());
    if (args.has('user')) headers.set('Authorization', `Basic ${btoa(`${args.value('user')}:${args.value('password') ?? ''}`)}`);
    const data = args.value('postData') ?? args.value('bodyData');
    if (data !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/x-www-form-urlencoded');
    try {
      if (url.protocol === 'https:' && args.has('authority') && process.exists(args.value('authority') ?? '')) await talk(`Loaded CA certificate '${args.value('authority')}'\n`);
      const literal = /^[\d.]+$|^\[/.test(url.hostname);
      if (!literal) await talk(`Resolving ${url.hostname} (${url.hostname})... `);
      const addresses = await process.lookup(url.hostname.replace(/^\[|\]$/g, ''));
      if (!literal) await talk(`${addresses.join(', ')}\n`);
      const dialled = await dial(process, {
        host: addresses[0] ?? '', port, onAddress: async (one) => {
          address = one;
          await talk(`Connecting to ${url.hostname}${literal ? '' : ` (${url.hostname})|${one}|`}:${port}... `);
          if (tool.busybox) await say(`Connecting to ${url.hostname} (${one}:${port})\n`);
        },
      });
      await talk('connected.\n');
      let { stream } = dialled;
      if (url.protocol === 'https:') {
        const secured = await secure(tool, args, dialled.fd, url.hostname.replace(/^\[|\]$/g, ''), say);
        if (typeof secured === 'number') return secured;
        stream = secured;
      }
      const connection = new HttpConnection(stream);
      await talk('HTTP request sent, awaiting response... ');
      const method = args.value('method') ?? (data !== undefined ? 'POST' : args.has('spider') ? 'HEAD' : 'GET');
      const response = await connection.request({ method, path: url.pathname + url.search, headers, ...(data === undefined ? {} : { body: data }), signal: process.signal });
      await talk(`${args.has('server') ? '\n' : ''}${args.has('server') ? `  HTTP/${response.version} ${response.status} ${response.statusText}\n${response.headerLines.map(([name, value]) => `  ${name}: ${value}\n`).join('')}` : `${response.status} ${response.statusText}\n`}`);
      const target = response.headers.get('location');
      if (target !== null && response.status >= 300 && response.status < 400) {
        response.close();
        await talk(`Location: ${target} [following]\n`);
        url = new URL(target, url);
        continue;
      }
      if (response.status >= 400 || response.status < 200) {
        response.close();
        if (!tool.busybox && args.has('spider')) {
          await talk('Remote file does not exist -- broken link!!!\n');
          return 8;
        }
        await (tool.busybox ? tool.errorText : say)(tool.busybox ? `wget: server returned error: HTTP/1.1 ${response.status} ${response.statusText}\n` : terse ? `${url.href}:\n${now()} ERROR ${response.status}: ${response.statusText}.\n` : `${now()} ERROR ${response.status}: ${response.statusText}.\n\n`);
        return tool.busybox ? 1 : 8;
      }
      return await save(tool, args, url, response, say, terse, now);
    } catch (error) {
      if (error instanceof LookupError) {
        if (tool.busybox) await tool.errorText(`wget: bad address '${url.host}'\n`);
        else await say(`${terse ? '' : `failed: ${error.message}.\n`}${tool.name}: unable to resolve host address ‘${url.hostname}’\n`.replace(/[‘’]/g, (mark) => (mark === '‘' ? "'" : "'")));
        return tool.busybox ? 1 : 4;
      }
      if (error instanceof Error && error.name === 'TlsError') return 4;
      if (error instanceof HttpSyntaxError) {
        await say('No data received.\nGiving up.\n\n');
        return 4;
      }
      if (!isSystemError(error)) throw error;
      const why = reason(error);
      if (tool.busybox) await tool.errorText(`wget: can't connect to remote host (${address}): ${why}\n`);
      else await say(terse ? `failed: ${why}.\n` : `failed: ${why}.\n`);
      return tool.busybox ? 1 : 4;
    }
  }
  await say('20 redirections exceeded.\n');
  return 8;
}

/** Encrypts a connection; what is needed for it is loaded now. */
async function secure(tool: Tool, args: Arguments<keyof typeof options>, fd: Fd, host: string, say: (text: string) => Promise<void>): Promise<ByteStream | number> {
  const { secureForWget } = await import('./wget-tls.ts');
  tool.process.onSignal('SIGPIPE', 'ignore');
  let heard = '';
  // busybox's own TLS looks at no certificate.
  const result = await secureForWget(tool.process, fd, host, { insecure: tool.busybox || args.has('noCheck'), authority: args.value('authority'), certificate: args.value('certificate'), key: args.value('privateKey') }, (text) => (heard += text));
  if (heard !== '' && !tool.busybox) await say(heard);
  return result;
}

async function save(tool: Tool, args: Arguments<keyof typeof options>, url: URL, response: { headers: Headers; body: { read(): Promise<Uint8Array> }; close(): void }, say: (text: string) => Promise<void>, terse: boolean, now: () => string): Promise<number> {
  const { process } = tool;
  const length = response.headers.get('content-length');
  const type = (response.headers.get('content-type') ?? '').split(';')[0];
  const document = args.value('document');
  let name = document ?? (url.pathname.slice(url.pathname.lastIndexOf('/') + 1) || 'index.html') + url.search;
  const folder = args.value('prefix');
  if (document === undefined && folder !== undefined) name = `${folder}/${name}`;
  if (!terse) await say(`Length: ${length === null ? 'unspecified' : `${length}${Number(length) >= 1024 ? ` (${humanSize(Number(length))})` : ''}`}${type ? ` [${type}]` : ''}\n`);
  if (args.has('spider')) {
    response.close();
    if (!terse) await say('Remote file exists.\n\n');
    return 0;
  }
  if (document === undefined && process.exists(name)) {
    if (tool.busybox) {
      await tool.errorText(`wget: can't open '${name}': File exists\n`);
      return 1;
    }
    let number = 1;
    while (process.exists(`${name}.${number}`)) number++;
    name = `${name}.${number}`;
  }
  let fd = 1;
  try {
    if (name !== '-') {
      if (folder !== undefined && !process.exists(folder)) process.mkdir(folder);
      fd = process.open(name, 'w', 0o666);
    }
  } catch (error) {
    await say(`${name}: ${reason(error)}\n\nCannot write to '${name}' (${reason(error)}).\n`);
    return 3;
  }
  const shown = name === '-' && !tool.busybox ? 'STDOUT' : name;
  if (!terse) await say(`Saving to: '${shown}'\n\n`);
  else if (tool.busybox) await say(name === '-' ? 'writing to stdout\n' : `saving to '${name}'\n`);
  const started = process.clock.now();
  let size = 0;
  for (;;) {
    const part = await response.body.read();
    if (part.length === 0) break;
    size += part.length;
    await process.write(fd, part);
  }
  if (fd !== 1) process.close(fd);
  const seconds = Math.max(0.0001, (process.clock.now() - started) / 1000);
  const rate = size / seconds;
  const speed = rate >= 1048576 ? `${(rate / 1048576).toPrecision(3)} MB/s` : `${(rate / 1024).toPrecision(3)} KB/s`;
  if (tool.busybox) await say(`${shown.padEnd(20).slice(0, 20)} 100% |${'*'.repeat(32)}| ${String(size).padStart(5)}  0:00:00 ETA\n${name === '-' ? 'written to stdout' : `'${name}' saved`}\n`);
  else if (terse) await say(`${now()} URL:${url.href} [${size}${length === null ? '' : `/${length}`}] -> "${name}" [1]\n`);
  else {
    const took = seconds < 0.1 ? `${seconds.toFixed(seconds < 0.01 ? 3 : 2).replace(/0$/, '')}s` : `${seconds.toFixed(1)}s`;
    await say(`     0K ${'.'.repeat(Math.min(50, Math.ceil(size / 1024))).replace(/(.{10})(?=.)/g, '$1 ').padEnd(54)} 100% ${(rate / 1048576).toPrecision(3)}M=${took.replace(/^0\.0+s$/, '0s')}\n\n${now()} (${speed}) - ${name === '-' ? 'written to stdout' : `'${name}' saved`} [${size}${length === null ? '' : `/${length}`}]\n\n`);
  }
  return 0;
}
