import { DockerfileError, ExpandError, expandWord, type Instruction, type LineRange } from '../dockerfile/index.ts';

/** Build arguments that need no ARG. */
const predefinedArgs: readonly string[] = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'FTP_PROXY', 'ftp_proxy', 'NO_PROXY', 'no_proxy', 'ALL_PROXY', 'all_proxy'];

/** What every Dockerfile may use in FROM, and after an ARG. */
function platformArgs(target: string): Map<string, string> {
  const named = (prefix: string, platform: string): [string, string][] => {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    return [[`${prefix}PLATFORM`, platform], [`${prefix}OS`, os], [`${prefix}OSVERSION`, ''], [`${prefix}ARCH`, architecture], [`${prefix}VARIANT`, variant]];
  };
  return new Map([...named('BUILD', 'linux/amd64'), ...named('TARGET', target || 'linux/amd64')]);
}

/** The ARGs before the first FROM, with their values. */
export function metaScope(metaArgs: readonly Extract<Instruction, { kind: 'arg' }>[], given: ReadonlyMap<string, string | null>, escape: string, used: Set<string>, platform = ''): Map<string, string> {
  const scope = platformArgs(platform);
  for (const { args, range } of metaArgs) {
    for (const { name, value } of args) {
      const own = given.get(name);
      if (own !== undefined) used.add(name);
      const resolved = own ?? (value === undefined ? undefined : expandIn(value, scope, escape, range));
      if (resolved !== undefined) scope.set(name, resolved);
    }
  }
  return scope;
}

/** The ARGs of a stage. */
export class ArgScope {
  readonly #given: ReadonlyMap<string, string | null>;
  readonly #meta: ReadonlyMap<string, string>;
  readonly #used: Set<string>;
  readonly #args = new Map<string, string | undefined>();

  constructor(given: ReadonlyMap<string, string | null>, meta: ReadonlyMap<string, string>, used: Set<string>) {
    this.#given = given;
    this.#meta = meta;
    this.#used = used;
  }

  declare(name: string, fallback: string | undefined): string | undefined {
    const own = this.#given.get(name);
    if (own !== undefined) this.#used.add(name);
    const value = own ?? fallback ?? this.#meta.get(name);
    this.#args.set(name, value);
    return value;
  }

  /** `NAME=value` of those that have a value, in the order of their ARGs. */
  list(): string[] {
    return [...this.#args].flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  }

  /** Those that history shows: declared ones; names alone when they have no value. */
  shown(): string[] {
    return [...this.#args].map(([name, value]) => (value === undefined ? `${name}=` : `${name}=${value}`));
  }

  /** Values of predefined arguments that were given, each in both spellings, as BuildKit gives them. */
  predefined(): string[] {
    return predefinedArgs.flatMap((name) => {
      const value = this.#given.get(name) ?? this.#given.get(/[a-z]/.test(name) ? name.toUpperCase() : name.toLowerCase());
      if (typeof value !== 'string') return [];
      this.#used.add(name);
      return [`${name}=${value}`];
    });
  }
}

/** Expands a word; a mistake in it is told with its line. */
export function expandIn(word: string, env: ReadonlyMap<string, string>, escape: string, range: LineRange): string {
  try {
    return expandWord(word, env, { escape });
  } catch (error) {
    if (error instanceof ExpandError) throw new DockerfileError(`failed to process ${JSON.stringify(word)}: ${error.message}`, range);
    throw error;
  }
}

/** For showing a step: variables that are set are expanded, the rest stays. */
export function expandForDisplay(text: string, env: ReadonlyMap<string, string>, escape: string): string {
  try {
    return expandWord(text, env, { escape, display: true });
  } catch (error) {
    if (error instanceof ExpandError) return text;
    throw error;
  }
}
