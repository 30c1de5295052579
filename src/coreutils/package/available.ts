import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { type Paragraph, parseControl } from './control.ts';
import { parseRelations, type Relation } from './relation.ts';
import { listName, readSources, type Source } from './sources.ts';
import { compareVersions, satisfies } from './version.ts';

/** A version of a package that an archive offers. */
export interface Offer {
  name: string;
  version: string;
  paragraph: Paragraph;
  source: Source;
  component: string;
}

/** What the fetched lists offer. */
export class Available {
  /** Offers by name, the newest first. */
  readonly offers = new Map<string, Offer[]>();
  readonly #providers = new Map<string, { offer: Offer; version: string | undefined }[]>();

  constructor(process: Process) {
    for (const source of readSources(process)) {
      for (const component of source.components) {
        for (const architecture of ['amd64', 'all']) this.#load(process, source, component, `/var/lib/apt/lists/${listName(source.uri, `dists/${source.suite}/${component}/binary-${architecture}/Packages`)}`);
      }
    }
    for (const offers of this.offers.values()) offers.sort((a, b) => compareVersions(b.version, a.version));
  }

  #load(process: Process, source: Source, component: string, path: string): void {
    let text: string;
    try {
      text = process.readTextFile(path);
    } catch (error) {
      if (isSystemError(error)) return;
      throw error;
    }
    for (const paragraph of parseControl(text)) {
      const offer: Offer = { name: paragraph.get('Package') ?? '', version: paragraph.get('Version') ?? '', paragraph, source, component };
      const offers = this.offers.get(offer.name);
      if (offers) offers.push(offer);
      else this.offers.set(offer.name, [offer]);
      for (const [provided] of parseRelations(paragraph.get('Provides'))) {
        if (!provided) continue;
        const providers = this.#providers.get(provided.name) ?? [];
        providers.push({ offer, version: provided.version });
        this.#providers.set(provided.name, providers);
      }
    }
  }

  /** The newest offer of a package. */
  candidate(name: string): Offer | undefined {
    return this.offers.get(name)?.[0];
  }

  /** Packages that provide a virtual one. */
  providers(name: string): Offer[] {
    return [...new Set((this.#providers.get(name) ?? []).map(({ offer }) => offer))].filter((offer) => this.candidate(offer.name) === offer);
  }

  /** What satisfies a relation: the package itself, else those that provide it. */
  satisfying(relation: Relation): Offer[] {
    const own = (this.offers.get(relation.name) ?? []).filter((offer) => !relation.operator || satisfies(offer.version, relation.operator, relation.version ?? ''));
    if (own.length) return own.slice(0, 1);
    return (this.#providers.get(relation.name) ?? []).filter(({ version }) => !relation.operator || (version !== undefined && satisfies(version, relation.operator, relation.version ?? ''))).map(({ offer }) => offer);
  }
}
