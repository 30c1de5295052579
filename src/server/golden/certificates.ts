import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../child-process/index.ts';
import { hubNames, pythonNames } from '../stand-in/names.ts';

/** Makes `ca.crt`, `server.crt` and `server.key` in `folder`; the authority's key is thrown away. */
export async function makeCertificates(folder: string): Promise<void> {
  const path = (name: string): string => join(folder, name);
  await mustRun('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650', '-subj', '/CN=Drydock lab authority',
    '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign', '-keyout', path('ca.key'), '-out', path('ca.crt'),
  ]);
  await mustRun('openssl', ['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', `/CN=${hubNames[0]}`, '-keyout', path('server.key'), '-out', path('server.csr')]);
  await writeFile(path('server.ext'), `subjectAltName=${[...hubNames, ...pythonNames].map((name) => `DNS:${name}`).join(',')}\nextendedKeyUsage=serverAuth\n`);
  await mustRun('openssl', [
    'x509', '-req', '-in', path('server.csr'), '-CA', path('ca.crt'), '-CAkey', path('ca.key'), '-CAcreateserial', '-days', '3650', '-extfile', path('server.ext'), '-out', path('server.crt'),
  ]);
  for (const name of ['ca.key', 'ca.srl', 'server.csr', 'server.ext']) await rm(path(name), { force: true });
}
