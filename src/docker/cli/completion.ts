import type { Process } from '../../kernel/index.ts';
import { DockerClient } from '../client/index.ts';
import { isGroup, findEntry, type ArgumentKind, type Command, type CommandEntry, type CommandGroup } from './command/command.ts';
import { defaultHost, dialerOf, parseHost } from './connection.ts';
import type { FlagTable } from './flags/index.ts';
import { globalFlags } from './global-flags.ts';
import { pluginNames } from './plugins.ts';
import { rootCommands } from './root.ts';

/** What Tab can put at the cursor. */
export interface Completion {
  /** Whole words that may stand there; the shell picks those that begin with what is typed. */
  readonly words: readonly string[];
  /** File names may stand there too. */
  readonly files: boolean;
}

const nothing: Completion = { words: [], files: false };

/**
 * Completes a `docker` command line. `words` are the words before the cursor without `docker`, the last one being typed (maybe empty). Names of containers, images, networks and volumes are
 * asked of the engine; when it does not answer there are none. Never rejects.
 */
export async function completeDocker(process: Process, words: readonly string[]): Promise<Completion> {
  const before = words.slice(0, -1);
  const root: CommandGroup = { name: 'docker', short: '', subcommands: rootCommands, flags: globalFlags('') };
  const place = locate(root, before);
  if (place.awaitsValue) return valueOf(process, place.entry, place.awaitsValue, before);
  const inTable = completeInTable(place, words.at(-1) ?? '');
  if (inTable) return place.entry === root && !words.at(-1)?.startsWith('-') ? { ...inTable, words: [...inTable.words, ...pluginNames(process)] } : inTable;
  if (isGroup(place.entry)) return nothing;
  const kinds = place.entry.complete ?? [];
  const kind = kinds[Math.min(place.count, kinds.length - 1)];
  return kind === undefined ? nothing : namesOf(process, kind, before);
}

/** What the table alone gives at a place: names of options or of subcommands; undefined where an argument of a command stands. */
export function completeInTable({ entry }: Place, typed: string): Completion | undefined {
  if (typed.startsWith('-')) return { words: flagWords(entry.flags ?? {}, typed), files: false };
  return isGroup(entry) ? { words: entry.subcommands.filter((one) => !one.hidden && !one.needs).map((one) => one.name), files: false } : undefined;
}

/** Where the cursor stands in a table of commands. */
export interface Place {
  entry: CommandEntry;
  /** Arguments before the cursor. */
  count: number;
  /** The flag whose value is being typed. */
  awaitsValue: string | undefined;
}

/** Walks the words before the cursor down a table of commands. */
export function locate(root: CommandGroup, words: readonly string[]): Place {
  let entry: CommandEntry = root;
  let count = 0;
  let onlyArguments = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (!onlyArguments && word === '--') {
      onlyArguments = true;
      continue;
    }
    if (!onlyArguments && word.startsWith('-') && word !== '-') {
      const flag = valueFlag(entry.flags ?? {}, word);
      if (flag === undefined) continue;
      if (i === words.length - 1) return { entry, count, awaitsValue: flag };
      i++;
      continue;
    }
    const next: CommandEntry | undefined = isGroup(entry) ? findEntry(entry.subcommands, word) : undefined;
    if (next) entry = next;
    else {
      count++;
      if (!isGroup(entry) && entry.interspersed === false) onlyArguments = true;
    }
  }
  return { entry, count, awaitsValue: undefined };
}

/** The flag of a word that takes the next word as its value. */
function valueFlag(flags: FlagTable, word: string): string | undefined {
  if (word.includes('=')) return undefined;
  const name = word.startsWith('--') ? word.slice(2) : Object.keys(flags).find((key) => flags[key]?.shorthand === word.at(-1));
  const flag = name === undefined ? undefined : flags[name];
  return flag && flag.bareValue === undefined ? name : undefined;
}

function flagWords(flags: FlagTable, typed: string): string[] {
  const visible = Object.entries(flags).filter(([, flag]) => !flag.hidden);
  const long = visible.map(([name]) => `--${name}`);
  const short = visible.flatMap(([, flag]) => (flag.shorthand === undefined ? [] : [`-${flag.shorthand}`]));
  return typed.startsWith('--') ? long : [...long, ...short];
}

/** Words for the values of some flags. */
const flagValues: Record<string, readonly string[]> = {
  pull: ['always', 'missing', 'never'],
  restart: ['always', 'no', 'on-failure', 'unless-stopped'],
  progress: ['auto', 'plain', 'tty'],
  type: ['container', 'image', 'network', 'volume'],
};

const flagNames: Record<string, ArgumentKind> = { network: 'network', net: 'network', 'volumes-from': 'container', link: 'container', 'env-file': 'file', file: 'file', output: 'file', input: 'file', volume: 'volume' };

async function valueOf(process: Process, entry: CommandEntry, flag: string, words: readonly string[]): Promise<Completion> {
  const fixed = flagValues[flag];
  if (fixed && typeof (entry as Command).flags?.[flag]?.initial === 'string') return { words: fixed, files: false };
  if (flag === 'env') return { words: Object.keys(process.env), files: false };
  const kind = flagNames[flag];
  if (kind === undefined) return { words: [], files: true };
  const names = await namesOf(process, kind, words);
  return kind === 'volume' ? { ...names, files: true } : names;
}

async function namesOf(process: Process, kind: ArgumentKind, words: readonly string[]): Promise<Completion> {
  if (kind === 'file') return { words: [], files: true };
  try {
    const given = words.findIndex((word) => word === '-H' || word === '--host');
    const host = parseHost((given >= 0 ? words[given + 1] : undefined) ?? process.env['DOCKER_HOST'] ?? defaultHost);
    const client = new DockerClient({ dial: dialerOf(process, host), host });
    try {
      return { words: await ask(client, kind), files: false };
    } finally {
      client.close();
    }
  } catch {
    return nothing; // No engine, no names.
  }
}

async function ask(client: DockerClient, kind: Exclude<ArgumentKind, 'file'>): Promise<string[]> {
  switch (kind) {
    case 'image':
      return (await client.images.list()).flatMap((image) => image.RepoTags ?? []).filter((name) => name !== '<none>:<none>').flatMap((name) => (name.endsWith(':latest') ? [name.slice(0, -7), name] : [name]));
    case 'network':
      return (await client.networks.list()).map((network) => network.Name);
    case 'volume':
      return ((await client.volumes.list()).Volumes ?? []).map((volume) => volume.Name);
    default: {
      const containers = await client.containers.list({ all: kind !== 'running container' });
      const wanted = containers.filter(({ State }) => kind !== 'stopped container' || (State !== 'running' && State !== 'paused'));
      return wanted.flatMap(({ Names }) => Names.map((name) => name.replace(/^\//, '')));
    }
  }
}
