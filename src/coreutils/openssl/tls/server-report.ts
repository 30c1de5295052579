import { toHex } from '../../../base/index.ts';
import { defaultTable, suiteTable } from './suite-list.ts';
import { schemesText } from './report.ts';
import type { TlsSession } from '../../../tls/index.ts';

/** What a client's hello offered. */
export interface ClientFacts {
  cipherSuites: readonly number[];
  schemes: readonly number[];
  groups: readonly number[];
}

const groupNames: Record<number, string> = { 0x11ec: 'X25519MLKEM768', 0x001d: 'x25519', 0x0017: 'secp256r1', 0x001e: 'x448', 0x0018: 'secp384r1', 0x0019: 'secp521r1', 0x0100: 'ffdhe2048', 0x0101: 'ffdhe3072' };
const groupsText = (groups: readonly number[]): string => groups.map((id) => groupNames[id] ?? `0x${id.toString(16).toUpperCase().padStart(4, '0')}`).join(':');

const byId = new Map(suiteTable.map((row) => [row.id, row.name]));
const ours = new Set(defaultTable.map(({ id }) => id));

/** Names of the client's suites, in its order; `shared`: those that are on here too. */
export function suiteNames({ cipherSuites }: ClientFacts, shared: boolean): string[] {
  return cipherSuites.filter((id) => !shared || ours.has(id)).map((id) => byId.get(id)).filter((name) => name !== undefined);
}

const unshared = new Set([0x0302, 0x0402, 0x0502, 0x0602]);

/** Lines about signatures of a client. */
export function signatureLines({ schemes }: ClientFacts): string {
  return `Signature Algorithms: ${schemesText(schemes)}\nShared Signature Algorithms: ${schemesText(schemes.filter((id) => !unshared.has(id)))}\n`;
}

/** What s_server prints of a connection, below the session. */
export function serverReport(client: ClientFacts, session: TlsSession): string {
  const newer = session.version === 'TLSv1.3';
  return `Shared ciphers:${suiteNames(client, true).join(':')}\n${signatureLines(client)}${groupLines(client)}` +
    `CIPHER is ${session.cipherSuite.opensslName}\n${newer ? 'This TLS version forbids renegotiation.' : 'Secure Renegotiation IS supported'}\n`;
}

/** The list of suites of -www: two to a line. */
export function suiteTableText(): string {
  const cells = defaultTable.map(({ version, name }) => `${version.replace(/^TLSv1$/, 'TLSv1.0').padEnd(11)}:${name.padEnd(25)} `);
  return cells.map((cell, index) => `${cell}${index % 2 === 1 ? '\n' : ''}`).join('');
}

/** The suites that both sides take, three to a line. */
export function commonSuites(client: ClientFacts): string {
  const names = suiteNames(client, true);
  return names.map((name, index) => {
    const third = index % 3 === 2;
    return index === names.length - 1 ? name : `${name.padEnd(third ? 25 : 26)} ${third ? '\n' : ''}`;
  }).join('');
}

/** What -www shows of the session, below the groups. */
export function sessionStatus(session: TlsSession, random: (length: number) => Uint8Array, now: number): string {
  const hex = (length: number): string => toHex(random(length)).toUpperCase();
  const newer = session.version === 'TLSv1.3';
  return `---\nNew, ${session.version}, Cipher is ${session.cipherSuite.opensslName}\nSSL-Session:\n    Protocol  : ${session.version}\n    Cipher    : ${session.cipherSuite.opensslName}\n    Session-ID: ${newer ? hex(32) : toHex(session.sessionId).toUpperCase()}\n    Session-ID-ctx: 01000000\n` +
    `    ${newer ? 'Resumption PSK' : 'Master-Key'}: ${newer ? hex(48) : toHex(session.masterSecret ?? new Uint8Array()).toUpperCase()}\n    PSK identity: None\n    PSK identity hint: None\n    SRP username: None\n    Start Time: ${Math.floor(now / 1000)}\n    Timeout   : 7200 (sec)\n    Verify return code: 0 (ok)\n` +
    `    Extended master secret: ${session.extendedMasterSecret ? 'yes' : 'no'}\n${newer ? '    Max Early Data: 0\n' : ''}---\n`;
}

/** Lines about groups of a client. */
export function groupLines({ groups }: ClientFacts): string {
  return `Supported groups: ${groupsText(groups)}\nShared groups: ${groupsText(groups)}\n`;
}
