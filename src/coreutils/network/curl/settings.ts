import type { MimePart } from './mime-part.ts';
import type { CurlIo } from './io.ts';

/** How a request is meant before -X: what chose it. */
export type RequestKind = 'GET' | 'HEAD' | 'MIME' | 'POST' | 'PUT';

const kindNames: Readonly<Record<RequestKind, string>> = {
  GET: 'GET (-G, --get)', HEAD: 'HEAD (-I, --head)', MIME: 'multipart formpost (-F, --form)', POST: 'POST (-d, --data)', PUT: 'PUT (-T, --upload-file)',
};

/** A URL with what belongs to it alone; options may come before their URL. */
export interface UrlNode {
  /** Which URL of the command it is, from 0. */
  number: number;
  url: string | undefined;
  output: string | undefined;
  remoteName: boolean;
  upload: string | undefined;
  outputSet: boolean;
  uploadSet: boolean;
  noGlob: boolean;
}

/** What counts for the whole command, whatever --next says. */
export class GlobalSettings {
  readonly io: CurlIo;
  silent = false;
  showError = false;
  noProgress = false;
  progressBar = false;
  parallel = false;
  failEarly = false;
  styled = true;
  traceKind: 'none' | 'plain' | 'ascii' | 'bin' = 'none';
  /** `%` is standard error, `-` standard output. */
  traceFile = '%';
  traceTime = false;
  traceIds = false;
  verbosity = 0;
  libcurl: string | undefined;
  /** Milliseconds between the starts of two transfers: --rate. */
  pace = 0;
  nodes = 0;
  readonly variables = new Map<string, Uint8Array>();
  readonly columns: number;

  constructor(io: CurlIo) {
    this.io = io;
    this.columns = columnsOf(io);
  }

  /** Warns, unless silent. */
  warn(text: string): void {
    this.#say('Warning: ', text);
  }

  /** Says something that only -v shows. */
  note(text: string): void {
    if (this.traceKind !== 'none') this.#say('Note: ', text);
  }

  /** Says an error, unless silent without -S. */
  error(text: string): void {
    if (!this.silent || this.showError) this.#say('curl: ', text);
  }

  /** What is wrong with the command line. */
  help(text?: string): void {
    this.io.error(`${text === undefined ? '' : `curl: ${text}\n`}curl: try 'curl --help' or 'curl --manual' for more information\n`);
  }

  /** Broken at blanks where the terminal ends. */
  #say(prefix: string, text: string): void {
    if (this.silent) return;
    const width = this.columns - prefix.length;
    let rest = text;
    while (rest.length > 0) {
      let end = rest.length;
      if (rest.length > width) {
        let cut = width - 1;
        while (cut > 0 && rest[cut] !== ' ' && rest[cut] !== '\t') cut--;
        end = (cut === 0 ? width - 1 : cut) + 1;
      }
      this.io.error(`${prefix}${rest.slice(0, end)}\n`);
      rest = rest.slice(end);
    }
  }
}

function columnsOf({ process }: CurlIo): number {
  const wanted = Number(/^\d+$/.exec(process.env.COLUMNS ?? '')?.[0] ?? 0);
  if (wanted > 20 && wanted < 10_000) return wanted;
  const { columns } = process.isatty(0) ? process.windowSize(0) : { columns: 0 };
  return columns > 0 && columns < 10_000 ? columns : 79;
}

/** The options between two --next. */
export class Settings {
  readonly global: GlobalSettings;
  readonly #flags = new Map<string, boolean>();
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, string[]>();
  readonly nodes: UrlNode[] = [];
  kind: RequestKind | undefined;
  /** What -d and its kin collected. */
  post: Uint8Array | undefined;
  json = false;
  form: MimePart[] | undefined;
  /** --url-query. */
  query: string | undefined;
  userAgent: string | undefined = 'curl/8.14.1';
  referer: string | undefined;
  autoReferer = false;
  range: string | undefined;
  resume: number | 'auto' | undefined;
  time: { kind: 'modified' | 'unmodified' | 'last'; seconds: number } | undefined;
  writeOut: string | undefined;
  httpVersion: string | undefined;
  tlsMin: string | undefined;
  readonly auth = new Set<string>();
  readonly proxyAuth = new Set<string>();
  maxTime = 0;
  connectTimeout = 0;
  limitRate = 0;
  maxFilesize = 0;
  maxRedirs = 50;
  retry = 0;
  retryDelay = 0;
  retryMaxTime = 0;
  protocols: ReadonlySet<string> | undefined;
  redirProtocols: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'ftps']);
  proxyKind = 'http';

  constructor(global: GlobalSettings) {
    this.global = global;
  }

  /** Whether a switch is on. */
  on(name: string): boolean {
    return this.#flags.get(name) === true;
  }

  /** Whether a switch was turned off. */
  off(name: string): boolean {
    return this.#flags.get(name) === false;
  }

  setFlag(name: string, on: boolean): void {
    this.#flags.set(name, on);
  }

  text(name: string): string | undefined {
    return this.#texts.get(name);
  }

  setText(name: string, value: string | undefined): void {
    if (value === undefined) this.#texts.delete(name);
    else this.#texts.set(name, value);
  }

  list(name: string): readonly string[] {
    return this.#lists.get(name) ?? [];
  }

  add(name: string, value: string): void {
    const list = this.#lists.get(name);
    if (list) list.push(value);
    else this.#lists.set(name, [value]);
  }

  /** The first URL that lacks what `free` looks for, or a new one. */
  node(free: (node: UrlNode) => boolean): UrlNode {
    let node = this.nodes.find(free);
    if (!node) {
      node = { number: this.global.nodes++, url: undefined, output: undefined, remoteName: this.on('remote-name-all'), upload: undefined, outputSet: false, uploadSet: false, noGlob: false };
      this.nodes.push(node);
    }
    return node;
  }

  /** Chooses the kind of request; false, with a warning, when another one was chosen before. */
  choose(kind: RequestKind): boolean {
    if (this.kind === undefined || this.kind === kind) {
      this.kind = kind;
      return true;
    }
    this.global.warn(`You can only select one HTTP request method! You asked for both ${kindNames[kind]} and ${kindNames[this.kind]}.`);
    return false;
  }
}
