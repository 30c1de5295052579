import { isSystemError } from '../../kernel/uapi/index.ts';
import { readInput, reason, textOf } from '../program/index.ts';
import { askUserId } from './ask-user-id.ts';
import { deleteKeys, exportKeys, importFiles, keysOfBytes } from './exchange.ts';
import { type KeyWish, lifetimeOf, makeKey, specsOf } from './generate.ts';
import { GpgFailure, type GpgInvocation } from './invocation.ts';
import { colonText, keyText, type ListStyle } from './list.ts';
import { armor, dearmor } from './openpgp/index.ts';
import { signFile, writeResult } from './sign.ts';
import { decryptFile, openFile, verifyFiles } from './verify.ts';

type Run = (invocation: GpgInvocation) => Promise<number> | number;

/** Opens the ring first. */
const withRing = (run: Run): Run => async (invocation) => {
  await (invocation.withoutTrust ? invocation.ring.lookForRings() : invocation.ring.open());
  return run(invocation);
};

const list = (style: ListStyle): Run => withRing(async (invocation) => {
  const { ring, operands, tool, process } = invocation;
  await ring.openTrust();
  const owned = (keys: ReturnType<typeof ring.keys>): ReturnType<typeof ring.keys> => (style.secret ? keys.filter(({ primary }) => ring.secret(primary.fingerprint) !== undefined) : keys);
  const colons = invocation.has('with-colons');
  const show = (key: ReturnType<typeof ring.keys>[number]): string => (colons ? colonText(invocation, key, style.secret) : keyText(invocation, key, style));
  if (!colons || operands.length === 0) await ring.checkTrust();
  if (colons && !style.secret) tool.out.write(`tru::1:${Math.floor(process.clock.now() / 1000)}:0:3:1:5\n`);
  if (operands.length > 0) {
    const found = operands.flatMap((wanted) => owned(ring.find(wanted)));
    if (found.length === 0) throw new GpgFailure([`error reading key: No ${style.secret ? 'secret' : 'public'} key`]);
    tool.out.write(found.map(show).join(''));
    return 0;
  }
  for (const file of ring.files) {
    const keys = owned(ring.keysOf(file));
    if (keys.length === 0) continue;
    tool.out.write(`${colons ? '' : `${file}\n${'-'.repeat(file.length)}\n`}${keys.map(show).join('')}`);
  }
  return 0;
});

const quickGenerate: Run = withRing(async (invocation) => {
  const { operands, ring, process, say } = invocation;
  const [userId, algorithm = 'default', use = 'default', expire = ''] = operands;
  if (userId === undefined) {
    await process.write(2, 'usage: gpg [options] --quick-generate-key USER-ID [ALGO [USAGE [EXPIRE]]]\n');
    return 2;
  }
  if (ring.find(`=${userId}`).length > 0 && !invocation.has('yes')) throw new GpgFailure([`A key for "${userId}" already exists`]);
  const specs = specsOf(algorithm);
  if (!specs) throw new GpgFailure([algorithm.startsWith('nistp') ? `keys of type ${algorithm} are not part of this sandbox` : 'Key generation failed: Unknown elliptic curve']);
  const lifetime = lifetimeOf(expire, process.clock.now());
  if (lifetime === null) throw new GpgFailure(['key generation failed: Invalid value']);
  await refusePassphrase(invocation, say);
  const flags = use === 'cert' ? 1 : 3;
  await makeKey(invocation, { userId, ...specs, subkey: use === 'default' ? specs.subkey : undefined, lifetime, flags });
  return 0;
});

async function refusePassphrase({ value }: GpgInvocation, say: GpgInvocation['say']): Promise<void> {
  if (value('passphrase')) await say('passphrases are not part of this sandbox: the key is kept without one');
}

const generate: Run = withRing(async (invocation) => {
  const { process, operands } = invocation;
  if (!invocation.has('batch')) {
    const userId = await askUserId(invocation);
    if (userId === undefined) return 2;
    const specs = specsOf('default');
    if (!specs) return 2;
    const fingerprint = await makeKey(invocation, { userId, ...specs, lifetime: 1095 * 86_400_000, flags: 3 });
    invocation.tool.out.write(`public and secret key created and signed.\n\n${invocation.ring.find(fingerprint).map((key) => keyText(invocation, key, { bare: true })).join('')}`);
    return 0;
  }
  for (const wish of await parameterFile(invocation, textOf(await readInput(process, operands[0] ?? '-')))) await makeKey(invocation, wish);
  return 0;
});

/** The keys of a parameter file: `Key-Type: RSA` … `%commit`. */
async function parameterFile({ say, process }: GpgInvocation, text: string): Promise<KeyWish[]> {
  const wishes: KeyWish[] = [];
  let fields = new Map<string, string>();
  const finish = (): void => {
    if (fields.size === 0) return;
    const type = (fields.get('key-type') ?? '').toLowerCase();
    const curve = (fields.get('key-curve') ?? '').toLowerCase();
    const specs = specsOf(type === 'rsa' || type === '1' ? `rsa${fields.get('key-length') ?? ''}` : type === 'eddsa' || curve === 'ed25519' ? 'ed25519' : type === 'default' ? 'default' : '?');
    if (!specs) throw new GpgFailure(['-:1: invalid algorithm']);
    const sub = (fields.get('subkey-type') ?? '').toLowerCase();
    const subkey = sub === '' ? specs.subkey : sub === 'rsa' || sub === '1' ? specsOf(`rsa${fields.get('subkey-length') ?? ''}`)?.spec : { type: 'x25519' as const };
    const comment = fields.get('name-comment');
    const mail = fields.get('name-email');
    const userId = [fields.get('name-real'), comment === undefined ? undefined : `(${comment})`, mail === undefined ? undefined : fields.has('name-real') ? `<${mail}>` : mail].filter((part) => part !== undefined).join(' ');
    const lifetime = lifetimeOf(fields.get('expire-date') ?? '0', process.clock.now());
    if (lifetime === null) throw new GpgFailure(['-:1: invalid expire date']);
    wishes.push({ userId, spec: specs.spec, subkey, lifetime, flags: fields.has('key-usage') || type === 'default' ? 3 : 0x2f });
    fields = new Map();
  };
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line.startsWith('%echo ')) await say(line.slice(6));
    else if (line === '%commit') finish();
    else if (line !== '' && !line.startsWith('%') && !line.startsWith('#')) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).trim().toLowerCase();
      if (name === 'key-type') finish();
      fields.set(name, line.slice(colon + 1).trim());
    }
  }
  finish();
  return wishes;
}

const removeArmor: Run = async (invocation) => {
  const [path] = invocation.operands;
  const block = dearmor(textOf(await openFile(invocation, path ?? '-', 'dearmoring failed')));
  if (!block) throw new GpgFailure(['no valid OpenPGP data found.']);
  await writeResult(invocation, path === undefined || path === '-' ? undefined : `${path}.gpg`, block.bytes, 'dearmoring failed');
  return 0;
};

const addArmor: Run = async (invocation) => {
  const [path] = invocation.operands;
  const bytes = await openFile(invocation, path ?? '-', 'enarmoring failed');
  await writeResult(invocation, path === undefined || path === '-' ? undefined : `${path}.asc`, armor('ARMORED FILE', bytes).replace('\n\n', '\nComment: Use "gpg --dearmor" for unpacking\n\n'), 'enarmoring failed');
  return 0;
};

const showKeys: Run = async (invocation) => {
  const { operands, process, tool, say } = invocation;
  await invocation.ring.open();
  for (const path of operands.length > 0 ? operands : ['-']) {
    try {
      const keys = keysOfBytes(await readInput(process, path));
      if (!keys) throw new GpgFailure(['no valid OpenPGP data found.']);
      await invocation.ring.openTrust();
      for (const key of keys) tool.out.write(invocation.has('with-colons') ? colonText(invocation, key) : keyText(invocation, key, { bare: true }));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await say(`can't open '${path}': ${reason(error)}`);
      return 2;
    }
  }
  return 0;
};

const withoutKeyserver = (...words: string[]): Run => withRing(() => {
  throw new GpgFailure(words.map((each) => `${each}: No keyserver available`));
});

const version: Run = ({ tool, ring }) => {
  tool.out.write(`gpg (GnuPG) 2.4.7\nlibgcrypt 1.11.0\nCopyright (C) 2024 g10 Code GmbH\nLicense GNU GPL-3.0-or-later <https://gnu.org/licenses/gpl.html>\nThis is free software: you are free to change and redistribute it.\nThere is NO WARRANTY, to the extent permitted by law.\n\nHome: ${ring.home}\nSupported algorithms:\nPubkey: RSA, ELG, DSA, ECDH, ECDSA, EDDSA\nCipher: IDEA, 3DES, CAST5, BLOWFISH, AES, AES192, AES256, TWOFISH,\n        CAMELLIA128, CAMELLIA192, CAMELLIA256\nHash: SHA1, RIPEMD160, SHA256, SHA384, SHA512, SHA224\nCompression: Uncompressed, ZIP, ZLIB, BZIP2\n`);
  return 0;
};

/** The commands that are here, by their options' names. */
export const commands: Partial<Record<string, Run>> = {
  import: async (invocation) => {
    if (!(await invocation.ring.open())) {
      const [path = '-'] = invocation.operands;
      throw new GpgFailure(['no writable keyring found: Not found', `error reading '${path}': General error`, `import from '${path}' failed: General error`, 'Total number processed: 0']);
    }
    return importFiles(invocation);
  },
  verify: withRing(verifyFiles), decrypt: withRing(decryptFile),
  'list-keys': list({}), 'list-public-keys': list({}), 'list-secret-keys': list({ secret: true }), fingerprint: list({ fingerprint: true }),
  dearmor: removeArmor, dearmour: removeArmor, enarmor: addArmor, 'show-keys': showKeys, 'show-key': showKeys,
  'quick-gen-key': quickGenerate, 'quick-generate-key': quickGenerate, 'gen-key': generate, 'generate-key': generate, 'full-gen-key': generate, 'full-generate-key': generate,
  'detach-sign': withRing((invocation) => signFile(invocation, 'detached')), sign: withRing((invocation) => signFile(invocation, 'inline')), 'clear-sign': withRing((invocation) => signFile(invocation, 'clear')), clearsign: withRing((invocation) => signFile(invocation, 'clear')),
  export: withRing((invocation) => exportKeys(invocation, false)), 'export-secret-keys': withRing((invocation) => exportKeys(invocation, true)),
  'delete-keys': withRing((invocation) => deleteKeys(invocation, 'public')), 'delete-key': withRing((invocation) => deleteKeys(invocation, 'public')), 'delete-secret-keys': withRing((invocation) => deleteKeys(invocation, 'secret')), 'delete-secret-key': withRing((invocation) => deleteKeys(invocation, 'secret')), 'delete-secret-and-public-key': withRing((invocation) => deleteKeys(invocation, 'both')),
  'recv-keys': withoutKeyserver('keyserver receive failed'), 'receive-keys': withoutKeyserver('keyserver receive failed'), 'search-keys': withoutKeyserver('error searching keyserver', 'keyserver search failed'), 'send-keys': withoutKeyserver('keyserver send failed'), 'refresh-keys': withoutKeyserver('keyserver refresh failed'),
  version,
};
