import { cipherName } from './key-output.ts';
import { columns } from './columns.ts';
import type { Command } from './command.ts';
import { commandLists } from './command-lists.ts';
import { digestByName } from './sign-options.ts';

type Loader = () => Promise<Command>;

/** The commands that are here; each is loaded when it is called. */
const commands: Partial<Record<string, Loader>> = {
  asn1parse: async () => (await import('./commands/asn1parse.ts')).asn1parse,
  ca: async () => (await import('./commands/ca.ts')).ca,
  ciphers: async () => (await import('./commands/ciphers.ts')).ciphers,
  crl: async () => (await import('./commands/crl.ts')).crl,
  crl2pkcs7: async () => (await import('./commands/crl2pkcs7.ts')).crl2pkcs7,
  dgst: async () => (await import('./commands/dgst.ts')).dgst,
  dhparam: async () => (await import('./commands/dhparam.ts')).dhparam,
  ec: async () => (await import('./commands/ec.ts')).ec,
  ecparam: async () => (await import('./commands/ecparam.ts')).ecparam,
  enc: async () => (await import('./commands/enc.ts')).enc,
  engine: async () => (await import('./commands/engine.ts')).engine,
  errstr: async () => (await import('./commands/errstr.ts')).errstr,
  genpkey: async () => (await import('./commands/genpkey.ts')).genpkey,
  genrsa: async () => (await import('./commands/genrsa.ts')).genrsa,
  info: async () => (await import('./commands/info.ts')).info,
  kdf: async () => (await import('./commands/kdf.ts')).kdf,
  list: async () => (await import('./commands/list.ts')).list,
  mac: async () => (await import('./commands/mac.ts')).mac,
  passwd: async () => (await import('./commands/passwd.ts')).passwd,
  pkcs12: async () => (await import('./commands/pkcs12.ts')).pkcs12,
  pkcs7: async () => (await import('./commands/pkcs7.ts')).pkcs7,
  pkcs8: async () => (await import('./commands/pkcs8.ts')).pkcs8,
  pkey: async () => (await import('./commands/pkey.ts')).pkey,
  pkeyutl: async () => (await import('./commands/pkeyutl.ts')).pkeyutl,
  prime: async () => (await import('./commands/prime.ts')).prime,
  rand: async () => (await import('./commands/rand.ts')).rand,
  rehash: async () => (await import('./commands/rehash.ts')).rehash,
  req: async () => (await import('./commands/req.ts')).req,
  rsa: async () => (await import('./commands/rsa.ts')).rsa,
  rsautl: async () => (await import('./commands/rsautl.ts')).rsautl,
  s_client: async () => (await import('./commands/s-client.ts')).sClient,
  s_server: async () => (await import('./commands/s-server.ts')).sServer,
  storeutl: async () => (await import('./commands/storeutl.ts')).storeutl,
  verify: async () => (await import('./commands/verify.ts')).verify,
  version: async () => (await import('./commands/version.ts')).version,
  x509: async () => (await import('./commands/x509.ts')).x509,
};

const notHere = (name: string): Loader => async () => await (await import('./commands/not-here.ts')).notHere(name);

/** The command of this name, the name of a digest (`dgst`) or of a cipher (`enc`). */
export function findCommand(name: string): Loader | undefined {
  if (Object.hasOwn(commands, name)) return commands[name];
  if (digestByName(name)) return commands.dgst;
  if (name === 'base64' || cipherName(name) !== undefined) return commands.enc;
  return commandLists.some(([, names]) => names.split(' ').includes(name)) ? notHere(name) : undefined;
}

/** What `openssl help` prints. */
export function helpText(): string {
  return `help:\n\n${commandLists.map(([heading, names]) => `${heading}\n${columns(names.split(' '))}\n\n`).join('')}`;
}
