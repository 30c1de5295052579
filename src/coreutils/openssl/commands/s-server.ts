import { decodeUtf8, encodeUtf8 } from '../../../base/index.ts';
import { BufferedSource } from '../../../base/http/index.ts';
import { type Fd, isEndOfProcess, isSystemError } from '../../../kernel/uapi/index.ts';
import { readCertificate, writePem } from '../../../pki/index.ts';
import { acceptTls, isTlsError, opensslSchemes, type ServerOptions, type TlsConnection } from '../../../tls/index.ts';
import { reason } from '../../program/index.ts';
import { type Command, type Invocation, say } from '../command.ts';
import { queue, Failure } from '../failure.ts';
import { options } from '../options/s-server.ts';
import { threadId } from '../password.ts';
import { defaultNameFormat, formatName } from '../print/name.ts';
import { queueLine } from '../tls/queue-line.ts';
import { groupLine, peerSignature, schemesText, verificationLine } from '../tls/report.ts';
import { type ClientFacts, commonSuites, groupLines, serverReport, sessionStatus, signatureLines, suiteNames, suiteTableText } from '../tls/server-report.ts';
import { groupsOf, identityOf, suitesOf, trustedOf, versionsOf } from '../tls/terms.ts';
import { callbackVerifier } from '../tls/verify-callback.ts';

/** What a server has counted, and does with its connections. */
interface Serving {
  invocation: Invocation;
  options: Omit<ServerOptions, 'trace' | 'verify'>;
  quiet: boolean;
  accepts: number;
  finished: number;
  anchors: ReturnType<typeof trustedOf>;
  strict: boolean;
}

/** openssl-s_server(1). */
export const sServer: Command = {
  options,
  async run(invocation) {
    const { options: given, process, tool } = invocation;
    process.onSignal('SIGPIPE', 'ignore');
    const asked = given.value('verify', 'Verify');
    if (asked !== undefined) await say(invocation, `verify depth is ${asked}${given.has('Verify') ? ', must return a certificate' : ''}\n`);
    const identity = await identityOf(invocation, 'server', 'server.pem');
    if (!identity) throw new Failure('no certificate\n');
    const anchors = asked === undefined ? [] : trustedOf(invocation);
    const versions = versionsOf(given);
    const suites = suitesOf(given);
    const groups = groupsOf(given);
    const serving: Serving = {
      invocation, quiet: given.has('quiet'), accepts: 0, finished: 0, anchors, strict: given.has('verify_return_error'),
      options: {
        random: process.random, identity, signatureSchemes: opensslSchemes(false, true), clientCertificate: given.has('Verify') ? 'require' : asked === undefined ? 'none' : 'request', clientAuthorities: given.has('CAfile') ? anchors.map(({ subject }) => subject.der) : [],
        ...(versions && { versions }), ...(suites && { cipherSuites: suites }), ...(groups && { groups }), ...(given.has('alpn') && { alpn: (given.value('alpn') ?? '').split(','), alpnMismatch: 'refuse' as const }),
        tickets: given.has('no_ticket') ? 0 : given.number('num_tickets') ?? 2, preference: given.has('serverpref') ? 'server' as const : 'client' as const,
      },
    };
    const listener = listen(invocation);
    const { port } = process.socketName(listener) as { port: number };
    const address = given.value('accept', 'port') ?? '4433';
    if (!serving.quiet) tool.out.write(`Using default temp DH parameters\nACCEPT${/:0$/.test(address) ? ` ${address.replace(/0$/, String(port))}` : ''}\n`);
    await tool.out.flush();
    const most = given.number('naccept') ?? -1;
    let ended = false;
    for (let count = 0; !ended && (most < 0 || count < most); count++) {
      const { fd } = await process.accept(listener);
      serving.accepts++;
      ended = await serve(serving, fd);
      await tool.out.flush();
    }
    process.close(listener);
    if (!serving.quiet) tool.out.write(statistics(serving));
    await tool.out.flush();
    if (!serving.quiet && !given.has('www', 'WWW', 'rev')) await say(invocation, 'shutdown accept socket\n');
    return 0;
  },
};

function listen({ options: given, process }: Invocation): Fd {
  const [, host = '', service = ''] = /^(?:(.*):)?([^:]*)$/.exec(given.value('accept', 'port') ?? '4433') ?? [];
  const address = host === '' || host === '*' ? '::' : host.replace(/^\[(.*)\]$/, '$1');
  try {
    return process.listen({ family: 'inet', address: address === 'localhost' ? '127.0.0.1' : address, port: Number(service) });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const errno = { EADDRINUSE: 98, EACCES: 13, EADDRNOTAVAIL: 99 }[error.code as 'EADDRINUSE'] ?? 22;
    throw new Failure('', [`error:${(0x80000000 + errno).toString(16).toUpperCase()}:system library:BIO_bind:${reason(error)}:../crypto/bio/bio_sock2.c:251:calling bind()`, 'error:10000075:BIO routines:BIO_bind:unable to bind socket:../crypto/bio/bio_sock2.c:253:'], 1, `   0 items in the session cache\n${zeros}`);
  }
}

const zeros = ['client connects (SSL_connect())', 'client renegotiates (SSL_connect())', 'client connects that finished', 'server accepts (SSL_accept())', 'server renegotiates (SSL_accept())', 'server accepts that finished', 'session cache hits', 'session cache misses', 'session cache timeouts', 'callback cache hits', 'cache full overflows (128 allowed)'].map((words) => `   0 ${words}\n`).join('');

function statistics({ accepts, finished }: Serving): string {
  return `   0 items in the session cache\n${zeros}`.replace('0 server accepts (SSL_accept())', `${accepts} server accepts (SSL_accept())`).replace('0 server accepts that finished', `${finished} server accepts that finished`);
}

/** One connection; true when the server shall end. */
async function serve(serving: Serving, fd: Fd): Promise<boolean> {
  const { invocation, anchors, strict } = serving;
  const { process, options: given, tool } = invocation;
  const client: ClientFacts = { cipherSuites: [], schemes: [], groups: [] };
  const verification = { code: 0, text: 'ok' };
  let heard = '';
  const trace = process.traceTls(fd);
  let tls: TlsConnection;
  try {
    tls = await acceptTls(process.stream(fd), {
      ...serving.options, trace, onHello: (suites, offer) => Object.assign(client, { cipherSuites: suites, schemes: offer.signatureSchemes, groups: offer.groups }),
      verify: callbackVerifier({ anchors, now: process.clock.now(), purpose: 'sslclient' }, { quiet: given.has('brief', 'verify_quiet'), strict, result: verification, write: (text) => (heard += text) }),
    });
  } catch (error) {
    if (isEndOfProcess(error)) throw error;
    process.close(fd);
    await say(invocation, heard);
    if (!isTlsError(error)) return false;
    if (given.has('rev')) await say(invocation, 'CONNECTION FAILURE\n');
    else if (!given.has('www', 'WWW')) tool.out.write('ERROR\n');
    await tool.out.flush();
    await say(invocation, `${threadId(process)}:${queueLine(error, 'server')}\n`);
    if (!given.has('rev', 'www', 'WWW')) tool.out.write('shutting down SSL\nCONNECTION CLOSED\n');
    return false;
  }
  serving.finished++;
  await say(invocation, heard);
  if (given.has('www')) return answerStatus(serving, tls, client);
  if (given.has('WWW')) return answerFile(invocation, tls);
  if (given.has('rev')) return reverse(invocation, tls, client, verification);
  return converse(serving, tls, client);
}

async function answerStatus(serving: Serving, tls: TlsConnection, client: ClientFacts): Promise<boolean> {
  const { process } = serving.invocation;
  const words = process.argv.slice(1).join(' ');
  if (!(await requestLine(tls)).startsWith('GET ')) return close(tls);
  const body = `<HTML><BODY BGCOLOR="#ffffff">\n<pre>\n\n${words} \n${tls.session.version === 'TLSv1.3' ? 'This TLS version forbids renegotiation.' : 'Secure Renegotiation IS supported'}\nCiphers supported in s_server binary\n${suiteTableText()}---\nCiphers common between both SSL end points:\n${commonSuites(client)}\n${signatureLines(client)}${groupLines(client)}${sessionStatus(tls.session, process.random, process.clock.now())}${statistics(serving)}---\nno client certificate available\n</pre></BODY></HTML>\r\n\r\n`;
  await tls.write(encodeUtf8(`HTTP/1.0 200 ok\r\nContent-type: text/html\r\n\r\n${body}`)).catch(() => undefined);
  return close(tls);
}

/** The first line of an HTTP request, whose headers are read too. */
async function requestLine(tls: TlsConnection): Promise<string> {
  const source = new BufferedSource(tls);
  try {
    const first = (await source.readLine(8192)) ?? '';
    for (let line: string | undefined = first; line !== undefined && line !== ''; ) line = await source.readLine(8192);
    return first;
  } catch (error) {
    if (isEndOfProcess(error)) throw error;
    return '';
  }
}

async function close(tls: TlsConnection): Promise<boolean> {
  await tls.shutdown().catch(() => undefined);
  return false;
}

async function answerFile(invocation: Invocation, tls: TlsConnection): Promise<boolean> {
  const { process, tool } = invocation;
  const path = /^GET \/([^ ]*)/.exec(await requestLine(tls))?.[1];
  if (path === undefined) return close(tls);
  const head = (type: string): string => `HTTP/1.0 200 ok\r\nContent-type: ${type}\r\n\r\n`;
  const refuse = (text: string): Promise<void> => tls.write(encodeUtf8(head('text/plain') + text)).catch(() => undefined);
  if (path.split('/').includes('..')) await refuse(`'${path}' contains '..' or ':'\r\n`);
  else {
    try {
      const bytes = process.readFile(path);
      tool.out.write(`FILE:${path}\n`);
      await tls.write(encodeUtf8(head(/\.html?$|\.php$/.test(path) ? 'text/html' : 'text/plain'))).catch(() => undefined);
      await tls.write(bytes).catch(() => undefined);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const id = threadId(process);
      await refuse(`Error opening '${path}' mode='r'\r\n${queue.fopen(path, 'r', reason(error)).map((line) => `${id}:${line}\n`).join('')}`);
    }
  }
  return close(tls);
}

async function reverse(invocation: Invocation, tls: TlsConnection, client: ClientFacts, verification: { code: number; text: string }): Promise<boolean> {
  const { session } = tls;
  const [own] = session.peerCertificates;
  const signature = peerSignature(session);
  await say(invocation, `CONNECTION ESTABLISHED\nProtocol version: ${session.version}\nClient cipher list: ${suiteNames(client, false).join(':')}\nCiphersuite: ${session.cipherSuite.opensslName}\nSignature Algorithms: ${schemesText(client.schemes)}\n` +
    `${own ? `Peer certificate: ${formatName(readCertificate(own).subject, defaultNameFormat)}\nHash used: ${signature?.digest ?? 'UNDEF'}\nSignature type: ${signature?.type ?? ''}\n${verificationLine(verification)}` : 'No peer certificate\n'}` +
    groupLine({ group: session.group.name, version: session.version, asked: session.version } as Parameters<typeof groupLine>[0]));
  const source = new BufferedSource(tls);
  try {
    for (let line = await source.readLine(16384); line !== undefined && line !== 'CLOSE'; line = await source.readLine(16384)) await tls.write(encodeUtf8(`${[...line].reverse().join('')}\n`));
  } catch (error) {
    if (isEndOfProcess(error)) throw error;
  }
  await say(invocation, 'CONNECTION CLOSED\n');
  return close(tls);
}

/** Carries standard input to the client and the client's words to standard output. */
async function converse({ invocation, quiet }: Serving, tls: TlsConnection, client: ClientFacts): Promise<boolean> {
  const { process, tool } = invocation;
  const { session } = tls;
  const [own] = session.peerCertificates;
  if (!quiet) tool.out.write(`-----BEGIN SSL SESSION PARAMETERS-----\n${writePem('X', process.random(140)).split('\n').slice(1, -2).join('\n')}\n-----END SSL SESSION PARAMETERS-----\n${own ? `Client certificate\n${writePem('CERTIFICATE', own)}subject=${formatName(readCertificate(own).subject, defaultNameFormat)}\nissuer=${formatName(readCertificate(own).issuer, defaultNameFormat)}\n` : ''}${serverReport(client, session)}`);
  await tool.out.flush();
  const input = (async (): Promise<'input' | 'quit'> => {
    for (;;) {
      const bytes = await process.read(0);
      if (bytes.length === 0) return 'input';
      const [first] = bytes;
      if (!quiet && bytes.length <= 2 && (first === 81 || first === 113)) return first === 81 ? 'quit' : 'input';
      await tls.write(bytes).catch(() => undefined);
    }
  })();
  const output = (async (): Promise<'peer'> => {
    try {
      for (let bytes = await tls.read(); bytes.length > 0; bytes = await tls.read()) {
        tool.out.write(decodeUtf8(bytes));
        await tool.out.flush();
      }
    } catch (error) {
      if (isEndOfProcess(error)) throw error;
    }
    return 'peer';
  })();
  const first = quiet ? await output : await Promise.race([input, output]);
  await close(tls);
  if (!quiet) tool.out.write('DONE\nshutting down SSL\nCONNECTION CLOSED\n');
  return first !== 'peer';
}
