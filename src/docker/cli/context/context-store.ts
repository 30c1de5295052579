import { decodeUtf8, encodeUtf8, entryBytes, readTar, sha256Hex, tarEntry, TarError, writeTar } from '../../../base/index.ts';
import { goQuote } from '../../../base/go/index.ts';
import type { Process } from '../../../kernel/index.ts';
import { CliError } from '../command/status-error.ts';
import { noContext } from '../connection.ts';
import { compareNatural } from '../natural-order.ts';

/** What `meta.json` holds of a context. */
export interface ContextMetadata {
  Name: string;
  Metadata: { Description?: string };
  Endpoints: Record<string, { Host?: string; SkipTLSVerify: boolean }>;
}

/** Contexts on disk: `contexts/meta/<digest of the name>/meta.json`, and their TLS files beside, in `contexts/tls`. */
export class ContextStore {
  readonly #process: Process;
  readonly #directory: string;

  constructor(process: Process, configDirectory: string) {
    this.#process = process;
    this.#directory = configDirectory;
  }

  metadataPath(name: string): string {
    return `${this.#directory}/contexts/meta/${digestOf(name)}`;
  }

  tlsPath(name: string): string {
    return `${this.#directory}/contexts/tls/${digestOf(name)}`;
  }

  list(): ContextMetadata[] {
    const folder = `${this.#directory}/contexts/meta`;
    if (!this.#process.exists(folder)) return [];
    const files = this.#process.readdir(folder).map(({ name }) => `${folder}/${name}/meta.json`).filter((path) => this.#process.exists(path));
    return files.map((path) => JSON.parse(this.#process.readTextFile(path)) as ContextMetadata).toSorted((a, b) => compareNatural(a.Name, b.Name));
  }

  has(name: string): boolean {
    return this.#process.exists(`${this.metadataPath(name)}/meta.json`);
  }

  /** Throws the CliError of a context that does not exist. */
  read(name: string): ContextMetadata {
    if (!this.has(name)) throw noContext(name, this.#directory);
    return JSON.parse(this.#process.readTextFile(`${this.metadataPath(name)}/meta.json`)) as ContextMetadata;
  }

  write(metadata: ContextMetadata): void {
    const path = this.metadataPath(metadata.Name);
    this.#makeFolders(path, 0o755);
    this.#process.writeFile(`${path}/meta.json`, JSON.stringify(metadata), { mode: 0o644 });
  }

  /** Names of the TLS files by endpoint. */
  tlsFiles(name: string): Record<string, string[]> {
    const path = this.tlsPath(name);
    if (!this.#process.exists(path)) return {};
    return Object.fromEntries(this.#process.readdir(path).map((endpoint) => [endpoint.name, this.#process.readdir(`${path}/${endpoint.name}`).map((file) => file.name).toSorted()]));
  }

  writeTls(name: string, endpoint: string, files: ReadonlyMap<string, Uint8Array>): void {
    const path = `${this.tlsPath(name)}/${endpoint}`;
    this.#makeFolders(path, 0o700);
    for (const [file, bytes] of files) this.#process.writeFile(`${path}/${file}`, bytes, { mode: 0o600 });
  }

  remove(name: string): void {
    this.#removeTree(this.metadataPath(name));
    this.#removeTree(this.tlsPath(name));
  }

  /** A context as a tar archive: meta.json and the TLS files. */
  export(metadata: ContextMetadata): Uint8Array {
    const entries = [tarEntry('meta.json', { bytes: encodeUtf8(JSON.stringify(metadata)) }), tarEntry('tls', { type: 'directory', mode: 0o700 })];
    for (const [endpoint, files] of Object.entries(this.tlsFiles(metadata.Name))) {
      entries.push(tarEntry(`tls/${endpoint}`, { type: 'directory', mode: 0o700 }));
      for (const file of files) entries.push(tarEntry(`tls/${endpoint}/${file}`, { mode: 0o600, bytes: this.#process.readFile(`${this.tlsPath(metadata.Name)}/${endpoint}/${file}`) }));
    }
    return writeTar(entries);
  }

  /** Takes a context out of an archive, under another name. Throws CliError where it is none. */
  import(name: string, archive: Uint8Array): void {
    const tls = new Map<string, Map<string, Uint8Array>>();
    let metadata: ContextMetadata | undefined;
    try {
      for (const entry of readTar(archive)) {
        const [, endpoint, file] = /^tls\/([^/]+)\/([^/]+)$/.exec(entry.path) ?? [];
        if (entry.path === 'meta.json') metadata = JSON.parse(decodeUtf8(entryBytes(entry))) as ContextMetadata;
        else if (endpoint !== undefined && file !== undefined) tls.set(endpoint, (tls.get(endpoint) ?? new Map<string, Uint8Array>()).set(file, entryBytes(entry)));
      }
    } catch (error) {
      if (error instanceof TarError) throw new CliError('archive/tar: invalid tar header');
      throw error;
    }
    if (!metadata) throw new CliError('invalid context: no metadata found');
    this.write({ ...metadata, Name: name });
    for (const [endpoint, files] of tls) this.writeTls(name, endpoint, files);
  }

  #makeFolders(path: string, mode: number): void {
    if (this.#process.exists(path)) return;
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (parent !== '') this.#makeFolders(parent, mode);
    this.#process.mkdir(path, mode);
  }

  #removeTree(path: string): void {
    if (!this.#process.exists(path)) return;
    for (const entry of this.#process.readdir(path)) {
      if ((this.#process.lstat(`${path}/${entry.name}`).mode & 0o170000) === 0o040000) this.#removeTree(`${path}/${entry.name}`);
      else this.#process.unlink(`${path}/${entry.name}`);
    }
    this.#process.rmdir(path);
  }
}

function digestOf(name: string): string {
  return sha256Hex(encodeUtf8(name));
}

/** Whether a context may be called so. Throws CliError. */
export function checkContextName(name: string): void {
  if (name === '') throw new CliError('context name cannot be empty');
  if (name === 'default') throw new CliError('"default" is a reserved context name');
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/.test(name)) throw new CliError(`context name ${goQuote(name)} is invalid, names are validated against regexp "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$"`);
}
