import { el } from '../../dock/dom.ts';
import type { MapKey, MapTexts } from '../../i18n/map-texts.ts';
import type { Change } from '../model/changes.ts';
import { stateText } from './words.ts';

const whats = { container: 'whatContainer', image: 'whatImage', network: 'whatNetwork', volume: 'whatVolume' } as const satisfies Record<Change['what'], MapKey>;
const kinds = { new: 'saidNew', gone: 'saidGone', changed: 'saidChanged' } as const satisfies Record<Change['kind'], MapKey>;

/** How long changes are gathered before they are said, in milliseconds, and how many are said one by one. */
const gatherMs = 700;
const mostSaid = 3;

/** One change in a few words. */
export function sentenceOf(change: Change, t: MapTexts): string {
  return change.state ? t('saidState', { name: change.name, state: stateText(change.state, t) }) : t(kinds[change.kind], { what: t(whats[change.what]), name: change.name });
}

/** Tells a screen reader what changed, in short: what happened to one thing meanwhile counts once. */
export class Announcer {
  readonly element = el('p', { class: 'hm-live', role: 'status' });
  readonly #gathered = new Map<string, Change>();
  #timer: number | undefined;

  say(changes: readonly Change[], t: MapTexts): void {
    for (const change of changes) {
      const before = this.#gathered.get(change.key);
      if (before?.kind === 'new' && change.kind === 'gone') this.#gathered.delete(change.key);
      else this.#gathered.set(change.key, before?.kind === 'new' ? { ...change, kind: 'new' } : change);
    }
    if (this.#gathered.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const all = [...this.#gathered.values()];
      this.#gathered.clear();
      this.element.textContent = all.length > mostSaid ? t('saidMany', { n: all.length }) : all.map((change) => sentenceOf(change, t)).join('. ');
    }, gatherMs);
  }

  /** Nothing more is said of what was gathered. */
  hush(): void {
    clearTimeout(this.#timer);
    this.#gathered.clear();
    this.element.textContent = '';
  }
}
