import type { Ulimit } from '../../api/index.ts';
import { cut, FlagValueError, parseGoInt, type Flag } from '../flags/index.ts';

const names = ['core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice', 'nofile', 'nproc', 'rss', 'rtprio', 'rttime', 'sigpending', 'stack'];

/** `--ulimit nofile=1024:2048`. */
export function ulimits(help: string): Flag<readonly Ulimit[]> {
  return {
    help, type: 'ulimit', initial: [], defaultText: '[]',
    parse(text, previous) {
      const limit = parseUlimit(text);
      return [...(previous ?? []).filter(({ Name }) => Name !== limit.Name), limit].toSorted((a, b) => (a.Name < b.Name ? -1 : 1));
    },
  };
}

function parseUlimit(text: string): Ulimit {
  const [name, values] = cut(text, '=');
  if (values === undefined) throw new FlagValueError(`invalid ulimit argument: ${text}`);
  if (!names.includes(name)) throw new FlagValueError(`invalid ulimit type: ${name}`);
  const parts = values.split(':');
  if (parts.length > 2) throw new FlagValueError(`too many limit value arguments - ${values}, can only have up to two, \`soft[:hard]\``);
  const soft = parseGoInt(parts[0] ?? '');
  const hard = parts[1] === undefined ? soft : parseGoInt(parts[1]);
  if (hard !== -1) {
    if (soft === -1) throw new FlagValueError(`ulimit soft limit must be less than or equal to hard limit: soft: -1 (unlimited), hard: ${hard}`);
    if (soft > hard) throw new FlagValueError(`ulimit soft limit must be less than or equal to hard limit: ${soft} > ${hard}`);
  }
  return { Name: name, Soft: soft, Hard: hard };
}
