import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Chance } from './chance.ts';

const folders = ['bash', 'tools'].map((kind) => join(import.meta.dirname, '..', 'conformance', kind));

function scriptOf(one: unknown): string[] {
  if (typeof one !== 'object' || one === null) return [];
  const script = 'script' in one ? one.script : undefined;
  return typeof script === 'string' ? [script] : [];
}

/** The scripts of the recorded cases. */
export function recordedScripts(): string[] {
  return folders.flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort().flatMap((file) => {
    const cases: unknown = parse(readFileSync(join(folder, file), 'utf8'));
    return Array.isArray(cases) ? cases.flatMap(scriptOf) : [];
  }));
}

const insertions = ['|', '&', ';', '&&', '||', '(', ')', '{', '}', '"', "'", '`', '$(', '${', '))', '((', '<', '>', '<<E', '\n', '!', '*', '\\', 'do', 'done', 'fi', 'then', 'esac', '$x', '\x00', '\x7f', '&>', ' -- ', '=', '+=', '[', ']]', ' 99999999999 ', '%', '#', '~'] as const;

function tokens(script: string): string[] {
  return script.match(/\s+|\w+|[^\s\w]/g) ?? [];
}

/** A script with a few random changes, or two of them spliced. */
export function mutate(script: string, other: string, chance: Chance): string {
  let parts = tokens(script);
  for (let changes = 1 + chance.below(3); changes > 0; changes--) {
    const at = chance.below(parts.length + 1);
    const length = 1 + chance.below(4);
    switch (chance.below(6)) {
      case 0:
        parts.splice(at, length);
        break;
      case 1:
        parts.splice(at, 0, chance.pick(insertions));
        break;
      case 2:
        parts.splice(at, 0, ...parts.slice(at, at + length));
        break;
      case 3: {
        const from = tokens(other);
        const start = chance.below(from.length + 1);
        parts.splice(at, length, ...from.slice(start, start + 1 + chance.below(8)));
        break;
      }
      case 4:
        parts = chance.one(2) ? [...parts.slice(0, at), '\n', ...tokens(other)] : parts.slice(0, at);
        break;
      default:
        parts = parts.map((part) => (/^\d+$/.test(part) && chance.one(3) ? chance.pick(['0', '-1', '1', '255', '65536', '2147483648', '9223372036854775808']) : part));
    }
  }
  return parts.join('');
}
