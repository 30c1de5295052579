import { isSystemError } from '../../kernel/uapi/index.ts';
import { readInput, reason, textOf } from '../program/index.ts';
import { GpgFailure, type GpgInvocation } from './invocation.ts';
import { spaced, validity } from './list.ts';
import { binary, checkSignature, inflate, type KeyPacket, PacketError, packetTags, readClearSigned, type Packet, readPackets, readSignature, type Signature, type TransferableKey } from './openpgp/index.ts';

const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Sun Nov 29 18:47:24 2026 UTC`. */
function longTime(ms: number): string {
  const date = new Date(ms);
  return `${weekdays[date.getUTCDay()] ?? ''} ${months[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 19)} ${date.getUTCFullYear()} UTC`;
}

/** A file as gpg opens it. Throws a GpgFailure that ends with `after`. */
export async function openFile({ process }: GpgInvocation, path: string, after: string): Promise<Uint8Array> {
  try {
    return await readInput(process, path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new GpgFailure([`can't open '${path}': ${reason(error)}`, `${after}: ${reason(error)}`]);
  }
}

/** What a signed file holds: its signatures, and the data they are over where those are inside. */
interface Message {
  signatures: Signature[];
  data: Uint8Array | undefined;
  /** What is shown of the data. */
  content: Uint8Array | undefined;
  /** It is a key, whose signatures are its own. */
  key?: boolean;
}

async function readMessage(bytes: Uint8Array): Promise<Message | undefined> {
  const clear = (bytes[0] ?? 0) & 0x80 ? undefined : readClearSigned(textOf(bytes));
  try {
    if (clear) return { signatures: signaturesOf(readPackets(clear.signature)), data: clear.signed, content: new TextEncoder().encode(clear.text) };
    let packets = readPackets(binary(bytes));
    while (packets.length === 1 && packets[0]?.tag === packetTags.compressed) packets = readPackets(await inflate(packets[0].body));
    const literal = packets.find(({ tag }) => tag === packetTags.literal)?.body;
    const content = literal?.subarray(2 + (literal[1] ?? 0) + 4);
    const signatures = signaturesOf(packets);
    return signatures.length === 0 && !literal ? undefined : { signatures, data: content, content, key: packets[0]?.tag === packetTags.publicKey };
  } catch (error) {
    if (error instanceof PacketError) return undefined;
    throw error;
  }
}

function signaturesOf(packets: readonly Packet[]): Signature[] {
  return packets.filter(({ tag }) => tag === packetTags.signature).map(({ body }) => readSignature(body));
}

/** gpg --verify: a detached signature and its file, or a file that holds both. Returns the status. */
export async function verifyFiles(invocation: GpgInvocation): Promise<number> {
  const { operands: [path = '-', ...files], process, say } = invocation;
  const bytes = await openFile(invocation, path, 'verify signatures failed');
  if (bytes.length === 0) throw new GpgFailure(['verify signatures failed: Unknown system error']);
  const message = await readMessage(bytes);
  if (message?.key) throw new GpgFailure(['verify signatures failed: Unexpected error']);
  if (!message || message.signatures.length === 0) {
    throw new GpgFailure(['no valid OpenPGP data found.', 'the signature could not be verified.\nPlease remember that the signature file (.sig or .asc)\nshould be the first file given on the command line.']);
  }
  let { data } = message;
  if (!data) {
    let from = files[0];
    if (from === undefined) {
      const guess = /^(.*)\.(sig|asc|sign)$/.exec(path)?.[1];
      if (guess === undefined || invocation.has('batch') || !process.exists(guess)) throw new GpgFailure(['no signed data', "can't hash datafile: No data"]);
      await say(`assuming signed data in '${guess}'`);
      from = guess;
    }
    try {
      data = files.length > 1 ? Uint8Array.from((await Promise.all(files.map((file) => readInput(process, file)))).flatMap((part) => [...part])) : await readInput(process, from);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new GpgFailure([`can't open signed data '${from}'`, `can't hash datafile: ${reason(error)}`]);
    }
  }
  const status = await checkAll(invocation, message.signatures, data);
  const beside = message.data && /^(.*)\.(sig|asc|sign)$/.exec(path)?.[1];
  if (beside !== undefined && process.exists(beside)) await say(`WARNING: not a detached signature; file '${beside}' was NOT verified!`);
  return status;
}

/** gpg --decrypt of what is only signed: shows the data, then checks. */
export async function decryptFile(invocation: GpgInvocation): Promise<number> {
  const [path = '-'] = invocation.operands;
  const message = await readMessage(await openFile(invocation, path, 'decrypt_message failed'));
  if (!message) throw new GpgFailure(['no valid OpenPGP data found.', 'decrypt_message failed: Unknown system error']);
  if (!message.content) return verifyFiles(invocation);
  const out = invocation.value('output');
  if (out === undefined) invocation.tool.out.write(message.content);
  else invocation.process.writeFile(out, message.content);
  return message.signatures.length > 0 ? checkAll(invocation, message.signatures, message.data ?? message.content) : 0;
}

async function checkAll(invocation: GpgInvocation, signatures: readonly Signature[], data: Uint8Array): Promise<number> {
  let status = 0;
  for (const signature of signatures) status = Math.max(status, await checkOne(invocation, signature, data));
  return status;
}

function signer(keys: readonly TransferableKey[], { issuerKeyId, issuerFingerprint }: Signature): { key: TransferableKey; packet: KeyPacket } | undefined {
  for (const key of keys) {
    const packet = [key.primary, ...key.subkeys.map((each) => each.key)].find(({ keyId, fingerprint }) => (issuerFingerprint === undefined ? keyId === issuerKeyId : fingerprint === issuerFingerprint));
    if (packet) return { key, packet };
  }
  return undefined;
}

async function checkOne(invocation: GpgInvocation, signature: Signature, data: Uint8Array): Promise<number> {
  const { ring, say, status, process } = invocation;
  const { issuerKeyId = '', issuerFingerprint, created, algorithm, signerUserId } = signature;
  await status(`NEWSIG${signerUserId === undefined ? '' : ` ${signerUserId}`}`);
  await say(`Signature made ${longTime(created)}`);
  await say(`               using ${{ 1: 'RSA', 17: 'DSA', 19: 'ECDSA', 22: 'EDDSA' }[algorithm] ?? `algorithm ${algorithm}`} key ${issuerFingerprint ?? issuerKeyId}`);
  if (signerUserId !== undefined) await say(`               issuer "${signerUserId}"`);
  const found = signer(ring.keys(), signature);
  if (!found?.packet.key) {
    await status(`ERRSIG ${issuerKeyId} ${algorithm} ${signature.hash} ${signature.type.toString(16).padStart(2, '0')} ${Math.floor(created / 1000)} 9 ${issuerFingerprint ?? '-'}`);
    await status(`NO_PUBKEY ${issuerKeyId}`);
    await say("Can't check signature: No public key");
    return 2;
  }
  const { key, packet } = found;
  await status(`KEY_CONSIDERED ${key.primary.fingerprint} 0`);
  const shown = invocation.withoutTrust ? '' : ` [${validity(invocation, key)}]`;
  if (!invocation.withoutTrust) {
    await ring.openTrust();
    await ring.checkTrust();
  }
  const user = key.userIds[0]?.text ?? '[User ID not found]';
  const trust = validity(invocation, key);
  if (!packet.key || !checkSignature(packet.key, signature, data)) {
    await status(`BADSIG ${packet.keyId} ${user}`);
    await say(`BAD signature from "${user}"${shown}`);
    return 1;
  }
  await status(`${trust === 'expired' ? 'EXPKEYSIG' : 'GOODSIG'} ${packet.keyId} ${user}`);
  await say(`Good signature from "${user}"${shown}`);
  for (const { text } of key.userIds.slice(1)) await say(`                aka "${text}"${shown}`);
  const seconds = Math.floor(created / 1000);
  await status(`VALIDSIG ${packet.fingerprint} ${new Date(created).toISOString().slice(0, 10)} ${seconds} 0 4 0 ${algorithm} ${signature.hash} ${signature.type.toString(16).padStart(2, '0')} ${key.primary.fingerprint}`);
  if (invocation.withoutTrust) return 0;
  const always = invocation.has('always-trust') || invocation.value('trust-model') === 'always';
  if (trust === 'ultimate') await status(`TRUST_ULTIMATE 0 pgp${signerUserId === undefined ? '' : ` ${signerUserId}`}`);
  else if (trust === 'expired') await say('Note: This key has expired!');
  else if (always) await say('WARNING: Using untrusted key!');
  else {
    await status(`TRUST_UNDEFINED 0 pgp${signerUserId === undefined ? '' : ` ${signerUserId}`}`);
    await say(signerUserId === undefined ? 'WARNING: This key is not certified with a trusted signature!' : "WARNING: The key's User ID is not certified with a trusted signature!");
    await say('         There is no indication that the signature belongs to the owner.');
  }
  if (trust !== 'ultimate' && !(always && trust === 'unknown')) {
    await process.write(2, `Primary key fingerprint: ${spaced(key.primary.fingerprint)}\n`);
    if (packet !== key.primary) await process.write(2, `     Subkey fingerprint: ${spaced(packet.fingerprint)}\n`);
  }
  return 0;
}
