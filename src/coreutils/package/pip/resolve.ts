import { fields, type Installed } from './environment.ts';
import type { Candidate, IndexClient } from './index-client.ts';
import { fits, isPreRelease } from './pip-version.ts';
import { normalizedName, parseRequirement, type Requirement } from './requirement.ts';

/** A release that was chosen. */
export interface Chosen {
  /** As the requirement spells it that it was first chosen for. */
  name: string;
  candidate: Candidate;
  requires: Requirement[];
}

/** What happens while requirements are resolved, in order. */
export type ResolveEvent =
  | { kind: 'satisfied'; requirement: Requirement; installed: Installed }
  | { kind: 'collecting'; requirement: Requirement; candidate: Candidate; metadata: string }
  /** Releases that this Python is too old or too new for. */
  | { kind: 'ignored'; name: string; candidates: readonly Candidate[] };

/** No release fits: `versions` are those that there are for this Python. */
export class NoMatch extends Error {
  readonly requirement: Requirement;
  readonly versions: readonly string[];
  readonly ignored: readonly Candidate[];

  constructor(requirement: Requirement, versions: readonly string[], ignored: readonly Candidate[]) {
    super(requirement.text);
    this.requirement = requirement;
    this.versions = versions;
    this.ignored = ignored;
  }
}

/** Two requirements that no release satisfies together. */
export class Conflict extends Error {
  readonly requirements: readonly Requirement[];

  constructor(requirements: readonly Requirement[]) {
    super('conflict');
    this.requirements = requirements;
  }
}

/** How requirements are resolved. */
export interface ResolveOptions {
  python: string;
  installed: readonly Installed[];
  upgrade: boolean;
  reinstall: boolean;
  dependencies: boolean;
  tell: (event: ResolveEvent) => Promise<void> | void;
}

/** Chooses a release for every requirement and for what those require: the newest that all who ask for it allow. */
export async function resolveRequirements(index: IndexClient, wanted: readonly Requirement[], options: ResolveOptions): Promise<Chosen[]> {
  const asked = new Map<string, Requirement[]>();
  const chosen = new Map<string, Chosen>();
  const queue = [...wanted];
  for (let requirement = queue.shift(); requirement; requirement = queue.shift()) {
    const key = normalizedName(requirement.name);
    const all = [...(asked.get(key) ?? []), requirement];
    asked.set(key, all);
    const present = options.installed.find(({ name }) => normalizedName(name) === key);
    const direct = requirement.direct ?? false;
    const chain = requirement.text + (requirement.from === undefined ? '' : `->${requirement.from}`);
    const before = chosen.get(key);
    if (before) {
      if (fits(before.candidate.version, requirement.specifiers)) continue;
      chosen.delete(key);
    } else if (present && !(options.reinstall && direct) && !(options.upgrade && direct) && fits(present.version, requirement.specifiers)) {
      await options.tell({ kind: 'satisfied', requirement, installed: present });
      if (options.dependencies) queue.push(...dependenciesOf(present.requires, chain, options.python));
      continue;
    }
    const found = await choose(index, requirement, all, options);
    const metadata = await index.metadata(found);
    await options.tell({ kind: 'collecting', requirement, candidate: found, metadata });
    const requires = options.dependencies ? dependenciesOf(fields(metadata, 'Requires-Dist'), chain, options.python) : [];
    chosen.set(key, { name: requirement.name, candidate: found, requires });
    queue.push(...requires);
  }
  return inOrder(chosen);
}

function dependenciesOf(lines: readonly string[], from: string, python: string): Requirement[] {
  return lines.flatMap((line) => {
    const requirement = parseRequirement(line, python);
    return requirement ? [{ ...requirement, from }] : [];
  });
}

async function choose(index: IndexClient, requirement: Requirement, all: readonly Requirement[], options: ResolveOptions): Promise<Candidate> {
  const candidates = await index.candidates(requirement.name);
  const usable = candidates.filter(({ python }) => fits(options.python, python));
  const ignored = candidates.filter((each) => !usable.includes(each));
  if (ignored.length > 0) await options.tell({ kind: 'ignored', name: requirement.name, candidates: ignored });
  const matching = usable.filter(({ version }) => fits(version, requirement.specifiers) && (!isPreRelease(version) || requirement.specifiers.includes(version)));
  if (matching.length === 0) throw new NoMatch(requirement, usable.map(({ version }) => version).reverse(), ignored);
  const found = matching.find(({ version }) => all.every(({ specifiers }) => fits(version, specifiers)));
  if (!found) throw new Conflict(all);
  return found;
}

/** Those that need nothing more, again and again, from the end of the alphabet: as pip installs. */
function inOrder(chosen: ReadonlyMap<string, Chosen>): Chosen[] {
  const left = new Map(chosen);
  const order: Chosen[] = [];
  while (left.size > 0) {
    let ready = [...left].filter(([key, { requires }]) => requires.every(({ name }) => normalizedName(name) === key || !left.has(normalizedName(name))));
    if (ready.length === 0) ready = [...left];
    for (const [key, each] of ready.sort(([a], [b]) => (a < b ? 1 : -1))) {
      order.push(each);
      left.delete(key);
    }
  }
  return order;
}
