import { concatBytes, encodeUtf8 } from '../../base/index.ts';
import { generateKey, type KeySpec, type PrivateKey, publicKeyOf } from '../../pki/index.ts';
import { type GpgInvocation, GpgFailure } from './invocation.ts';
import { armor, keyData, makeSignature, number, packetTags, readKey, readPackets, transferableKeys, userIdData, writeKey, writePacket } from './openpgp/index.ts';

/** What key is wanted. */
export interface KeyWish {
  userId: string;
  spec: KeySpec;
  /** For encryption, beside it. */
  subkey: KeySpec | undefined;
  /** Milliseconds after now; undefined: never. */
  lifetime: number | undefined;
  flags: number;
}

const dayLength = 86_400_000;

/** How long a key lasts by gpg's words (`1y`, `2w`, `30`, `never`, an ISO date); null when it says nothing. */
export function lifetimeOf(text: string, now: number): number | undefined | null {
  if (/^(0|never|none|-)$/.test(text)) return undefined;
  if (text === '' || text === 'default') return 1095 * dayLength;
  const match = /^(\d+)([dwmy]?)$/.exec(text);
  if (match) return Number(match[1]) * ({ w: 7, m: 30, y: 365 }[match[2] ?? ''] ?? 1) * dayLength;
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T12:00:00Z`) : NaN;
  return Number.isNaN(date) ? null : date - now;
}

/** The keys of an algorithm's name as --quick-gen-key takes it; undefined for one that is not here. */
export function specsOf(name: string): { spec: KeySpec; subkey: KeySpec | undefined } | undefined {
  if (/^(default|future-default|)$/.test(name)) return { spec: { type: 'ed25519' }, subkey: { type: 'x25519' } };
  const rsa = /^rsa(\d*)$/.exec(name);
  if (rsa) return { spec: { type: 'rsa', bits: Number(rsa[1] || 3072) }, subkey: undefined };
  if (name === 'ed25519') return { spec: { type: 'ed25519' }, subkey: undefined };
  return undefined;
}

/** Makes a key, keeps it and its secret, and says where its revocation certificate would lie. */
export async function makeKey({ process, ring, say }: GpgInvocation, { userId, spec, subkey, lifetime, flags }: KeyWish): Promise<string> {
  const created = Math.floor(process.clock.now() / 1000) * 1000;
  const make = (each: KeySpec): Promise<PrivateKey> => generateKey(each, { random: process.random, subtle: globalThis.crypto?.subtle, checkpoint: () => process.checkpoint() });
  const key = await make(spec);
  const body = writeKey(publicKeyOf(key), created);
  const { fingerprint } = readKey(body);
  const user = encodeUtf8(userId);
  const expiry: [number, Uint8Array][] = lifetime === undefined ? [] : [[9, number(Math.floor(lifetime / 1000), 4)]];
  const certification = await makeSignature(key, concatBytes([keyData(body), userIdData(user)]), {
    type: 0x13, created, fingerprint,
    more: [[27, Uint8Array.of(flags)], ...expiry, [11, Uint8Array.of(9, 8, 7, 2)], [21, Uint8Array.of(10, 9, 8, 11, 2)], [22, Uint8Array.of(2, 3, 1)], [30, Uint8Array.of(1)], [23, Uint8Array.of(0x80)]],
  });
  const parts = [writePacket(packetTags.publicKey, body), writePacket(packetTags.userId, user), certification];
  if (subkey) {
    const secret = await make(subkey);
    const subBody = writeKey(publicKeyOf(secret), created);
    const binding = await makeSignature(key, concatBytes([keyData(body), keyData(subBody)]), { type: 0x18, created, fingerprint, more: [[27, Uint8Array.of(0x0c)], ...(subkey.type === 'x25519' ? [] : expiry)] });
    parts.push(writePacket(packetTags.publicSubkey, subBody), binding);
    ring.keepSecret(readKey(subBody).fingerprint, secret);
  }
  const [made] = transferableKeys(readPackets(concatBytes(parts)));
  if (!made) throw new GpgFailure(['key generation failed: General error']);
  ring.keepSecret(fingerprint, key);
  await ring.openTrust();
  ring.write([...ring.keysOf(ring.file), made]);
  ring.trust(fingerprint);
  const folder = `${ring.home}/openpgp-revocs.d`;
  if (!process.exists(folder)) {
    process.mkdir(folder, 0o700);
    await say(`directory '${folder}' created`);
  }
  const revocation = await makeSignature(key, keyData(body), { type: 0x20, created, fingerprint, more: [[29, Uint8Array.of(0)]] });
  process.writeFile(`${folder}/${fingerprint}.rev`, `This is a revocation certificate for the key ${fingerprint}.\n\n:${armor('PUBLIC KEY BLOCK', revocation)}`, { mode: 0o600 });
  await say(`revocation certificate stored as '${folder}/${fingerprint}.rev'`);
  return fingerprint;
}
