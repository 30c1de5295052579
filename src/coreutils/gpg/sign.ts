import { concatBytes, encodeUtf8 } from '../../base/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import type { PrivateKey } from '../../pki/index.ts';
import { readInput, reason, textOf } from '../program/index.ts';
import { GpgFailure, type GpgInvocation } from './invocation.ts';
import { algorithms, armor, clearText, makeSignature, number, packetTags, type TransferableKey, writePacket } from './openpgp/index.ts';

/** Writes what a command makes: to --output, to a file beside the input, or to standard output. */
export async function writeResult(invocation: GpgInvocation, beside: string | undefined, data: Uint8Array | string, failed: string): Promise<void> {
  const { process, tool } = invocation;
  const path = invocation.value('output') ?? beside;
  if (path === undefined || path === '-') {
    tool.out.write(data);
    return;
  }
  if (process.exists(path) && !invocation.has('yes')) {
    if (invocation.has('batch')) throw new GpgFailure([`${failed}: File exists`]);
    await ask(invocation, path, failed);
  }
  try {
    process.writeFile(path, data);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new GpgFailure([`can't create '${path}': ${reason(error)}`, `${failed}: ${reason(error)}`]);
  }
}

async function ask({ process }: GpgInvocation, path: string, failed: string): Promise<void> {
  let terminal: number;
  try {
    terminal = process.open('/dev/tty', 'r+');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new GpgFailure(["cannot open '/dev/tty': No such device or address"]);
  }
  try {
    await process.write(terminal, `File '${path}' exists. Overwrite? (y/N) `);
    const answer = new TextDecoder().decode(await process.read(terminal));
    if (!/^y/i.test(answer)) throw new GpgFailure([`${failed}: File exists`]);
  } finally {
    process.close(terminal);
  }
}

function signingKey({ ring, value }: GpgInvocation, failed: string): { key: TransferableKey; secret: PrivateKey; mail: string | undefined } {
  const wanted = value('local-user') ?? value('default-key');
  const candidates = wanted === undefined ? ring.keys() : ring.find(wanted);
  for (const key of candidates) {
    const secret = ring.secret(key.primary.fingerprint);
    if (secret && key.flags & 2) return { key, secret, mail: wanted?.includes('@') ? wanted.replaceAll(/.*<|>.*/g, '') : undefined };
  }
  if (wanted !== undefined) throw new GpgFailure([`skipped "${wanted}": No secret key`, `${failed}: No secret key`]);
  throw new GpgFailure(['no default secret key: No secret key', `${failed}: No secret key`]);
}

/** gpg --detach-sign, --sign and --clear-sign. */
export async function signFile(invocation: GpgInvocation, kind: 'detached' | 'inline' | 'clear'): Promise<number> {
  const { process, operands } = invocation;
  const [path] = operands;
  const failed = kind === 'clear' ? `${path ?? '[stdin]'}: clear-sign failed` : 'signing failed';
  const { key, secret, mail } = signingKey(invocation, failed);
  let data: Uint8Array;
  try {
    data = await readInput(process, path ?? '-');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new GpgFailure([`can't open '${path}': ${reason(error)}`, `${failed}: ${reason(error)}`]);
  }
  const created = Math.floor(process.clock.now() / 1000) * 1000;
  const { fingerprint, keyId } = key.primary;
  const content = { created, fingerprint, ...(mail === undefined ? {} : { signerUserId: mail }) };
  const armored = invocation.has('armor') || invocation.has('armour');
  const beside = path === undefined || path === '-' ? undefined : path;
  if (kind === 'clear') {
    const { shown, signed } = clearText(textOf(data));
    const signature = await makeSignature(secret, signed, { type: 1, ...content });
    await writeResult(invocation, beside && `${beside}.asc`, `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${shown}${armor('SIGNATURE', signature)}`, failed);
    return 0;
  }
  const signature = await makeSignature(secret, data, { type: 0, ...content });
  if (kind === 'detached') {
    await writeResult(invocation, beside && `${beside}.${armored ? 'asc' : 'sig'}`, armored ? armor('SIGNATURE', signature) : signature, failed);
    return 0;
  }
  const algorithm = secret.type === 'rsa' ? algorithms.rsa : algorithms.eddsa;
  const onePass = writePacket(packetTags.onePassSignature, concatBytes([Uint8Array.of(3, 0, 10, algorithm), Uint8Array.from(keyId.match(/../g) ?? [], (pair) => parseInt(pair, 16)), Uint8Array.of(1)]));
  const name = encodeUtf8((beside ?? '').split('/').at(-1) ?? '');
  const literal = writePacket(packetTags.literal, concatBytes([Uint8Array.of(0x62, name.length), name, number(Math.floor(created / 1000), 4), data]));
  const message = concatBytes([onePass, literal, signature]);
  await writeResult(invocation, beside && `${beside}.${armored ? 'asc' : 'gpg'}`, armored ? armor('MESSAGE', message) : message, failed);
  return 0;
}
