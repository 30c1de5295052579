/** What Go calls a JSON value in its messages. */
export function goKind(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value === 'boolean' ? 'bool' : typeof value;
}

/** The types of dockerd's configuration that a mistake is most often made with. */
const goTypes: Record<string, string> = {
  hosts: '[]string', labels: '[]string', dns: '[]net.IP', 'dns-search': '[]string', 'insecure-registries': '[]string', 'registry-mirrors': '[]string', debug: 'bool', 'live-restore': 'bool', 'data-root': 'string', pidfile: 'string', bip: 'string', 'log-driver': 'string', 'shutdown-timeout': 'int', 'default-address-pools': '[]*ipamutils.NetworkToSplit',
};
const structs: Record<string, string> = { bip: 'Config.BridgeConfig.', 'insecure-registries': 'Config.CommonConfig.ServiceOptions.', 'registry-mirrors': 'Config.CommonConfig.ServiceOptions.', 'log-driver': 'Config.CommonConfig.LogConfig.', 'log-opts': 'Config.CommonConfig.LogConfig.', dns: 'Config.CommonConfig.DNSConfig.', 'dns-search': 'Config.CommonConfig.DNSConfig.' };

/** Go's words for a value of the wrong type at `path`. */
export function unmarshalError(document: unknown, path: readonly string[]): string {
  const [key = ''] = path;
  let value = document;
  for (const part of path) value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  const type = path.length > 1 ? 'string' : goTypes[key] ?? 'string';
  return `json: cannot unmarshal ${goKind(value)} into Go struct field ${structs[key] ?? 'Config.CommonConfig.'}${key} of type ${type}`;
}

const literals: Record<string, string> = { t: 'true', f: 'false', n: 'null' };

/** Go's words (encoding/json) for the first mistake in a text that is no JSON. */
export function goJsonError(text: string): string {
  let at = 0;
  const found = (where: string): string => {
    const char = text[at];
    return char === undefined ? 'unexpected end of JSON input' : `invalid character ${char === "'" ? "'\\''" : char === '"' ? "'\"'" : char === '\n' ? "'\\n'" : `'${char}'`} ${where}`;
  };
  const blank = (): void => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  const string = (): string | undefined => {
    for (at++; text[at] !== '"'; at++) {
      if (text[at] === undefined) return 'unexpected end of JSON input';
      if ((text[at] ?? '') < ' ') return found('in string literal');
      if (text[at] === '\\') at++;
    }
    at++;
    return undefined;
  };
  const list = (end: string, item: () => string | undefined, after: string): string | undefined => {
    at++;
    blank();
    if (text[at] === end) {
      at++;
      return undefined;
    }
    for (;;) {
      const problem = item();
      if (problem !== undefined) return problem;
      blank();
      if (text[at] === end) {
        at++;
        return undefined;
      }
      if (text[at] !== ',') return found(after);
      at++;
      blank();
    }
  };
  const value = (): string | undefined => {
    blank();
    const char = text[at] ?? '';
    if (char === '"') return string();
    if (char === '[') return list(']', value, 'after array element');
    if (char === '{') {
      return list('}', () => {
        if (text[at] !== '"') return found('looking for beginning of object key string');
        const problem = string();
        if (problem !== undefined) return problem;
        blank();
        if (text[at] !== ':') return found('after object key');
        at++;
        return value();
      }, 'after object key:value pair');
    }
    const literal = literals[char];
    if (literal !== undefined) {
      for (const expected of literal) {
        if (text[at] !== expected) return found(`in literal ${literal} (expecting '${expected}')`);
        at++;
      }
      return undefined;
    }
    const number = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/.exec(text.slice(at))?.[0];
    if (number === undefined) return found('looking for beginning of value');
    at += number.length;
    return undefined;
  };
  const problem = value();
  if (problem !== undefined) return problem;
  blank();
  return at < text.length ? found('after top-level value') : 'unexpected end of JSON input';
}
