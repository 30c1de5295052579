import type { Process } from '../../kernel/index.ts';
import { completeInTable, isGroup, locate, type Completion } from '../cli/index.ts';
import { loadProject } from './file/index.ts';
import { composeGroup } from './root.ts';
import { filesOf } from './runtime/index.ts';

/** Commands whose arguments are services: all of them, or only the first. */
const services: Readonly<Record<string, 'all' | 'first'>> = {
  attach: 'first', build: 'all', config: 'all', create: 'all', down: 'all', events: 'all', exec: 'first', images: 'all', kill: 'all', logs: 'all', pause: 'all', port: 'first', ps: 'all', pull: 'all', push: 'all',
  restart: 'all', rm: 'all', run: 'first', scale: 'all', start: 'all', stats: 'first', stop: 'all', top: 'all', unpause: 'all', up: 'all', wait: 'all', watch: 'all',
};

const flagValues: Readonly<Record<string, readonly string[]>> = {
  ansi: ['never', 'always', 'auto'], progress: ['auto', 'tty', 'plain', 'quiet'], pull: ['always', 'missing', 'never'], rmi: ['local', 'all'], format: ['table', 'json'],
};

/** Flags whose values are services. */
const serviceFlags: ReadonlySet<string> = new Set(['attach', 'no-attach', 'exit-code-from', 'scale']);

/** Completes a `docker compose` command line. `words` are those before the cursor without `docker compose`, the last one being typed. Names of services come from the files. Never rejects. */
export async function completeCompose(process: Process, words: readonly string[]): Promise<Completion> {
  const before = words.slice(0, -1);
  const place = locate(composeGroup, before);
  const { awaitsValue: flag, entry, count } = place;
  if (flag !== undefined) {
    if (serviceFlags.has(flag)) return { words: await serviceNames(process, before), files: false };
    const values = flagValues[flag];
    return values ? { words: values, files: false } : { words: [], files: true };
  }
  const inTable = completeInTable(place, words.at(-1) ?? '');
  if (inTable || isGroup(entry)) return inTable ?? { words: [], files: false };
  const kind = services[entry.name];
  if (kind === 'all' || (kind === 'first' && count === 0)) return { words: await serviceNames(process, before), files: false };
  return { words: [], files: true };
}

async function serviceNames(process: Process, words: readonly string[]): Promise<string[]> {
  try {
    const given = (...names: string[]): string[] => words.flatMap((word, i) => (names.includes(word) ? (words[i + 1] ?? []) : []));
    const project = await loadProject({
      configPaths: given('-f', '--file'), projectDirectory: given('--project-directory')[0] ?? '', profiles: ['*'], environment: process.env, files: filesOf(process), warn: () => undefined,
    });
    return Object.keys(project.services).sort();
  } catch {
    return []; // No files that can be read, no names.
  }
}
