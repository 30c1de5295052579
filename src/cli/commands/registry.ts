import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type ByteStream, systemClock, systemRandom } from '../../base/index.ts';
import { serveHttp } from '../../base/http/index.ts';
import { isPkiError, readCertificatesPem, readPrivateKeyPem } from '../../pki/index.ts';
import { basicAuth, checkHtpasswd, createRegistry, fileStorage, memoryStorage } from '../../registry/index.ts';
import { acceptTls, goSuites } from '../../tls/index.ts';
import { listenUntilSignal } from '../listen.ts';
import { nodeFiles } from '../node-files.ts';
import { UsageError } from '../usage-error.ts';

const options = { listen: { type: 'string', default: '127.0.0.1:5001' }, storage: { type: 'string' }, certificate: { type: 'string' }, key: { type: 'string' }, htpasswd: { type: 'string' } } as const;

/**
 * `registry [--listen HOST:PORT|unix:PATH] [--storage DIR] [--certificate FILE --key FILE] [--htpasswd FILE]`: a registry that keeps its content below a folder, or forgets everything at its
 * end; with TLS; for those with a password.
 */
export async function registry(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const { storage, htpasswd } = values;
  const server = createRegistry({
    storage: storage === undefined ? memoryStorage() : fileStorage(nodeFiles, resolve(storage), systemClock),
    ...(htpasswd !== undefined && { auth: basicAuth({ realm: 'Registry', check: (user, password) => checkHtpasswd(read('htpasswd', htpasswd), user, password) }) }),
    random: systemRandom,
    clock: systemClock,
  });
  const secure = secureWith(values.certificate, values.key);
  await listenUntilSignal(values.listen, 'A registry', (plain) => {
    void secure(plain).then(
      (stream) => serveHttp(stream, (request) => server.fetch(request), { clock: systemClock, scheme: values.certificate === undefined ? 'http' : 'https' }),
      () => plain.close(),
    );
  });
  return 0;
}

function read(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`--${option} ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Makes connections secure, where there is a certificate. */
function secureWith(certificate: string | undefined, key: string | undefined): (plain: ByteStream) => Promise<ByteStream> {
  if (certificate === undefined && key === undefined) return (plain) => Promise.resolve(plain);
  if (certificate === undefined || key === undefined) throw new UsageError('--certificate and --key belong together');
  try {
    const identity = { certificates: readCertificatesPem(read('certificate', certificate)).map(({ der }) => der), key: readPrivateKeyPem(read('key', key)) };
    return (plain) => acceptTls(plain, { random: systemRandom, identity, alpn: ['http/1.1'], preference: 'server', cipherSuites: goSuites });
  } catch (error) {
    if (isPkiError(error)) throw new UsageError(`--certificate ${certificate}, --key ${key}: ${error.message}`);
    throw error;
  }
}
