/** How long things take to their new places, and how long what is new stays marked. Milliseconds. */
const moveMs = 240;
const markMs = 2600;
/** With more things than this nothing moves: it would tell nobody anything. */
const mostMoved = 160;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Where the things of a drawing are, to be asked before it is replaced. */
export function places(root: HTMLElement): Map<string, DOMRect> {
  const found = new Map<string, DOMRect>();
  if (still.matches) return found;
  const things = root.querySelectorAll<HTMLElement>('[data-flip]');
  if (things.length <= mostMoved) for (const thing of things) found.set(thing.dataset['flip'] ?? '', thing.getBoundingClientRect());
  return found;
}

/** Lets things glide from where they were; what is new fades in. The outermost thing that moved carries what is in it. */
export function glide(root: HTMLElement, before: ReadonlyMap<string, DOMRect>): void {
  if (still.matches || before.size === 0) return;
  const shifts = new Map<Element, { x: number; y: number }>();
  for (const thing of root.querySelectorAll<HTMLElement>('[data-flip]')) {
    const was = before.get(thing.dataset['flip'] ?? '');
    if (!was) {
      thing.animate([{ opacity: 0, transform: 'translateY(-6px)' }, { opacity: 1, transform: 'none' }], { duration: moveMs, easing: 'ease-out' });
      continue;
    }
    const now = thing.getBoundingClientRect();
    const outer = carried(thing, shifts);
    const x = was.left - now.left - outer.x;
    const y = was.top - now.top - outer.y;
    if (Math.abs(x) < 1 && Math.abs(y) < 1) continue;
    shifts.set(thing, { x, y });
    thing.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], { duration: moveMs, easing: 'ease-in-out' });
  }
}

/** How far what is around a thing was shifted already. */
function carried(thing: HTMLElement, shifts: ReadonlyMap<Element, { x: number; y: number }>): { x: number; y: number } {
  const sum = { x: 0, y: 0 };
  for (let at = thing.parentElement; at; at = at.parentElement) {
    const shift = shifts.get(at);
    sum.x += shift?.x ?? 0;
    sum.y += shift?.y ?? 0;
  }
  return sum;
}

/** Keys that are marked as new or changed, for a moment each. */
export class Marked {
  readonly #until = new Map<string, number>();

  mark(keys: readonly string[]): void {
    const until = performance.now() + markMs;
    for (const key of keys) this.#until.set(key, until);
  }

  /** Marks the items of a drawing; each mark goes in its time. */
  show(root: HTMLElement): void {
    const now = performance.now();
    for (const [key, until] of this.#until) {
      if (until <= now) {
        this.#until.delete(key);
        continue;
      }
      const item = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (!item) continue;
      item.dataset['changed'] = '';
      setTimeout(() => delete item.dataset['changed'], until - now);
    }
  }
}
