import { algorithmOf, type Certificate, type DerNode, integerOf, isPkiError, type PrivateKey, privateKeyPem, samePublicKey, writePem, encryptPkcs8 } from '../../../pki/index.ts';
import { bytesOf } from '../../program/index.ts';
import { asn1Queue } from '../asn1-queue.ts';
import { type Command, type Invocation, say } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, writeOut } from '../files.ts';
import { cipherName } from '../key-output.ts';
import { loadCertificates, loadPrivateKey } from '../load.ts';
import { longName } from '../objects.ts';
import { options } from '../options/pkcs12.ts';
import { askNewPassword, askSecret, passwordOf } from '../password.ts';
import { makePkcs12, openPkcs12, type Pkcs12, type Pkcs12Bag } from '../pkcs12-file.ts';
import { plainHex } from '../print/hex.ts';
import { defaultNameFormat, formatName } from '../print/name.ts';

/** openssl-pkcs12(1). */
export const pkcs12: Command = {
  options,
  async run(invocation) {
    const { options: given, process } = invocation;
    const [passin, passout] = [await passwordOf(process, given.value('passin', 'password')), await passwordOf(process, given.value('passout', 'password'))];
    return given.has('export') ? exportFile(invocation, passin, passout) : parseFile(invocation, passin, passout);
  },
};

async function exportFile(invocation: Invocation, passin: Uint8Array | undefined, passout: Uint8Array | undefined): Promise<number> {
  const { options: given, process } = invocation;
  const path = given.value('in');
  const keyFile = given.value('inkey');
  let key: PrivateKey | undefined;
  if (!given.has('nokeys')) key = await loadPrivateKey(invocation, { path: keyFile ?? path, what: `private key from -in${keyFile === undefined ? '' : 'key'} file`, password: passin });
  let certificates: Certificate[] = [];
  if (!given.has('nocerts')) {
    const found = await loadCertificates(invocation, { path, what: 'certificates from -in file' });
    const own = key ? found.findIndex((each) => samePublicKey(each.publicKey, key)) : -1;
    if (key && own < 0) throw new Failure(`No cert in -in file '${path ?? ''}' matches private key\n`);
    certificates = own > 0 ? [...found.slice(own, own + 1), ...found.slice(0, own), ...found.slice(own + 1)] : found;
    for (const file of given.all('certfile')) certificates.push(...(await loadCertificates(invocation, { path: file, what: 'extra certificates from -certfile' })));
  }
  let password = passout;
  if (!password) {
    const first = await askSecret(process, 'Enter Export Password:');
    if (first === undefined) throw new Failure("Can't read Password\n", [queue.noPassword]);
    const second = await askSecret(process, 'Verifying - Enter Export Password:');
    if (first !== second) throw new Failure("Verify failure\nCan't read Password\n", [queue.noPassword]);
    password = bytesOf(first);
  }
  await writeOut(invocation, given.value('out'), makePkcs12({ key, certificates, friendlyName: given.value('name'), password, random: process.random }), true);
  return 0;
}

async function parseFile(invocation: Invocation, passin: Uint8Array | undefined, passout: Uint8Array | undefined): Promise<number> {
  const { options: given, process } = invocation;
  const bytes = await readFile(invocation, given.value('in'));
  const broken = (): Failure => new Failure('', asn1Queue(bytes, 'PKCS12'));
  if (bytes[0] !== 0x30) throw broken();
  let password = passin;
  if (!password) {
    const typed = await askSecret(process, 'Enter Import Password:');
    if (typed === undefined) throw new Failure("Can't read Password\n");
    password = bytesOf(typed);
  }
  let file: Pkcs12;
  try {
    file = openPkcs12(bytes, password);
  } catch (error) {
    if (isPkiError(error, 'bad-password')) throw new Failure('Mac verify error: invalid password?\n');
    if (isPkiError(error, 'bad-der')) throw broken();
    throw error;
  }
  if (given.has('info') && file.mac) await say(invocation, `MAC: ${file.mac.name}, Iteration ${file.mac.iterations}\nMAC length: ${file.mac.length}, salt length: ${file.mac.saltLength}\n`);
  const printer = new Printer(invocation, passout);
  for (const part of file.parts) {
    if (given.has('info')) await say(invocation, part.encrypted ? `PKCS7 Encrypted data: ${part.scheme ? schemeText(part.scheme) : ''}\n` : 'PKCS7 Data\n');
    for (const bag of part.bags) await printer.bag(bag);
  }
  if (!given.has('noout')) await writeOut(invocation, given.value('out'), printer.text, true);
  return 0;
}

/** The words of -info for an encryption. */
function schemeText(scheme: DerNode): string {
  const { oid, parameters } = algorithmOf(scheme);
  if (!parameters || oid !== '1.2.840.113549.1.5.13') return `${longName(oid)}, Iteration ${parameters ? integerOf(parameters.child(1)) : 0}`;
  const kdf = algorithmOf(parameters.child(0)).parameters;
  const prf = kdf?.children[2];
  return `PBES2, PBKDF2, ${longName(algorithmOf(parameters.child(1)).oid).toUpperCase()}, Iteration ${kdf ? integerOf(kdf.child(1)) : 0}, PRF ${prf ? longName(algorithmOf(prf).oid) : 'hmacWithSHA1'}`;
}

class Printer {
  text = '';
  readonly #invocation: Invocation;
  readonly #passout: Uint8Array | undefined;

  constructor(invocation: Invocation, passout: Uint8Array | undefined) {
    this.#invocation = invocation;
    this.#passout = passout;
  }

  async bag(bag: Pkcs12Bag): Promise<void> {
    const { options: given, process } = this.#invocation;
    if (bag.certificate) {
      if (given.has('info')) await say(this.#invocation, 'Certificate bag\n');
      if (given.has('nocerts') || (given.has('cacerts') && bag.localKeyId) || (given.has('clcerts') && !bag.localKeyId)) return;
      const { certificate } = bag;
      this.text += `${attributesText(bag)}subject=${formatName(certificate.subject, defaultNameFormat)}\nissuer=${formatName(certificate.issuer, defaultNameFormat)}\n${writePem('CERTIFICATE', certificate.der)}`;
      return;
    }
    if (!bag.key) return;
    if (given.has('info')) await say(this.#invocation, bag.kind === 'shrouded' ? 'Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256\n' : 'Key bag\n');
    if (given.has('nokeys', 'noout')) return;
    this.text += `${attributesText(bag)}Key Attributes: <No Attributes>\n`;
    if (given.has('nodes', 'noenc')) {
      this.text += privateKeyPem(bag.key);
      return;
    }
    const cipher = cipherName(given.value('*') ?? 'aes-256-cbc') ?? 'aes-256-cbc';
    let password = this.#passout;
    if (!password) {
      try {
        password = await askNewPassword(process);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        this.#invocation.tool.out.write(this.text);
        throw new Failure('Error outputting keys and certificates\n', error.queue);
      }
    }
    this.text += writePem('ENCRYPTED PRIVATE KEY', encryptPkcs8(bag.key, password, { cipher, random: process.random }));
  }
}

function attributesText({ friendlyName, localKeyId }: Pkcs12Bag): string {
  if (friendlyName === undefined && !localKeyId) return 'Bag Attributes: <No Attributes>\n';
  return `Bag Attributes\n${friendlyName === undefined ? '' : `    friendlyName: ${friendlyName}\n`}${localKeyId ? `    localKeyID: ${(plainHex(localKeyId).match(/../g) ?? []).map((pair) => `${pair} `).join('')}\n` : ''}`;
}
