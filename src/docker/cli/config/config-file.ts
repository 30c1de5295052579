import { decodeUtf8, encodeUtf8 } from '../../../base/index.ts';
import { indentJson, jsonSyntaxError } from '../../../base/go/index.ts';
import type { Process } from '../../../kernel/index.ts';
import type { RegistryAuth } from '../../api/index.ts';

/** Key of Docker Hub's credentials. */
export const hubIndex = 'https://index.docker.io/v1/';

/** `config.json`: credentials and preferences. What is not known here is kept when it is saved. */
export class ConfigFile {
  readonly path: string;
  readonly #process: Process;
  readonly #content: Record<string, unknown>;
  #problem: string | undefined;

  constructor(process: Process, path: string, content: Record<string, unknown>) {
    this.#process = process;
    this.path = path;
    this.#content = content;
  }

  /** Reads it; one that is not there is empty. */
  static load(process: Process, directory: string): ConfigFile {
    const path = `${directory}/config.json`;
    if (!process.access(path, 'r')) return new ConfigFile(process, path, {});
    const text = process.readTextFile(path);
    const problem = text.trim() === '' ? undefined : jsonSyntaxError(text);
    const file = new ConfigFile(process, path, problem !== undefined || text.trim() === '' ? {} : (JSON.parse(text) as Record<string, unknown>));
    file.#problem = problem;
    return file;
  }

  /** What is wrong with the file, to be shown once; such a file counts as empty. */
  takeProblem(): string | undefined {
    const problem = this.#problem;
    this.#problem = undefined;
    return problem === undefined ? undefined : `WARNING: Error loading config file: ${this.path}: ${problem}`;
  }

  get currentContext(): string {
    return this.#text('currentContext');
  }

  /** Empty: the default. */
  setCurrentContext(name: string): void {
    if (name === '') delete this.#content['currentContext'];
    else this.#content['currentContext'] = name;
    this.#save();
  }

  get detachKeys(): string {
    return this.#text('detachKeys');
  }

  /** A default format such as `psFormat`; empty when there is none. */
  format(key: 'psFormat' | 'imagesFormat' | 'networksFormat' | 'volumesFormat' | 'statsFormat'): string {
    return this.#text(key);
  }

  #text(key: string): string {
    const value = this.#content[key];
    return typeof value === 'string' ? value : '';
  }

  #auths(): Record<string, RegistryAuth> {
    const auths = this.#content['auths'];
    return typeof auths === 'object' && auths !== null ? (auths as Record<string, RegistryAuth>) : {};
  }

  /** Credentials by registry, decoded. */
  credentials(): Record<string, RegistryAuth> {
    return Object.fromEntries(Object.entries(this.#auths()).map(([server, auth]) => [server, decodeAuth(server, auth)]));
  }

  /** Credentials for a registry, found by its name with or without scheme and path. */
  credentialsFor(server: string): RegistryAuth | undefined {
    const all = this.credentials();
    return all[server] ?? Object.entries(all).find(([key]) => hostOf(key) === hostOf(server))?.[1];
  }

  store(server: string, auth: { username: string; password: string; identitytoken?: string }): void {
    const stored: RegistryAuth = { auth: btoa(String.fromCharCode(...encodeUtf8(`${auth.username}:${auth.password}`))) };
    this.#content['auths'] = { ...this.#auths(), [server]: { ...stored, ...(auth.identitytoken && { identitytoken: auth.identitytoken }) } };
    this.#save();
  }

  /** The credential helper that keeps what belongs to a registry, by `credHelpers` or `credsStore`: the program is `docker-credential-NAME`. */
  helperFor(server: string): string | undefined {
    const helpers = this.#content['credHelpers'];
    const own = typeof helpers === 'object' && helpers !== null ? (helpers as Record<string, unknown>)[server] : undefined;
    const helper = own ?? this.#content['credsStore'];
    return typeof helper === 'string' && helper !== '' ? helper : undefined;
  }

  /** Whether there were credentials to remove. */
  erase(server: string): boolean {
    const auths = this.#auths();
    const known = server in auths;
    this.#content['auths'] = Object.fromEntries(Object.entries(auths).filter(([key]) => key !== server));
    this.#save();
    return known;
  }

  #save(): void {
    const directory = this.path.slice(0, this.path.lastIndexOf('/'));
    if (!this.#process.exists(directory)) this.#process.mkdir(directory, 0o700);
    // The fields that docker knows stand in its order, what it does not know after them.
    const content = { auths: this.#auths(), ...this.#content };
    this.#process.writeFile(this.path, indentJson(content, '\t'), { mode: 0o600 });
  }
}

function decodeAuth(server: string, auth: RegistryAuth): RegistryAuth {
  const [username = '', ...password] = auth.auth ? decodeUtf8(Uint8Array.from(atob(auth.auth), (c) => c.charCodeAt(0))).split(':') : [];
  return {
    ...(username !== '' && { username, password: password.join(':') }),
    ...(auth.identitytoken && { identitytoken: auth.identitytoken }),
    serveraddress: server,
  };
}

function hostOf(server: string): string {
  return server.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
