import { concatBytes, encodeUtf8 } from '../../base/index.ts';
import { isEndOfProcess, isSystemError, type Fd, type Process, type SocketAddress, strerror } from '../../kernel/uapi/index.ts';
import { verify } from '../../pki/index.ts';
import { checkHash } from '../account/crypt.ts';
import { shadowEntry } from '../account/password.ts';
import { rawProgram } from '../program/index.ts';
import { ed25519Sign, ed25519Verify } from './ed25519.ts';
import { readPublicLine, toBase64 } from './key-file.ts';
import { readRsaLine } from './rsa-key.ts';
import { ensureHostKey } from './ssh-keygen.ts';
import { serveSession } from './sshd-session.ts';
import { findUserByName, type PasswdUser } from './user.ts';
import { type AuthRequest, bodyOf, type SessionRequest, SshWire } from './wire.ts';

/** sshd(8): logs users of this machine in, by key or password. With a listening socket as descriptor 3 (sd_listen_fds(3)) it serves that, else port 22 or `-p`. */
export const sshd = rawProgram('sshd', async (tool, words) => {
  const { process } = tool;
  if (process.credentials.euid !== 0) {
    await tool.errorText('sshd: no hostkeys available -- exiting.\n');
    return 1;
  }
  const at = words.indexOf('-p');
  let socket: Fd = 3;
  if (process.env['LISTEN_FDS'] !== '1') {
    try {
      socket = process.listen({ family: 'inet', address: '0.0.0.0', port: at < 0 ? 22 : Number(words[at + 1]) }, { backlog: 128 });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.errorText(`Bind to port ${at < 0 ? 22 : words[at + 1]} on 0.0.0.0 failed: ${strerror(error.code)}.\nCannot bind any address.\n`);
      return 255;
    }
  }
  ensureHostKey(process);
  const serve = async (daemon: Process): Promise<number> => {
    for (;;) {
      const { fd, peer } = await daemon.accept(socket);
      const session = daemon.fork((child) => serveConnection(child, fd, peer), { fds: { [fd]: fd }, argv0: 'sshd-session', newSession: true });
      daemon.close(fd);
      daemon.wait(session).catch((error: unknown) => {
        if (!isEndOfProcess(error)) throw error;
      });
    }
  };
  if (words.includes('-D') || process.env['LISTEN_FDS'] === '1') return await serve(process);
  process.fork(serve, { newSession: true, fds: { [socket]: socket } });
  return 0;
}, 255);

async function serveConnection(process: Process, fd: Fd, peer: SocketAddress): Promise<number> {
  const wire = new SshWire(process.stream(fd));
  try {
    if ((await wire.greet()) === undefined) return 255;
    const hello = await wire.receive();
    if (hello?.kind !== 'hello') return 255;
    const nonce = concatBytes([hello.body, process.random(32)]);
    const key = ensureHostKey(process);
    await wire.send('host-key', { key: toBase64(key.publicKey), nonce: toBase64(nonce), signature: toBase64(ed25519Sign(key.seed, nonce)) });
    wire.mask(nonce, true);
    const user = await authenticate(process, wire, nonce);
    if (!user) return 255;
    const request = await wire.receive();
    if (request?.kind !== 'session') return 255;
    return await serveSession(process, wire, user, bodyOf<SessionRequest>(request), peer);
  } catch (error) {
    if (isEndOfProcess(error) || isSystemError(error)) return 255;
    throw error;
  } finally {
    wire.close();
  }
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Until somebody is let in, or has tried six times. */
async function authenticate(process: Process, wire: SshWire, nonce: Uint8Array): Promise<PasswdUser | undefined> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const frame = await wire.receive();
    if (frame?.kind !== 'auth') return undefined;
    const request = bodyOf<AuthRequest>(frame);
    const user = findUserByName(process, request.user);
    if (user && (request.password === undefined ? ownsKey(process, user, request, nonce) : knowsPassword(process, user, request.password))) {
      await wire.send('accepted');
      return user;
    }
    await wire.send('denied', { methods: 'publickey,password' });
  }
  return undefined;
}

/** The bytes that a client signs. */
export function signedBytes(nonce: Uint8Array, user: string): Uint8Array {
  return concatBytes([nonce, encodeUtf8(user)]);
}

function knowsPassword(process: Process, user: PasswdUser, password: string): boolean {
  // PermitRootLogin prohibit-password, as OpenSSH has it.
  const hash = shadowEntry(process, user.name)?.[1] ?? '*';
  return user.uid !== 0 && hash.startsWith('$') && checkHash(password, hash);
}

function ownsKey(process: Process, user: PasswdUser, { key = '', signature = '' }: AuthRequest, nonce: Uint8Array): boolean {
  const file = `${user.home}/.ssh/authorized_keys`;
  if (!process.exists(file)) return false;
  // StrictModes: nobody else may write to what lets people in.
  const safe = [user.home, `${user.home}/.ssh`, file].every((path) => {
    const { mode, uid } = process.stat(path);
    return (mode & 0o022) === 0 && (uid === user.uid || uid === 0);
  });
  const signed = signedBytes(nonce, user.name);
  return safe && process.readTextFile(file).split('\n').some((line) => {
    const known = readPublicLine(line);
    if (known) return toBase64(known.publicKey) === key && ed25519Verify(known.publicKey, signed, fromBase64(signature));
    const rsa = readRsaLine(line);
    return rsa !== undefined && toBase64(rsa.blob) === key && verify(rsa.key, signed, fromBase64(signature), { digest: 'sha512' });
  });
}
