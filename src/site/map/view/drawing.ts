import { el } from '../../dock/dom.ts';
import type { MapTexts } from '../../i18n/map-texts.ts';
import type { HostModel } from '../model/host-model.ts';
import { keyOf, type Section, type Thing } from '../model/thing.ts';

/** How an item of the tree is drawn. */
export interface ItemLook {
  /** 1 for sections. */
  level: number;
  class: string;
  /** What a screen reader says of it. */
  label: string;
  /** Of what can be folded. */
  expanded?: boolean;
  style?: string;
}

/** One drawing of a host: what its views need, and the items that they drew, in the order of the tree. */
export class Drawing {
  readonly model: HostModel;
  readonly t: MapTexts;
  /** By key. */
  readonly things = new Map<string, Thing>();
  /** Keys whose folding is not the usual one. */
  readonly #toggled: ReadonlySet<string>;

  constructor(model: HostModel, t: MapTexts, toggled: ReadonlySet<string>) {
    this.model = model;
    this.t = t;
    this.#toggled = toggled;
  }

  /** Whether what belongs to the key is shown; `usually`, unless the learner wanted it otherwise. */
  open(key: string, usually: boolean): boolean {
    return this.#toggled.has(key) !== usually;
  }

  /** An item of the tree. Items are flat, with levels; the boxes around them are only looks. */
  item(thing: Thing, { level, class: classes, label, expanded, style }: ItemLook, ...children: readonly (Element | string | undefined)[]): HTMLElement {
    const key = keyOf(thing);
    this.things.set(key, thing);
    // Its name is its text: one for those who listen, and what is drawn for those who look.
    const drawn = children.filter((child) => child !== undefined).map((child) => {
      const part = typeof child === 'string' ? el('span', {}, child) : child;
      part.setAttribute('aria-hidden', 'true');
      return part;
    });
    return el('div', { role: 'treeitem', class: `hm-item ${classes}`, 'data-key': key, 'aria-level': level, 'aria-expanded': expanded === undefined ? undefined : String(expanded), tabindex: -1, style }, ...drawn, el('span', { class: 'hm-spoken' }, label));
  }

  /** The first `most` of a list, and an item that shows the others. */
  some<T>(list: readonly T[], section: Section, place: string, most: number, level: number): { shown: readonly T[]; more: HTMLElement | undefined } {
    if (list.length <= most + 1) return { shown: list, more: undefined };
    const thing: Thing = { kind: 'more', section, place, count: list.length - most };
    const open = this.open(keyOf(thing), false);
    const text = open ? this.t('fewer') : this.t('more', { n: thing.count });
    const more = this.item(thing, { level, class: 'hm-more', label: text, expanded: open }, text);
    return { shown: open ? list : list.slice(0, most), more };
  }
}

/** Puts positions among their siblings on flat items with levels. */
export function numberItems(items: readonly HTMLElement[]): void {
  const level = (item: HTMLElement | undefined): number => Number(item?.getAttribute('aria-level') ?? 0);
  let groups: HTMLElement[][] = [];
  const close = (depth: number): void => {
    for (const group of groups.slice(depth)) {
      for (const [index, item] of (group ?? []).entries()) {
        item.setAttribute('aria-posinset', String(index + 1));
        item.setAttribute('aria-setsize', String(group.length));
      }
    }
    groups = groups.slice(0, depth);
  };
  for (const item of items) {
    close(level(item) + 1);
    const depth = level(item);
    for (let at = groups.length; at <= depth; at++) groups[at] = [];
    groups[depth]?.push(item);
  }
  close(0);
}
