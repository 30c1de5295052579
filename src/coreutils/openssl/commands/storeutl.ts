import { isSystemError } from '../../../kernel/uapi/index.ts';
import { type Certificate, curveOids, encodePkcs8, encodePublicKey, oid, type PemBlock, type PrivateKey, type PublicKey, type RevocationList, writePem } from '../../../pki/index.ts';
import { isDirectory, reason } from '../../program/index.ts';
import { type Command, type Invocation, say } from '../command.ts';
import { curveOfParameters } from '../ec-parameters.ts';
import { Failure, queue } from '../failure.ts';
import { checkWritable, writeOut } from '../files.ts';
import { openBlock } from '../load.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/storeutl.ts';
import { passwordOf, threadId } from '../password.ts';
import { certificateText, revocationListText } from '../print/certificate.ts';
import { privateKeyText, publicKeyText } from '../print/key.ts';
import { defaultNameFormat } from '../print/name.ts';
import { loadsOf } from '../store.ts';

/** What a store has in it. */
export interface StoreContents {
  certificate?: Certificate;
  list?: RevocationList;
  key?: PrivateKey;
  publicKey?: PublicKey;
}

interface Item {
  kind: 'Name' | 'Certificate' | 'CRL' | 'Pkey' | 'Public key' | 'Parameters';
  text: string;
  pem: string;
}

/** openssl-storeutl(1), for files and folders. */
export const storeutl: Command = {
  options,
  async run(invocation) {
    const { options: given, process, name } = invocation;
    const [uri, extra] = given.rest;
    if (uri === undefined) throw usage(name, 'Missing argument: URI');
    if (extra !== undefined) throw usage(name, `Extra argument after URI: "${extra}"`);
    const password = await passwordOf(process, given.value('passin'));
    const path = pathOf(uri);
    let bytes: Uint8Array | undefined;
    try {
      bytes = isDirectory(process.stat(path).mode) ? undefined : process.readFile(path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new Failure(`Couldn't open file or uri ${uri}\n`, [`error:80000002:system library:file_open:${reason(error)}:../providers/implementations/storemgmt/file_store.c:265:calling stat(${path})`]);
    }
    const out = given.value('out');
    await checkWritable(invocation, out);
    const wanted = given.has('certs') ? 'Certificate' : given.has('crls') ? 'CRL' : given.has('keys') ? 'Pkey' : undefined;
    let [text, count, failed] = ['', 0, 0];
    const show = (item: Item): void => {
      if (wanted === undefined || item.kind === wanted) text += `${count++}: ${item.kind}${item.kind === 'Name' ? `: ${item.text}` : `\n${given.has('text') ? item.text : ''}`}${given.has('noout') ? '' : item.pem}${item.kind === 'Name' ? '\n' : ''}`;
    };
    if (!bytes) for (const entry of process.readdir(path)) show({ kind: 'Name', text: `${uri.replace(/\/$/, '')}/${entry.name}`, pem: '' });
    for (const { found } of loadsOf(bytes ?? new Uint8Array(0))) {
      const item = found && (await itemOf(invocation, uri, found, password, wanted));
      if (item) show(item);
      else if (found) {
        failed++;
        await say(invocation, `${threadId(process)}:${queue.storeUnsupported}\n`);
      }
    }
    await writeOut(invocation, out, text + (count > 0 ? `Total found: ${count}\n` : ''));
    return failed;
  },
};

/** The path of a URI `file:/…`; other words are paths. */
function pathOf(uri: string): string {
  return /^file:(?:\/\/(?:localhost)?)?(\/.*)$/.exec(uri)?.[1] ?? uri;
}

async function itemOf(invocation: Invocation, path: string, block: PemBlock, password: Uint8Array | undefined, wanted: Item['kind'] | undefined): Promise<Item | undefined> {
  const curve = block.label === 'EC PARAMETERS' ? curveOfParameters(block.bytes) : undefined;
  if (curve) return { kind: 'Parameters', text: '', pem: writePem('EC PARAMETERS', oid(curveOids[curve])) };
  const { certificate, list, key, publicKey } = await openBlock(invocation, { path, what: '', password }, block, wanted === undefined || wanted === 'Pkey');
  if (certificate) return { kind: 'Certificate', text: certificateText(certificate, { format: defaultNameFormat, without: new Set() }), pem: writePem('CERTIFICATE', certificate.der) };
  if (list) return { kind: 'CRL', text: revocationListText(list, defaultNameFormat), pem: writePem('X509 CRL', list.der) };
  if (key) return { kind: 'Pkey', text: privateKeyText(key), pem: writePem('PRIVATE KEY', encodePkcs8(key)) };
  return publicKey && wanted === undefined ? { kind: 'Public key', text: publicKeyText(publicKey), pem: writePem('PUBLIC KEY', encodePublicKey(publicKey)) } : undefined;
}
