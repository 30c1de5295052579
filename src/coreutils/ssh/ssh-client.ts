import { isSystemError, LookupError, type Process, strerror } from '../../kernel/uapi/index.ts';
import { sign } from '../../pki/index.ts';
import { dial } from '../network/connection.ts';
import type { Tool } from '../program/index.ts';
import { ed25519Sign, ed25519Verify } from './ed25519.ts';
import { fingerprint, keyBlob, readPrivateFile, readPublicLine, toBase64 } from './key-file.ts';
import { hashedHost, hostEntry, matchesHost } from './known-hosts.ts';
import { askLine, say } from './prompt.ts';
import { readRsaFile, rsaBlob } from './rsa-key.ts';
import { signedBytes } from './sshd.ts';
import { findUserById } from './user.ts';
import { type AuthRequest, bodyOf, SshWire } from './wire.ts';

/** Where to and as whom. */
export interface SshTarget {
  host: string;
  user: string;
  port: number;
  /** Keys named with -i; the usual one is tried too. */
  identities: string[];
  /** -o settings, names in lower case. */
  settings: ReadonlyMap<string, string>;
  verbose: boolean;
  quiet: boolean;
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Connects, checks the host's key, logs in; undefined, and the reason said, when one of these fails. */
export async function openSsh(tool: Tool, target: SshTarget): Promise<SshWire | undefined> {
  const { process } = tool;
  const { host, port, user } = target;
  let stream;
  let address;
  try {
    ({ stream, address } = await dial(process, { host, port }));
  } catch (error) {
    if (error instanceof LookupError) await say(tool, `ssh: Could not resolve hostname ${host}: ${error.message}\n`);
    else if (isSystemError(error)) await say(tool, `ssh: connect to host ${host} port ${port}: ${strerror(error.code)}\n`);
    else throw error;
    return undefined;
  }
  const wire = new SshWire(stream);
  const greeting = await wire.greet();
  if (greeting === undefined) {
    await say(tool, `kex_exchange_identification: Connection closed by remote host\nConnection closed by ${address} port ${port}\n`);
    return undefined;
  }
  await wire.send('hello', process.random(32));
  const frame = await wire.receive();
  if (frame?.kind !== 'host-key') {
    await say(tool, `Connection closed by ${address} port ${port}\n`);
    return undefined;
  }
  const { key, nonce, signature } = bodyOf<{ key: string; nonce: string; signature: string }>(frame);
  const [hostKey, seed] = [fromBase64(key), fromBase64(nonce)];
  if (!ed25519Verify(hostKey, seed, fromBase64(signature))) {
    await say(tool, 'ssh_dispatch_run_fatal: incorrect signature\n');
    return undefined;
  }
  if (!(await knowsHost(tool, target, address, hostKey))) {
    wire.close();
    return undefined;
  }
  wire.mask(seed, false);
  if (await logIn(tool, wire, target, seed)) return wire;
  await say(tool, `${user}@${host}: Permission denied (publickey,password).\n`);
  wire.close();
  return undefined;
}

/** Compares with known_hosts; asks about a host that is not there. */
async function knowsHost(tool: Tool, { host, port, settings, quiet }: SshTarget, address: string, key: Uint8Array): Promise<boolean> {
  const { process } = tool;
  const { home } = findUserById(process);
  const file = settings.get('userknownhostsfile') ?? `${home}/.ssh/known_hosts`;
  const entry = hostEntry(host, port);
  const lines = process.exists(file) && file !== '/dev/null' ? process.readTextFile(file).split('\n') : [];
  const known = lines.flatMap((line, index) => (line.trim() !== '' && matchesHost(line, entry) ? [{ number: index + 1, key: readPublicLine(line)?.publicKey }] : []));
  const strict = settings.get('stricthostkeychecking') ?? 'ask';
  const same = known.find((each) => each.key && toBase64(each.key) === toBase64(key));
  if (same) return true;
  const [other] = known;
  if (other) {
    await say(tool, `@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
Someone could be eavesdropping on you right now (man-in-the-middle attack)!
It is also possible that a host key has just been changed.
The fingerprint for the ED25519 key sent by the remote host is
${fingerprint(key)}.
Please contact your system administrator.
Add correct host key in ${file} to get rid of this message.
Offending ED25519 key in ${file}:${other.number}
  remove with:
  ssh-keygen -f '${file}' -R '${entry}'
`);
    if (strict === 'no' || strict === 'off') {
      await say(tool, 'Password authentication is disabled to avoid man-in-the-middle attacks.\n');
      return true;
    }
    await say(tool, `Host key for ${entry} has changed and you have requested strict checking.\nHost key verification failed.\n`);
    return false;
  }
  if (strict === 'yes') {
    await say(tool, `No ED25519 host key is known for ${entry} and you have requested strict checking.\nHost key verification failed.\n`);
    return false;
  }
  if (strict === 'ask' && !(await accepted(process, entry === host ? `${host} (${address})` : `${entry} (${hostEntry(address, port)})`, key))) {
    await say(tool, 'Host key verification failed.\n');
    return false;
  }
  if (file !== '/dev/null') {
    const folder = file.slice(0, file.lastIndexOf('/'));
    if (!process.exists(folder)) process.mkdir(folder, 0o700);
    process.writeFile(file, `${hashedHost(entry, process.random(20))} ssh-ed25519 ${toBase64(keyBlob(key))}\n`, { append: true, mode: 0o600 });
  }
  if (!quiet) await say(tool, `Warning: Permanently added '${entry}' (ED25519) to the list of known hosts.\n`);
  return true;
}

async function accepted(process: Process, shown: string, key: Uint8Array): Promise<boolean> {
  let question = `The authenticity of host '${shown}' can't be established.\nED25519 key fingerprint is ${fingerprint(key)}.\nThis key is not known by any other names.\nAre you sure you want to continue connecting (yes/no/[fingerprint])? `;
  try {
    process.close(process.open('/dev/tty', 'r+'));
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
  for (;;) {
    const answer = (await askLine(process, question))?.trim();
    if (answer === undefined || answer.toLowerCase() === 'no') return false;
    if (answer.toLowerCase() === 'yes' || answer === fingerprint(key)) return true;
    question = "Please type 'yes', 'no' or the fingerprint: ";
  }
}

async function logIn(tool: Tool, wire: SshWire, target: SshTarget, nonce: Uint8Array): Promise<boolean> {
  const { user, host, settings } = target;
  const attempt = async (request: AuthRequest): Promise<boolean> => {
    await wire.send('auth', request);
    return (await wire.receive())?.kind === 'accepted';
  };
  if (settings.get('pubkeyauthentication') !== 'no') {
    for (const key of await keysOf(tool, target)) {
      if (await attempt({ user, key: key.name, signature: toBase64(await key.sign(signedBytes(nonce, user))) })) return true;
    }
  }
  if (settings.get('batchmode') === 'yes' || settings.get('passwordauthentication') === 'no') return false;
  for (let tries = 0; tries < 3; tries++) {
    if (tries > 0) await say(tool, 'Permission denied, please try again.\n');
    const password = await askLine(tool.process, `${user}@${host}'s password: `, true);
    if (password === undefined) return false;
    if (await attempt({ user, password })) return true;
  }
  return false;
}

/** A key to log in with: how it is named to the other side, and what it signs with. */
interface UserKey {
  name: string;
  sign(data: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

function userKey(text: string): UserKey | undefined {
  const own = readPrivateFile(text);
  if (own) return { name: toBase64(own.publicKey), sign: (data) => ed25519Sign(own.seed, data) };
  const rsa = readRsaFile(text);
  return rsa && { name: toBase64(rsaBlob(rsa.key)), sign: (data) => sign(rsa.key, data, { digest: 'sha512' }) };
}

async function keysOf(tool: Tool, { identities }: SshTarget): Promise<UserKey[]> {
  const { process } = tool;
  const usual = ['id_rsa', 'id_ed25519'].map((name) => `${findUserById(process).home}/.ssh/${name}`);
  const keys: UserKey[] = [];
  for (const path of identities.length > 0 ? identities : usual) {
    if (!process.exists(path)) continue;
    const mode = process.stat(path).mode & 0o777;
    if ((mode & 0o077) !== 0) {
      const line = '@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@';
      await say(tool, `${line}\n@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @\n${line}\nPermissions 0${mode.toString(8)} for '${path}' are too open.\nIt is required that your private key files are NOT accessible by others.\nThis private key will be ignored.\nLoad key "${path}": bad permissions\n`);
      continue;
    }
    try {
      const key = userKey(process.readTextFile(path));
      if (key) keys.push(key);
      else await say(tool, `Load key "${path}": error in libcrypto\n`);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await say(tool, `Load key "${path}": ${strerror(error.code)}\n`);
    }
  }
  return keys;
}
