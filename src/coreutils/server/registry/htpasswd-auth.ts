import { goQuote } from '../../../base/go/index.ts';
import { fileType, fileTypeMask, isSystemError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import { basicCredentials, checkHtpasswd, htpasswdLine, type RegistryAuth, type RegistryRequest, toBase64Url } from '../../../registry/index.ts';
import type { Configuration } from './configuration.ts';
import type { Log } from './log.ts';
import { Panic } from './stopping.ts';
import { goVersion } from './version.ts';

/** `auth: htpasswd`: passwords of a file, bcrypt only. A file that is missing is made, with a user whose password is in the log. Throws Panic where the configuration does not suffice. */
export async function htpasswdAuth(process: Process, configuration: Configuration, log: Log, complain: (request: RegistryRequest, message: string) => Promise<void>): Promise<RegistryAuth> {
  for (const key of ['realm', 'path']) {
    if (typeof configuration.at(`auth.htpasswd.${key}`) !== 'string') throw new Panic(`unable to configure authorization (htpasswd): "${key}" must be set for htpasswd access controller`);
  }
  const realm = configuration.text('auth.htpasswd.realm');
  const path = configuration.text('auth.htpasswd.path');
  if (!process.exists(path)) await provision(process, path, log);
  const challenge = (why: string) => ({ challenge: `Basic realm=${goQuote(realm)}`, reason: `basic authentication challenge for realm ${goQuote(realm)}: ${why}` });
  return {
    async authorize(request) {
      const given = basicCredentials(request.headers.get('authorization'));
      if (!given) return challenge('invalid authorization credential');
      if (await checkHtpasswd(process.readTextFile(path), given.user, given.password)) return undefined;
      await complain(request, `error authenticating user ${goQuote(given.user)}: authentication failure`);
      return challenge('authentication failure');
    },
  };
}

async function provision(process: Process, path: string, log: Log): Promise<void> {
  const password = toBase64Url(process.random(32));
  const directory = path.slice(0, path.lastIndexOf('/'));
  try {
    makeDirectories(process, directory);
    process.writeFile(path, await htpasswdLine('docker', password, process.random(16), 10), { mode: 0o600 });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Panic(`unable to configure authorization (htpasswd): open ${path}: ${strerror(error.code).toLowerCase()}`);
  }
  await log.write('warning', 'htpasswd is missing, provisioning with default user', { 'go.version': goVersion, password, user: 'docker' });
}

function makeDirectories(process: Process, path: string): void {
  if (path === '' || (process.exists(path) && (process.stat(path).mode & fileTypeMask) === fileType.directory)) return;
  makeDirectories(process, path.slice(0, path.lastIndexOf('/')));
  process.mkdir(path, 0o700);
}
