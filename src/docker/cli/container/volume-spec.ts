import { CliError } from '../command/status-error.ts';

/** What `-v` asks for: anonymous volumes by their path, and binds as the API takes them. */
export interface Volumes {
  anonymous: Record<string, Record<string, never>>;
  binds: string[];
}

/** Reads `-v [SOURCE:]TARGET[:OPTIONS]`; a source that starts with `./` is made absolute. */
export function parseVolumes(specs: readonly string[], cwd: string): Volumes {
  const volumes: Volumes = { anonymous: {}, binds: [] };
  for (const spec of new Set(specs)) {
    if (spec === '') throw new CliError('invalid empty volume spec');
    const [source = '', ...rest] = splitSpec(spec);
    if (spec.length > 2 && [source, ...rest].some((part) => part === '')) throw new CliError(`invalid spec: ${spec}: empty section between colons`);
    if (rest.length > 2) throw new CliError(`invalid spec: ${spec}: too many colons`);
    if (rest.length === 0 || spec.length <= 2) volumes.anonymous[spec] = {};
    else volumes.binds.push([absolute(source, cwd), ...rest].join(':'));
  }
  return volumes;
}

/** The parts between colons; a colon after a single letter is taken for a Windows drive's, as docker does on every system. */
function splitSpec(spec: string): string[] {
  const parts: string[] = [''];
  for (const char of spec) {
    const part = parts.at(-1) ?? '';
    if (char === ':' && !/^\p{L}$/u.test(part)) parts.push('');
    else parts[parts.length - 1] = part + char;
  }
  return parts;
}

/** `.` and `./x` against the current directory; anything else as it is. */
export function absolute(path: string, cwd: string): string {
  if (path !== '.' && !path.startsWith('./')) return path;
  return joinPath(cwd, path);
}

/** filepath.Join: cleaned of `.`, `..` and doubled slashes. */
export function joinPath(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
