import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock, systemRandom } from '../../base/index.ts';
import { type HttpHandler, serveHttp } from '../../base/http/index.ts';
import { isPkiError, readCertificatesPem, readPrivateKeyPem } from '../../pki/index.ts';
import { basicAuth, checkHtpasswd, createRegistry, fileStorage, memoryStorage } from '../../registry/index.ts';
import { serveHttps, type TlsIdentity } from '../../tls/index.ts';
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
  const identity = identityOf(values.certificate, values.key);
  const handler: HttpHandler = (request) => server.fetch(request);
  await listenUntilSignal(values.listen, 'A registry', (plain) => {
    void (identity ? serveHttps(plain, handler, { identity, random: systemRandom, clock: systemClock }) : serveHttp(plain, handler, { clock: systemClock }));
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

/** The certificate with its key, where they are given. */
function identityOf(certificate: string | undefined, key: string | undefined): TlsIdentity | undefined {
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined) throw new UsageError('--certificate and --key belong together');
  try {
    return { certificates: readCertificatesPem(read('certificate', certificate)).map(({ der }) => der), key: readPrivateKeyPem(read('key', key)) };
  } catch (error) {
    if (isPkiError(error)) throw new UsageError(`--certificate ${certificate}, --key ${key}: ${error.message}`);
    throw error;
  }
}
