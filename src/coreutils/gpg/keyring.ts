import { concatBytes, noBytes } from '../../base/index.ts';
import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { type PrivateKey, privateKeyPem, readPrivateKeyPem } from '../../pki/index.ts';
import { binaryOf } from '../program/index.ts';
import { binary, readPackets, type TransferableKey, transferableKeys } from './openpgp/index.ts';

/** What a key ring says on standard error, as `gpg: …`. */
export type Say = (message: string) => Promise<void>;

/** A folder of gpg's: public keys in `pubring.kbx` (packets, not a keybox), secret ones below `private-keys-v1.d`, whom one trusts in `trustdb.gpg`; the insides are our own. */
export class Keyring {
  readonly home: string;
  readonly #process: Process;
  readonly #say: Say;
  readonly #files: readonly string[];
  readonly #default: boolean;

  constructor(process: Process, say: Say, { home, rings, withDefault }: { home: string | undefined; rings: readonly string[]; withDefault: boolean }) {
    this.#process = process;
    this.#say = say;
    const usual = `${process.env.HOME ?? '/root'}/.gnupg`;
    this.home = home ?? process.env.GNUPGHOME ?? usual;
    this.#default = this.home === usual;
    const found = rings.map((ring) => (ring.includes('/') ? ring : process.exists(`${this.home}/${ring}`) || !process.exists(ring) ? `${this.home}/${ring}` : ring));
    this.#files = withDefault ? [`${this.home}/pubring.kbx`, ...found] : found;
  }

  /** The file that new keys go to. */
  get file(): string {
    return this.#files[0] ?? `${this.home}/pubring.kbx`;
  }

  /** Says which rings are missing: gpgv makes none. */
  async lookForRings(): Promise<void> {
    for (const file of this.#files) {
      if (this.#process.exists(file)) continue;
      const usual = file === `${this.home}/trustedkeys.kbx`;
      if (usual) await this.#say("unknown type of key resource 'trustedkeys.kbx'");
      await this.#say(`keyblock resource '${file}': ${usual ? 'General error' : 'No such file or directory'}`);
    }
  }

  /** Makes what is missing: the folder of one's own home, the ring. False when the folder of another place is not there. */
  async open(): Promise<boolean> {
    const process = this.#process;
    if (!process.exists(this.home)) {
      if (!this.#default) {
        if (this.file.startsWith(`${this.home}/`)) {
          await this.#say(`keyblock resource '${this.file}': No such file or directory`);
          return false;
        }
      } else {
        process.mkdir(this.home, 0o700);
        await this.#say(`directory '${this.home}' created`);
      }
    } else if (!this.#default && (process.stat(this.home).mode & 0o077) !== 0) await this.#say(`WARNING: unsafe permissions on homedir '${this.home}'`);
    if (!process.exists(this.file)) {
      process.writeFile(this.file, noBytes, { mode: 0o644 });
      await this.#say(`keybox '${this.file}' created`);
    }
    return true;
  }

  keys(): TransferableKey[] {
    return this.#files.flatMap((file) => this.keysOf(file));
  }

  keysOf(file: string): TransferableKey[] {
    try {
      return transferableKeys(readPackets(binary(this.#process.readFile(file))));
    } catch (error) {
      if (isSystemError(error)) return [];
      throw error;
    }
  }

  get files(): readonly string[] {
    return this.#files;
  }

  write(keys: readonly TransferableKey[]): void {
    this.#process.writeFile(this.file, concatBytes([noBytes, ...keys.map(({ bytes }) => bytes)]), { mode: 0o644 });
  }

  /** The keys that a name, mail address, key id or fingerprint stands for. */
  find(wanted: string): TransferableKey[] {
    const id = wanted.replaceAll(' ', '').replace(/^0x/i, '').replace(/!$/, '').toUpperCase();
    const isId = /^([\dA-F]{8}|[\dA-F]{16}|[\dA-F]{40})$/.test(id);
    return this.keys().filter((key) => (isId && [key.primary, ...key.subkeys.map((each) => each.key)].some(({ fingerprint }) => fingerprint.endsWith(id))) || key.userIds.some(({ text }) => matchesUser(text, wanted)));
  }

  secretPath(fingerprint: string): string {
    return `${this.home}/private-keys-v1.d/${fingerprint}.key`;
  }

  secret(fingerprint: string): PrivateKey | undefined {
    const path = this.secretPath(fingerprint);
    return this.#process.exists(path) ? readPrivateKeyPem(binaryOf(this.#process.readFile(path))) : undefined;
  }

  keepSecret(fingerprint: string, key: PrivateKey): void {
    const folder = `${this.home}/private-keys-v1.d`;
    if (!this.#process.exists(folder)) this.#process.mkdir(folder, 0o700);
    this.#process.writeFile(this.secretPath(fingerprint), privateKeyPem(key), { mode: 0o600 });
  }

  get #trustFile(): string {
    return `${this.home}/trustdb.gpg`;
  }

  /** Makes the trust database where it is missing. */
  async openTrust(): Promise<void> {
    if (this.#process.exists(this.#trustFile) || !this.#process.exists(this.home)) return;
    this.#process.writeFile(this.#trustFile, '', { mode: 0o600 });
    await this.#say(`${this.#trustFile}: trustdb created`);
  }

  #trustLines(): string[] {
    return this.#process.exists(this.#trustFile) ? this.#process.readTextFile(this.#trustFile).split('\n').filter(Boolean) : [];
  }

  isUltimate(fingerprint: string): boolean {
    return this.#trustLines().includes(`u ${fingerprint}`);
  }

  trust(fingerprint: string): void {
    this.#process.writeFile(this.#trustFile, ['stale', ...this.#trustLines().filter((line) => line !== 'stale'), `u ${fingerprint}`].map((line) => `${line}\n`).join(''), { mode: 0o600 });
  }

  /** Looks through the trust database after keys were made, and says so. */
  async checkTrust(): Promise<void> {
    const lines = this.#trustLines();
    if (!lines.includes('stale')) return;
    this.#process.writeFile(this.#trustFile, lines.filter((line) => line !== 'stale').map((line) => `${line}\n`).join(''), { mode: 0o600 });
    const own = this.keys().filter(({ primary }) => lines.includes(`u ${primary.fingerprint}`));
    await this.#say('checking the trustdb');
    await this.#say('marginals needed: 3  completes needed: 1  trust model: pgp');
    await this.#say(`depth: 0  valid: ${String(own.length).padStart(3)}  signed:   0  trust: 0-, 0q, 0n, 0m, 0f, ${own.length}u`);
    const due = own.flatMap(({ expires }) => expires ?? []).toSorted((a, b) => a - b)[0];
    if (due !== undefined) await this.#say(`next trustdb check due at ${day(due)}`);
  }
}

function matchesUser(userId: string, wanted: string): boolean {
  if (wanted.startsWith('=')) return userId === wanted.slice(1);
  const mail = /<([^>]*)>/.exec(userId)?.[1] ?? userId;
  if (wanted.startsWith('<')) return `<${mail}>`.toLowerCase() === wanted.toLowerCase();
  if (wanted.includes('@') && /^[^\s<>]+$/.test(wanted)) return mail.toLowerCase() === wanted.toLowerCase() || userId.toLowerCase().includes(wanted.toLowerCase());
  return userId.toLowerCase().includes(wanted.toLowerCase());
}

/** `2026-11-29`, in UTC. */
export function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
