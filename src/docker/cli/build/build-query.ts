import { parseReference } from '../../../oci/index.ts';
import type { BuildQuery } from '../../api/index.ts';
import { CliError } from '../command/status-error.ts';
import { cut } from '../flags/index.ts';

/** Flags that both builders have. */
export interface BuildFlags {
  readonly 'add-host': readonly string[];
  readonly 'build-arg': readonly string[];
  readonly 'cache-from': readonly string[];
  readonly label: readonly string[];
  readonly network: string;
  readonly 'no-cache': boolean;
  readonly pull: boolean;
  readonly quiet: boolean;
  readonly 'shm-size': number;
  readonly tag: readonly string[];
  readonly target: string;
}

/** The query of `POST /build` for them. A build argument without a value takes that of the environment, and is left out when there is none. */
export function buildQuery(flags: BuildFlags, env: Readonly<Record<string, string>>): BuildQuery {
  const args = Object.fromEntries(
    flags['build-arg'].flatMap((text): [string, string][] => {
      const [name, value] = cut(text, '=');
      const given = value ?? env[name];
      return given === undefined ? [] : [[name, given]];
    }),
  );
  const labels = Object.fromEntries(flags.label.map((text): [string, string] => [cut(text, '=')[0], cut(text, '=')[1] ?? '']));
  return {
    t: [...flags.tag],
    ...(Object.keys(args).length > 0 && { buildargs: JSON.stringify(args) }),
    ...(Object.keys(labels).length > 0 && { labels: JSON.stringify(labels) }),
    ...(flags['cache-from'].length > 0 && { cachefrom: JSON.stringify(flags['cache-from']) }),
    ...(flags.target !== '' && { target: flags.target }),
    ...(flags.network !== 'default' && { networkmode: flags.network }),
    ...(flags['add-host'].length > 0 && { extrahosts: flags['add-host'] }),
    ...(flags['no-cache'] && { nocache: '1' as const }),
    ...(flags.pull && { pull: '1' }),
    ...(flags['shm-size'] > 0 && { shmsize: String(flags['shm-size']) }),
  };
}

/** Refuses tags that are no references, with the words that `explain` makes of the reason. */
export function checkTags(tags: readonly string[], explain: (tag: string, reason: string) => string): void {
  for (const tag of tags) {
    try {
      parseReference(tag);
    } catch {
      throw new CliError(explain(tag, tag === '' ? 'repository name must have at least one component' : isReference(tag.toLowerCase()) ? 'repository name must be lowercase' : 'invalid reference format'));
    }
  }
}

function isReference(text: string): boolean {
  try {
    parseReference(text);
    return true;
  } catch {
    return false;
  }
}
