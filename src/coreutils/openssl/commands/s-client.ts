import { encodeUtf8 } from '../../../base/index.ts';
import { addressBytes } from '../../../pki/index.ts';
import { connectTls, handshakeType, isTlsError, type TlsConnection, type TlsError } from '../../../tls/index.ts';
import { type Fd, isSystemError, LookupError, type Process } from '../../../kernel/uapi/index.ts';
import { reason } from '../../program/index.ts';
import { type Command, type Invocation, say } from '../command.ts';
import { Failure } from '../failure.ts';
import { options } from '../options/s-client.ts';
import { threadId } from '../password.ts';
import { queueLine } from '../tls/queue-line.ts';
import { briefReport, type ConnectionFacts, connectionReport } from '../tls/report.ts';
import { groupsOf, identityOf, suitesOf, trustedOf, versionsOf } from '../tls/terms.ts';
import { callbackVerifier } from '../tls/verify-callback.ts';

/** openssl-s_client(1). */
export const sClient: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name } = invocation;
    const starttls = given.value('starttls');
    if (starttls !== undefined && !protocols.includes(starttls)) throw new Failure(`${name}: Value must be one of:\n${protocols.map((each) => `\t${each}\n`).join('')}`);
    if (starttls !== undefined) throw new Failure(`${name}: -starttls is not here: the sandbox has no mail or directory servers\n`);
    const [positional, extra] = given.rest;
    if (extra !== undefined) throw new Failure(`${name}: Extra option: "${positional ?? ''}"\n${name}: Use -help for summary.\n`);
    if (positional !== undefined && given.has('connect')) throw new Failure(`${name}: cannot provide both -connect option and target parameter\n${name}: Use -help for summary.\n`);
    const { host, port } = target(name, given.value('connect') ?? positional ?? '', given.value('host'), given.value('port'));
    const identity = await identityOf(invocation, 'client');
    const anchors = trustedOf(invocation);
    const suites = suitesOf(given);
    const groups = groupsOf(given);
    process.onSignal('SIGPIPE', 'ignore');
    const { fd, address } = await open(invocation, host, port);
    await say(invocation, `Connecting to ${address}\n`);
    const brief = given.has('brief');
    const quiet = given.has('quiet');
    const facts: ConnectionFacts = {
      asked: given.has('tls1_2', 'no_tls1_3') ? 'TLSv1.2' : 'TLSv1.3', version: undefined, cipherSuite: undefined, group: undefined, certificates: [], session: undefined, tally: { read: 0, written: 0 }, verification: { code: 0, text: 'ok' },
      peerName: undefined, showAll: given.has('showcerts'), now: process.clock.now(),
    };
    const out = (text: string): void => {
      if (!brief && !quiet) invocation.tool.out.write(text);
    };
    let heard = '';
    const versions = versionsOf(given);
    const serverName = given.has('noservername') ? undefined : given.value('servername') ?? (isDnsName(host) ? host : undefined);
    const wanted = given.value('verify_hostname') ?? given.value('verify_ip');
    out(`CONNECTED(0000000${fd})\n`);
    const trace = process.traceTls(fd);
    let tls: TlsConnection;
    try {
      if (!versions) throw new Failure('', ['error:0A0000BF:SSL routines:tls_setup_handshake:no protocols available:../ssl/statem/statem_lib.c:155:'], 1);
      tls = await connectTls(process.stream(fd), {
        random: process.random, versions, serverName, identity, tally: facts.tally, manner: { ticket: true, postHandshakeAuth: given.has('enable_pha'), padding: false }, ...(suites && { cipherSuites: suites }), ...(groups && { groups }),
        ...(given.has('alpn') && { alpn: (given.value('alpn') ?? '').split(',') }),
        verify: callbackVerifier({ anchors, now: process.clock.now(), purpose: 'sslserver', partialChain: given.has('partial_chain'), ...(wanted !== undefined && { host: wanted }) }, {
          quiet: brief || given.has('verify_quiet'), strict: given.has('verify_return_error'), result: facts.verification, write: (text) => (heard += text),
        }),
        onMessage: ({ sent, kind, code }) => {
          if (!sent && kind === 'handshake' && code === handshakeType.serverHello && serverName === undefined && !given.has('noservername')) heard += "Can't use SSL_get_servername\n";
        },
        trace: (step) => {
          if (step.kind === 'server-hello') Object.assign(facts, { version: step.version, cipherSuite: step.cipherSuite, group: step.group });
          if (step.kind === 'certificate' && !step.sent) facts.certificates = step.certificates;
          trace(step);
        },
      });
    } catch (error) {
      process.close(fd);
      await say(invocation, heard);
      if (!isTlsError(error) && !(error instanceof Failure)) throw error;
      if (!isTlsError(error)) facts.tally.written = 7;
      out(connectionReport(facts));
      throw isTlsError(error) ? new Failure('', [queueLine(error, 'client')]) : error;
    }
    facts.session = tls.session;
    facts.group ??= tls.session.group.name;
    if (given.has('verify_hostname') && facts.verification.code === 0) facts.peerName = wanted;
    await say(invocation, heard + (brief ? briefReport(facts) : ''));
    out(connectionReport(facts));
    await invocation.tool.out.flush();
    return converse(invocation, tls, { ignoreEnd: given.has('ign_eof') || (quiet && !given.has('no_ign_eof')), quiet: brief || quiet, crlf: given.has('crlf') });
  },
};

const protocols = ['smtp', 'pop3', 'imap', 'ftp', 'xmpp', 'xmpp-server', 'telnet', 'irc', 'mysql', 'postgres', 'lmtp', 'nntp', 'sieve', 'ldap'];

function target(name: string, connect: string, host: string | undefined, port: string | undefined): { host: string; port: number } {
  if (!/^(?:\[[^\]]*\](?::[^:]*)?|[^:[]*(?::[^:]*)?)$/.test(connect)) throw new Failure(`${name}: -connect argument or target parameter malformed or ambiguous\n`);
  const [, bracketed, plain, service] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(connect) ?? [];
  return { host: bracketed ?? ((plain || undefined) ?? host ?? 'localhost'), port: Number(service ?? port ?? 4433) || (service === 'https' ? 443 : 4433) };
}

/** What OpenSSL takes for a name that goes into server_name: with a dot, and no address. */
function isDnsName(host: string): boolean {
  return !addressBytes(host) && /^[\w-]+(?:\.[\w-]+)+$/.test(host);
}

async function open(invocation: Invocation, host: string, port: number): Promise<{ fd: Fd; address: string }> {
  const { process } = invocation;
  let addresses: string[];
  try {
    addresses = await process.lookup(host);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    throw new Failure('', [`error:10080002:BIO routines:BIO_lookup_ex:system lib:../crypto/bio/bio_addr.c:772:${error.message}`], 1, 'connect:errno=2\n');
  }
  const lines: string[] = [];
  let errno = 0;
  for (const address of addresses) {
    try {
      return { fd: await process.connect({ family: 'inet', address, port }), address };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      errno = { ECONNREFUSED: 111, ETIMEDOUT: 110, EHOSTUNREACH: 113, ENETUNREACH: 101 }[error.code as 'ECONNREFUSED'] ?? 111;
      lines.push(`error:${(0x80000000 + errno).toString(16).toUpperCase()}:system library:BIO_connect:${reason(error)}:../crypto/bio/bio_sock2.c:183:calling connect()`, 'error:10000067:BIO routines:BIO_connect:connect error:../crypto/bio/bio_sock2.c:185:');
    }
  }
  throw new Failure('', lines, 1, `connect:errno=${errno}\n`);
}

/** Carries standard input to the peer and what the peer says to standard output, until one of them ends. */
async function converse(invocation: Invocation, tls: TlsConnection, { ignoreEnd, quiet, crlf }: { ignoreEnd: boolean; quiet: boolean; crlf: boolean }): Promise<number> {
  const { process, tool } = invocation;
  const ended = sendInput(process, tls, { commands: !ignoreEnd && !invocation.options.has('nocommands'), crlf });
  const received = receive(invocation, tls);
  const first = await Promise.race([ended, received]);
  if (first === 'input' && ignoreEnd) return finish(invocation, tls, await received, quiet);
  if (first !== 'input') return finish(invocation, tls, first, quiet);
  await tls.shutdown();
  await tool.out.flush();
  await say(invocation, 'DONE\n');
  return 0;
}

async function finish(invocation: Invocation, tls: TlsConnection, result: 'closed' | TlsError, quiet: boolean): Promise<number> {
  tls.close();
  if (result === 'closed') {
    if (!quiet) invocation.tool.out.write('closed\n');
    return 0;
  }
  await say(invocation, `${threadId(invocation.process)}:${queueLine(result, 'client')}\n`);
  return 1;
}

async function sendInput(process: Process, tls: TlsConnection, { commands, crlf }: { commands: boolean; crlf: boolean }): Promise<'input'> {
  for (;;) {
    const bytes = await process.read(0);
    if (bytes.length === 0 || (commands && bytes[0] === 81)) return 'input';
    const sent = crlf ? encodeUtf8(new TextDecoder('latin1').decode(bytes).replaceAll('\n', '\r\n')) : bytes;
    try {
      await tls.write(sent);
    } catch {
      return await new Promise(() => undefined);
    }
  }
}

async function receive({ tool }: Invocation, tls: TlsConnection): Promise<'closed' | TlsError> {
  try {
    for (;;) {
      const bytes = await tls.read();
      if (bytes.length === 0) return 'closed';
      tool.out.write(bytes);
      await tool.out.flush();
    }
  } catch (error) {
    if (isTlsError(error)) return error;
    return 'closed';
  }
}
