import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { digest, generateKey, keyBits } from '../../pki/index.ts';
import { findUserById } from './user.ts';
import { getopt, rawProgram, reason, type Tool, UsageError } from '../program/index.ts';
import { blobFingerprint, keyBlob, type KeyPair, makeKey, privateFile, publicLine, readPrivateFile, readPublicLine, toBase64 } from './key-file.ts';
import { matchesHost } from './known-hosts.ts';
import { keygenUsage as usage } from './keygen-usage.ts';
import { askLine, say } from './prompt.ts';
import { randomArt } from './random-art.ts';
import { readRsaFile, readRsaLine, rsaBlob, rsaFile, rsaLine, type RsaPair } from './rsa-key.ts';

const options = { type: '-t=', file: '-f=', passphrase: '-N=', comment: '-C=', quiet: '-q', list: '-l', print: '-y', all: '-A', remove: '-R=', find: '-F=', bits: '-b=', verbose: '-v', change: '-p', oldPassphrase: '-P=', recomment: '-c', hash: '-E=', rounds: '-a=', format: '-m=' };

/** ssh-keygen(1): key pairs of types ed25519 and rsa in OpenSSH's own formats, and known_hosts. */
export const sshKeygen = rawProgram('ssh-keygen', async (tool, words) => {
  let args;
  try {
    args = getopt(options, words, { permute: false });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await say(tool, `${error.message.startsWith('invalid') ? 'unknown option' : 'option requires an argument'} -- ${error.message.at(-2)}\n`);
    await tool.errorText(usage);
    return 1;
  }
  const { process } = tool;
  const { home, name } = findUserById(process);
  const file = args.value('file');
  const host = args.value('remove') ?? args.value('find');
  if (args.has('all')) return makeHostKeys(tool);
  if (host !== undefined) return await editKnownHosts(tool, file ?? `${home}/.ssh/known_hosts`, host, args.has('remove'));
  if (args.has('list') || args.has('print')) return await show(tool, file ?? `${home}/.ssh/id_ed25519`, { whole: args.has('print'), art: args.has('verbose'), hash: args.value('hash') });
  if (args.has('change') || args.has('recomment')) return await rewrite(tool, file ?? `${home}/.ssh/id_ed25519`, args.has('recomment') ? args.value('comment') ?? '' : undefined, args.value('passphrase'));
  const kind = args.value('type') ?? 'ed25519';
  const length = args.value('bits');
  if (length !== undefined && !/^\d+$/.test(length)) {
    await say(tool, `Bits has bad value ${length} (invalid)\n`);
    return 255;
  }
  const bits = kind === 'rsa' ? Number(length ?? '3072') : 256;
  if (kind === 'rsa' && (bits < 1024 || bits > 16_384)) {
    await say(tool, `Invalid RSA key length: ${bits < 1024 ? 'minimum is 1024' : 'maximum is 16384'} bits\n`);
    return 255;
  }
  if (kind !== 'ed25519' && kind !== 'rsa') {
    await say(tool, /^(ecdsa|dsa|ecdsa-sk|ed25519-sk)$/.test(kind) ? `ssh-keygen: keys of type ${kind} are not part of this sandbox; use -t ed25519, which is what ssh-keygen makes by default, or -t rsa\n` : `unknown key type ${kind}\n`);
    return 255;
  }
  return await generate(tool, { kind, bits, path: file, comment: args.value('comment') ?? `${name}@${process.hostname()}`, quiet: args.has('quiet'), passphrase: args.value('passphrase'), home });
});

async function generate(tool: Tool, { kind, bits, path: given, comment, quiet, passphrase, home }: { kind: 'ed25519' | 'rsa'; bits: number; path: string | undefined; comment: string; quiet: boolean; passphrase: string | undefined; home: string }): Promise<number> {
  const { process, out } = tool;
  const tell = async (text: string): Promise<void> => {
    if (!quiet) out.write(text);
    await out.flush();
  };
  await tell(`Generating public/private ${kind} key pair.\n`);
  const usual = `${home}/.ssh/id_${kind}`;
  const path = given ?? ((await askLine(process, `Enter file in which to save the key (${usual}): `)) || usual);
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (folder === `${home}/.ssh` && !process.exists(folder)) {
    process.mkdir(folder, 0o700);
    await tell(`Created directory '${folder}'.\n`);
  }
  if (process.exists(path)) {
    const answer = await askLine(process, `${path} already exists.\nOverwrite (y/n)? `);
    if (!/^y/i.test(answer ?? '')) return 1;
  }
  if (passphrase === undefined) {
    const first = await askLine(process, `Enter passphrase for "${path}" (empty for no passphrase): `, true);
    const second = await askLine(process, 'Enter same passphrase again: ', true);
    if (first !== second) {
      await say(tool, 'Passphrases do not match.  Try again.\n');
      return 1;
    }
    passphrase = first;
  }
  if (passphrase) await say(tool, 'ssh-keygen: passphrases are not part of this sandbox: the key is kept without one\n');
  const key = await made(process, kind, bits, comment);
  try {
    process.writeFile(path, key.file(comment), { mode: 0o600 });
    process.chmod(path, 0o600);
    process.writeFile(`${path}.pub`, `${key.line(comment)}\n`, { mode: 0o644 });
  } catch (error) {
    await say(tool, `Saving key "${path}" failed: ${reason(error)}\n`);
    return 1;
  }
  await tell(`Your identification has been saved in ${path}\nYour public key has been saved in ${path}.pub\nThe key fingerprint is:\n${blobFingerprint(key.blob)} ${comment}\nThe key's randomart image is:\n${randomArt(key.blob, `${key.name} ${key.bits}`)}`);
  return 0;
}

/** A key of either type, as its files show it. */
interface ShownKey {
  name: 'ED25519' | 'RSA';
  bits: number;
  blob: Uint8Array;
  comment: string;
  /** The line of its `.pub` file. */
  line(comment: string): string;
}

/** One whose private half is here too. */
interface OwnKey extends ShownKey {
  file(comment: string): string;
}

function ownEd25519(process: Process, pair: KeyPair): OwnKey {
  return { name: 'ED25519', bits: 256, blob: keyBlob(pair.publicKey), comment: pair.comment, line: (comment) => publicLine({ ...pair, comment }), file: (comment) => privateFile({ ...pair, comment }, process.random) };
}

function ownRsa(process: Process, { key, comment: old }: RsaPair): OwnKey {
  return { name: 'RSA', bits: keyBits(key), blob: rsaBlob(key), comment: old, line: (comment) => rsaLine({ key, comment }), file: (comment) => rsaFile({ key, comment }, process.random) };
}

async function made(process: Process, kind: 'ed25519' | 'rsa', bits: number, comment: string): Promise<OwnKey> {
  if (kind === 'ed25519') return ownEd25519(process, makeKey(process.random, comment));
  const key = await generateKey({ type: 'rsa', bits }, { random: process.random, subtle: globalThis.crypto?.subtle, checkpoint: () => process.checkpoint() });
  if (key.type !== 'rsa') throw new Error('not the key that was asked for');
  return ownRsa(process, { key, comment });
}

/** The key of a private file; undefined for what is none. */
function ownKey(process: Process, text: string): OwnKey | undefined {
  const pair = readPrivateFile(text);
  if (pair) return ownEd25519(process, pair);
  const rsa = readRsaFile(text);
  return rsa && ownRsa(process, rsa);
}

/** The key of a private file or of a line of a `.pub` file. */
function shownKey(process: Process, text: string): ShownKey | undefined {
  const own = ownKey(process, text);
  if (own) return own;
  const line = readPublicLine(text);
  if (line) return { name: 'ED25519', bits: 256, blob: keyBlob(line.publicKey), comment: line.comment, line: (comment) => publicLine({ ...line, comment }) };
  const rsa = readRsaLine(text);
  return rsa && { name: 'RSA', bits: keyBits(rsa.key), blob: rsa.blob, comment: rsa.comment, line: (comment) => `ssh-rsa ${toBase64(rsa.blob)}${comment === '' ? '' : ` ${comment}`}` };
}

/** -c and -p: writes a key's files anew, with another comment or, as far as this goes, another passphrase. */
async function rewrite(tool: Tool, path: string, comment: string | undefined, passphrase: string | undefined): Promise<number> {
  const { process, out } = tool;
  const key = process.exists(path) ? ownKey(process, process.readTextFile(path)) : undefined;
  if (!key) {
    await say(tool, process.exists(path) ? `Failed to load key ${path}: invalid format\n` : `${path}: No such file or directory\n`);
    return 255;
  }
  if (comment === undefined) {
    out.write(`Key has comment '${key.comment}'\n`);
    await out.flush();
    if (passphrase) await say(tool, 'ssh-keygen: passphrases are not part of this sandbox: the key is kept without one\n');
    out.write('Your identification has been saved with the new passphrase.\n');
    return 0;
  }
  out.write(`Old comment: ${key.comment}\n`);
  process.writeFile(path, key.file(comment), { mode: 0o600 });
  process.writeFile(`${path}.pub`, `${key.line(comment)}\n`, { mode: 0o644 });
  out.write(`Comment '${comment}' applied\n`);
  return 0;
}

function makeHostKeys(tool: Tool): number {
  ensureHostKey(tool.process);
  return 0;
}

const hostKeyFile = '/etc/ssh/ssh_host_ed25519_key';

/** This machine's key for who connects to it; made when there is none. */
export function ensureHostKey(process: Process): ReturnType<typeof makeKey> {
  const kept = process.exists(hostKeyFile) ? readPrivateFile(process.readTextFile(hostKeyFile)) : undefined;
  if (kept) return kept;
  const key = makeKey(process.random, `root@${process.hostname()}`);
  if (!process.exists('/etc/ssh')) process.mkdir('/etc/ssh');
  process.writeFile(hostKeyFile, privateFile(key, process.random), { mode: 0o600 });
  process.writeFile(`${hostKeyFile}.pub`, `${publicLine(key)}\n`, { mode: 0o644 });
  return key;
}

async function show(tool: Tool, path: string, { whole, art, hash }: { whole: boolean; art: boolean; hash: string | undefined }): Promise<number> {
  const { process, out } = tool;
  let text: string;
  try {
    text = process.readTextFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await say(tool, whole ? `${path}: ${reason(error)}\n` : `ssh-keygen: ${path}: ${reason(error)}\n`);
    return 255;
  }
  const key = shownKey(process, text);
  if (!key) {
    await say(tool, whole ? `Load key "${path}": error in libcrypto\n` : `${path} is not a public key file.\n`);
    return 255;
  }
  const print = /^md5$/i.test(hash ?? '') ? `MD5:${Array.from(digest('md5', key.blob), (byte) => byte.toString(16).padStart(2, '0')).join(':')}` : blobFingerprint(key.blob);
  out.write(whole ? `${key.line(key.comment)}\n` : `${key.bits} ${print} ${key.comment || 'no comment'} (${key.name})\n${art ? randomArt(key.blob, `${key.name} ${key.bits}`) : ''}`);
  return 0;
}

async function editKnownHosts(tool: Tool, path: string, host: string, remove: boolean): Promise<number> {
  const { process, out } = tool;
  if (!process.exists(path)) {
    await say(tool, `Cannot stat ${path}: No such file or directory\n`);
    return 255;
  }
  const lines = process.readTextFile(path).split('\n').filter((line) => line !== '');
  const found = lines.flatMap((line, index) => (matchesHost(line, host) ? [{ line, number: index + 1 }] : []));
  for (const { line, number } of found) out.write(remove ? `# Host ${host} found: line ${number}\n` : `# Host ${host} found: line ${number} \n${line}\n`);
  if (!remove) return found.length > 0 ? 0 : 1;
  if (found.length === 0) {
    await say(tool, `Host ${host} not found in ${path}\n`);
    return 0;
  }
  process.writeFile(`${path}.old`, process.readTextFile(path), { mode: 0o600 });
  process.writeFile(path, lines.filter((line) => !matchesHost(line, host)).map((line) => `${line}\n`).join(''));
  out.write(`${path} updated.\nOriginal contents retained as ${path}.old\n`);
  return 0;
}
