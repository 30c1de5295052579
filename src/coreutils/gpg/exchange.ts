import { concatBytes, noBytes } from '../../base/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import type { PrivateKey } from '../../pki/index.ts';
import { readInput, reason } from '../program/index.ts';
import { GpgFailure, type GpgInvocation } from './invocation.ts';
import { armor, binary, PacketError, packetTags, readPackets, type TransferableKey, transferableKeys, writePacket, writeSecret } from './openpgp/index.ts';
import { banner } from './banner.ts';
import { writeResult } from './sign.ts';

/** The keys of a file; undefined when it is no OpenPGP data. */
export function keysOfBytes(bytes: Uint8Array): TransferableKey[] | undefined {
  try {
    const keys = transferableKeys(readPackets(binary(bytes)));
    return keys.length > 0 ? keys : undefined;
  } catch (error) {
    if (error instanceof PacketError) return undefined;
    throw error;
  }
}

/** gpg --import. */
export async function importFiles(invocation: GpgInvocation): Promise<number> {
  const { ring, say, process, operands } = invocation;
  const counts = { processed: 0, imported: 0, unchanged: 0, changed: 0 };
  let status = 0;
  for (const path of operands.length > 0 ? operands : ['-']) {
    let bytes: Uint8Array;
    try {
      bytes = await readInput(process, path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await say(`can't open '${path}': ${reason(error)}`);
      status = 2;
      continue;
    }
    const keys = keysOfBytes(bytes);
    if (!keys) {
      await say('no valid OpenPGP data found.');
      status = 2;
      continue;
    }
    await ring.openTrust();
    for (const key of keys) {
      counts.processed++;
      const user = key.userIds[0]?.text ?? '';
      if (key.userIds.length === 0) {
        await say(`key ${key.primary.keyId}: no user ID`);
        continue;
      }
      const held = ring.keysOf(ring.file);
      const same = held.find(({ primary }) => primary.fingerprint === key.primary.fingerprint);
      if (key.secret) {
        await say(`key ${key.primary.keyId}: secret keys are not imported in this sandbox`);
        continue;
      }
      if (!same) {
        ring.write([...held, key]);
        counts.imported++;
        await say(`key ${key.primary.keyId}: public key "${user}" imported`);
        await invocation.status(`IMPORT_OK 1 ${key.primary.fingerprint}`);
      } else if (key.bytes.length > same.bytes.length) {
        ring.write(held.map((each) => (each === same ? key : each)));
        counts.changed++;
        await say(`key ${key.primary.keyId}: "${user}" 1 new signature`);
      } else {
        counts.unchanged++;
        await say(`key ${key.primary.keyId}: "${user}" not changed`);
      }
    }
  }
  await say(`Total number processed: ${counts.processed}`);
  if (counts.imported > 0) await say(`              imported: ${counts.imported}`);
  if (counts.unchanged > 0) await say(`             unchanged: ${counts.unchanged}`);
  if (counts.changed > 0) await say(`        new signatures: ${counts.changed}`);
  return status;
}

/** gpg --export and --export-secret-keys. */
export async function exportKeys(invocation: GpgInvocation, secret: boolean): Promise<number> {
  const { ring, operands, say } = invocation;
  const wanted = operands.length === 0 ? ring.keys() : operands.flatMap((each) => ring.find(each));
  const parts = secret ? wanted.flatMap((key) => secretBytes(invocation, key) ?? []) : wanted.map(({ bytes }) => bytes);
  if (parts.length === 0) {
    await say('WARNING: nothing exported');
    return secret ? 2 : 0;
  }
  const bytes = concatBytes([noBytes, ...parts]);
  const armored = invocation.has('armor') || invocation.has('armour');
  await writeResult(invocation, undefined, armored ? armor(secret ? 'PRIVATE KEY BLOCK' : 'PUBLIC KEY BLOCK', bytes) : bytes, 'key export failed');
  return 0;
}

function secretBytes({ ring }: GpgInvocation, key: TransferableKey): Uint8Array | undefined {
  const keys = [key.primary, ...key.subkeys.map((each) => each.key)];
  const secrets = keys.map(({ fingerprint }) => ring.secret(fingerprint));
  if (!secrets[0]) return undefined;
  let at = 0;
  return concatBytes(readPackets(key.bytes).map(({ tag, body, raw }) => {
    if (tag !== packetTags.publicKey && tag !== packetTags.publicSubkey) return raw;
    const secret: PrivateKey | undefined = secrets[at++];
    return secret ? writePacket(tag === packetTags.publicKey ? packetTags.secretKey : packetTags.secretSubkey, concatBytes([body, writeSecret(secret)])) : raw;
  }));
}

/** gpg --delete-keys and its like. */
export async function deleteKeys(invocation: GpgInvocation, what: 'public' | 'secret' | 'both'): Promise<number> {
  if (!invocation.has('batch')) await invocation.tool.errorText(`${banner}\n`);
  const { ring, operands, process } = invocation;
  for (const wanted of operands) {
    const [key] = ring.find(wanted);
    if (!key) throw new GpgFailure([`key "${wanted}" not found: Not found`, `${wanted}: delete key failed: Not found`]);
    const { fingerprint } = key.primary;
    const has = ring.secret(fingerprint) !== undefined;
    if (has && what === 'public') throw new GpgFailure([`there is a secret key for public key "${wanted}"!`, 'use option "--delete-secret-keys" to delete it first.']);
    if (!invocation.has('yes') && invocation.has('batch')) throw new GpgFailure(["can't do this in batch mode without \"--yes\"", '(unless you specify the key by fingerprint)']);
    if (what !== 'public' && has) process.unlink(ring.secretPath(fingerprint));
    if (what !== 'secret') ring.write(ring.keysOf(ring.file).filter(({ primary }) => primary.fingerprint !== fingerprint));
  }
  return 0;
}
