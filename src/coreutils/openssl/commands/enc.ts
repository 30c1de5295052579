import { concatBytes, encodeUtf8, equalBytes, noBytes } from '../../../base/index.ts';
import { bytesToKey, type Cipher, cipherOf, isPkiError, pbkdf2Of, toBase64 } from '../../../pki/index.ts';
import { binaryOf, bytesOf } from '../../program/index.ts';
import { type Command, type Invocation, say } from '../command.ts';
import { optionColumns } from '../columns.ts';
import { decodeBase64 } from '../base64.ts';
import { Failure, queue } from '../failure.ts';
import { checkWritable, readFile, readTextFile, writeOut } from '../files.ts';
import { cipherName } from '../key-output.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/enc.ts';
import { askSecret, passwordOf } from '../password.ts';
import { plainHex } from '../print/hex.ts';
import { digestByName } from '../sign-options.ts';
import { supportedCiphers } from '../cipher-list.ts';

const magic = encodeUtf8('Salted__');

/** openssl-enc(1), base64, and every cipher by its name. */
export const enc: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name, tool } = invocation;
    if (given.has('list', 'ciphers')) {
      tool.out.write(`Supported ciphers:\n${optionColumns(supportedCiphers.split(' '))}\n`);
      return 0;
    }
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const cipher = chosenCipher(invocation);
    const base64 = given.has('a', 'base64') || name === 'base64';
    const decrypt = given.given.findLast((each) => each.name === 'd' || each.name === 'e')?.name === 'd';
    const hashName = given.value('md');
    const hash = hashName === undefined ? 'sha256' : digestByName(hashName);
    if (!hash) throw new Failure(`${name}: Unknown option or message digest: ${hashName ?? ''}\n${name}: Use -help for summary.\n`, [queue.unsupported(hashName ?? '')]);
    let password = await passwordOf(process, given.value('pass') ?? (given.has('k') ? `pass:${given.value('k') ?? ''}` : undefined));
    if (given.has('kfile')) password = bytesOf((await readTextFile(invocation, given.value('kfile'))).split('\n')[0] ?? '');
    let input = await readFile(invocation, given.value('in'));
    if (cipher && !password && !given.has('K')) password = await askPassword(invocation, cipher, decrypt);
    await checkWritable(invocation, given.value('out'));
    const lines = !given.has('A');
    if (base64 && decrypt) input = decodeBase64(binaryOf(input), lines);
    let output = cipher ? await transform(invocation, { cipher, decrypt, hash, password, input }) : input;
    if (!output) return 0;
    if (base64 && !decrypt) output = encodeUtf8(lines ? toBase64(output).replaceAll(/.{1,64}/g, '$&\n') : toBase64(output));
    await writeOut(invocation, given.value('out'), output);
    return 0;
  },
};

function chosenCipher({ name, options: given }: Invocation): Cipher | undefined {
  const unknown = given.value('*');
  const called = name === 'enc' || name === 'base64' ? undefined : name;
  const wanted = unknown ?? called;
  if (wanted === undefined || given.has('none')) return undefined;
  if (/-(gcm|ccm|ocb|siv)$|^chacha20-poly1305$/i.test(wanted)) throw new Failure(`${name}: AEAD ciphers not supported\n${name}: Use -help for summary.\n`);
  if (/-(xts|wrap)/i.test(wanted)) throw new Failure(`${name} XTS ciphers not supported\n`);
  const found = cipherOf(cipherName(wanted) ?? '');
  if (!found) throw new Failure(`${name}: Unknown option or cipher: ${wanted}\n${name}: Use -help for summary.\n`, [queue.unsupported(wanted)]);
  return found;
}

async function askPassword({ process }: Invocation, cipher: Cipher, decrypt: boolean): Promise<Uint8Array> {
  const prompt = `enter ${cipher.name.toUpperCase()} ${decrypt ? 'decryption' : 'encryption'} password:`;
  const first = await askSecret(process, prompt);
  if (first === undefined) throw new Failure('bad password read\n', [queue.noPassword]);
  if (decrypt) return bytesOf(first);
  const second = await askSecret(process, `Verifying - ${prompt}`);
  if (second !== first) throw new Failure(second === undefined ? 'bad password read\n' : 'Verify failure\nbad password read\n', [queue.noPassword]);
  return bytesOf(first);
}

interface Work {
  cipher: Cipher;
  decrypt: boolean;
  hash: NonNullable<ReturnType<typeof digestByName>>;
  password: Uint8Array | undefined;
  input: Uint8Array;
}

/** Encrypts or decrypts; undefined when only the key was to be shown. */
async function transform(invocation: Invocation, { cipher, decrypt, hash, password, input }: Work): Promise<Uint8Array | undefined> {
  const { options: given, process, tool } = invocation;
  let [key, iv, salt]: [Uint8Array, Uint8Array, Uint8Array | undefined] = [noBytes, noBytes, undefined];
  let body = input;
  let head: Uint8Array = noBytes;
  if (given.has('K')) {
    if (!given.has('iv') && cipher.ivLength > 0) throw new Failure('iv undefined\n');
    iv = given.has('iv') ? await hexValue(invocation, given.value('iv') ?? '', cipher.ivLength, 'iv') : noBytes;
    key = await hexValue(invocation, given.value('K') ?? '', cipher.keyLength, 'key');
  } else {
    const stretch = given.has('pbkdf2', 'iter');
    if (!given.has('nosalt')) {
      if (given.has('S')) salt = await hexValue(invocation, given.value('S') ?? '', 8, 'salt');
      else if (decrypt) {
        if (input.length < 16) throw new Failure('error reading input file\n');
        if (!equalBytes(input.subarray(0, 8), magic)) throw new Failure('bad magic number\n');
        salt = input.subarray(8, 16);
        body = input.subarray(16);
      } else {
        salt = process.random(8);
        if (!given.has('P')) head = concatBytes([magic, salt]);
      }
    }
    if (!stretch) await say(invocation, '*** WARNING : deprecated key derivation used.\nUsing -iter or -pbkdf2 would be better.\n');
    const size = cipher.keyLength + cipher.ivLength;
    const secret = password ?? noBytes;
    const derived = stretch ? pbkdf2Of(hash, secret, salt ?? noBytes, given.number('iter') ?? 10_000, size) : bytesToKey(hash, secret, salt ?? noBytes, size);
    [key, iv] = [derived.subarray(0, cipher.keyLength), given.has('iv') ? await hexValue(invocation, given.value('iv') ?? '', cipher.ivLength, 'iv') : derived.subarray(cipher.keyLength)];
  }
  if (given.has('p', 'P')) {
    tool.out.write(`${salt ? `salt=${plainHex(salt)}\n` : ''}${cipher.keyLength > 0 ? `key=${plainHex(key)}\n` : ''}${cipher.ivLength > 0 ? `iv =${plainHex(iv)}\n` : ''}`);
    if (given.has('P')) return undefined;
  }
  const padding = !given.has('nopad');
  try {
    return decrypt ? cipher.decrypt(key, iv, body, padding) : concatBytes([head, cipher.encrypt(key, iv, body, padding)]);
  } catch (error) {
    await writeBlocksBefore();
    if (isPkiError(error, 'bad-password')) throw new Failure('bad decrypt\n', [queue.badDecrypt]);
    if (isPkiError(error, 'bad-key')) throw new Failure(`bad ${decrypt ? 'decrypt' : 'encrypt'}\n`, [`error:1C80006B:Provider routines:ossl_cipher_generic_block_final:wrong final block length:../providers/implementations/ciphers/ciphercommon.c:${decrypt ? 467 : 444}:`]);
    throw error;
  }

  /** What has gone out by the time the last block is found to be wrong. */
  async function writeBlocksBefore(): Promise<void> {
    const size = cipher.blockLength;
    const heldBack = decrypt && padding && body.length > 0 && body.length % size === 0 ? size : 0;
    const whole = body.subarray(0, body.length - (body.length % size) - heldBack);
    await writeOut(invocation, given.value('out'), decrypt ? cipher.decrypt(key, iv, whole, false) : concatBytes([head, cipher.encrypt(key, iv, whole, false)]));
  }
}

async function hexValue(invocation: Invocation, text: string, length: number, what: 'key' | 'iv' | 'salt'): Promise<Uint8Array> {
  if (text.length > 2 * length) await say(invocation, 'hex string is too long, ignoring excess\n');
  if (text.length < 2 * length) await say(invocation, 'hex string is too short, padding with zero bytes to length\n');
  const digits = text.slice(0, 2 * length);
  if (!/^[\da-f]*$/i.test(digits)) throw new Failure(`non-hex digit\ninvalid hex ${what} value\n`);
  const padded = digits.padEnd(2 * length, '0');
  return Uint8Array.from({ length }, (_, i) => parseInt(padded.slice(2 * i, 2 * i + 2), 16));
}
