import { el } from '../../dock/dom.ts';
import type { MapTexts } from '../../i18n/map-texts.ts';
import type { HostModel } from '../model/host-model.ts';
import { keyOf, relatedTo, type Section, type Thing } from '../model/thing.ts';
import { Drawing, numberItems } from './drawing.ts';
import { imagesView } from './images-view.ts';
import { mark } from './marks.ts';
import { glide, Marked, places } from './motion.ts';
import { networksView } from './networks-view.ts';
import { treeKey } from './tree-keys.ts';
import { volumesView } from './volumes-view.ts';

/** What the map's tree tells those around it. */
export interface TreeEvents {
  /** A thing is pointed at or has the focus; undefined: none. */
  pointed(thing: Thing | undefined): void;
  commands(): void;
  leave(): void;
}

/** The drawing itself: a tree of items, drawn anew for each model; focus, folding and scroll stay. */
export class MapTree {
  readonly element = el('div', { class: 'hm-tree', role: 'tree' });
  readonly #events: TreeEvents;
  readonly #toggled = new Set<string>();
  readonly #marked = new Marked();
  #drawing: Drawing | undefined;
  /** Where the keyboard is, and what the pointer is over. */
  #current: string | undefined;
  #pointed: string | undefined;

  constructor(events: TreeEvents) {
    this.#events = events;
    this.element.addEventListener('keydown', (event) => {
      treeKey(event, this.#items(), {
        focus: (item) => item.focus(),
        toggle: (item) => this.#toggle(item.dataset['key'] ?? ''),
        commands: () => events.commands(),
        leave: () => events.leave(),
      });
    });
    this.element.addEventListener('focusin', (event) => this.#enter((event.target as HTMLElement).dataset['key']));
    this.element.addEventListener('click', (event) => {
      const key = this.#keyAt(event.target);
      const item = this.#item(key);
      if (!item || key === undefined) return;
      item.focus({ preventScroll: true });
      if (item.hasAttribute('aria-expanded')) this.#toggle(key);
    });
    this.element.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'mouse') this.#point(this.#keyAt(event.target));
    });
    this.element.addEventListener('pointerleave', () => this.#point(undefined));
  }

  /** Draws a model; `changed` are the keys to be marked for a moment. */
  draw(model: HostModel, t: MapTexts, changed: readonly string[]): void {
    const drawing = new Drawing(model, t, this.#toggled);
    const before = places(this.element);
    const focused = this.element.contains(document.activeElement);
    this.#marked.mark(changed);
    this.#drawing = drawing;
    this.element.replaceChildren(...this.#sections(drawing));
    const items = this.#items();
    numberItems(items);
    const stop = this.#item(this.#current) ?? items[0];
    if (stop) stop.tabIndex = 0;
    if (focused) stop?.focus({ preventScroll: true });
    else this.#relate();
    this.#marked.show(this.element);
    glide(this.element, before);
    if (!focused && this.#pointed === undefined) this.#reveal(changed);
  }

  /** The thing that is explained now. */
  get thing(): Thing | undefined {
    return this.#drawing?.things.get(this.#pointed ?? this.#current ?? '');
  }

  focus(): void {
    (this.#item(this.#current) ?? this.#items()[0])?.focus();
  }

  #sections(drawing: Drawing): HTMLElement[] {
    const { t, model } = drawing;
    const running = model.containers.length - model.resting.length;
    return [
      this.#section(drawing, 'networks', t('sectionNetworks'), model.containers.length > 0 ? t('runningOf', { n: running, all: model.containers.length }) : '', () => networksView(drawing)),
      this.#section(drawing, 'volumes', t('sectionVolumes'), model.volumes.length > 0 ? String(model.volumes.length) : '', () => volumesView(drawing)),
      this.#section(drawing, 'images', t('sectionImages'), model.images.length > 0 ? `${model.images.length} · ${t('stored', { size: t.size(model.stored) })}` : '', () => imagesView(drawing)),
    ];
  }

  #section(drawing: Drawing, section: Section, title: string, note: string, body: () => HTMLElement[]): HTMLElement {
    const thing: Thing = { kind: 'section', section };
    const open = drawing.open(keyOf(thing), true);
    const head = drawing.item(thing, { level: 1, class: 'hm-head', label: note === '' ? title : `${title}, ${note}`, expanded: open }, mark('chevron'), el('b', {}, title), el('span', { class: 'hm-soft' }, note));
    return el('div', { class: `hm-section hm-section-${section}` }, head, ...(open ? body() : []));
  }

  #items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  }

  #item(key: string | undefined): HTMLElement | undefined {
    return key === undefined ? undefined : (this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? undefined);
  }

  #keyAt(target: EventTarget | null): string | undefined {
    const found = (target as Element | null)?.closest<HTMLElement>('[data-key], [data-for]');
    return found?.dataset['key'] ?? found?.dataset['for'];
  }

  #toggle(key: string): void {
    if (!this.#drawing) return;
    if (!this.#toggled.delete(key)) this.#toggled.add(key);
    this.#current = key;
    this.draw(this.#drawing.model, this.#drawing.t, []);
  }

  #enter(key: string | undefined): void {
    const before = this.#item(this.#current);
    this.#current = key;
    const item = this.#item(key);
    for (const each of this.element.querySelectorAll<HTMLElement>('[tabindex="0"]')) each.tabIndex = -1;
    before?.removeAttribute('aria-describedby');
    if (item) {
      item.tabIndex = 0;
      item.setAttribute('aria-describedby', 'hm-said');
    }
    this.#told();
  }

  #point(key: string | undefined): void {
    if (this.#pointed === key) return;
    this.#pointed = key;
    this.#told();
  }

  #told(): void {
    this.#relate();
    this.#events.pointed(this.thing);
  }

  /** Marks what belongs to the thing at hand. */
  #relate(): void {
    for (const each of this.element.querySelectorAll<HTMLElement>('[data-related], [data-here]')) {
      delete each.dataset['related'];
      delete each.dataset['here'];
    }
    const { thing } = this;
    if (!thing || !this.#drawing) return;
    const here = this.#item(keyOf(thing));
    if (here) here.dataset['here'] = '';
    for (const key of relatedTo(thing, this.#drawing.model.images)) {
      const item = this.#item(key);
      if (item && item !== here) item.dataset['related'] = '';
    }
  }

  /** What changed comes into view when nobody is at work on the map. */
  #reveal(changed: readonly string[]): void {
    const first = changed.map((key) => this.#item(key)).find((item) => item !== undefined);
    if (!first) return;
    const scroller = this.element.getBoundingClientRect();
    const box = first.getBoundingClientRect();
    if (box.top >= scroller.top && box.bottom <= scroller.bottom) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.element.scrollBy({ top: box.top - scroller.top - scroller.height / 3, behavior: still ? 'instant' : 'smooth' });
  }
}
