import { Emitter, type Event } from '../../base/index.ts';
import { part } from './dom.ts';
import { keep, recall } from './kept.ts';
import { type DockLayout, type DockMove, moveDock, nextSheet, parseLayout, sheetAt, sizeDock } from './layout.ts';
import { name } from './texts.ts';

const key = 'drydock.layout';
const phone = matchMedia('(max-width: 49.99rem)');

/** Moves and sizes the dock by its buttons, its edge and, on a phone, its handle; keeps the layout for the next visit. */
export class LayoutControls {
  readonly #dock: HTMLElement;
  readonly #changes = new Emitter<void>();
  #layout: DockLayout = parseLayout(recall(key));

  readonly onChange: Event<void> = this.#changes.event;

  constructor(dock: HTMLElement) {
    this.#dock = dock;
    document.addEventListener('click', (event) => {
      const move = (event.target as Element).closest<HTMLElement>('[data-dock-place]')?.dataset['dockPlace'];
      if (move !== undefined) this.#set(moveDock(this.#layout, move as DockMove));
    });
    this.#grip(part(dock, '[data-dock-grip]'));
    this.#handle(part<HTMLButtonElement>(dock, '[data-dock-handle]'));
    this.#followKeyboard();
    phone.addEventListener('change', () => this.apply());
    this.apply();
  }

  /** Makes sure that the dock is seen, at least by half on a phone. */
  reveal(): void {
    if (phone.matches) {
      if (this.#layout.sheet === 'line') this.#set({ ...this.#layout, sheet: 'half' });
    } else if (this.#layout.place === 'closed') this.#set(moveDock(this.#layout, 'open'));
  }

  /** On a phone: folds the sheet so that the lesson is seen; elsewhere leaves full size. */
  yield(): void {
    if (phone.matches) this.#set({ ...this.#layout, sheet: 'line' });
    else if (this.#layout.place === 'full') this.#set(moveDock(this.#layout, 'restore'));
  }

  /** Whether the terminal itself can be seen. */
  get visible(): boolean {
    return phone.matches ? this.#layout.sheet !== 'line' : this.#layout.place !== 'closed';
  }

  /** Puts the layout on the page; call again after navigation. */
  apply(root: HTMLElement = document.documentElement): void {
    const { place, sheet, width, height } = this.#layout;
    root.dataset['dock'] = place;
    root.dataset['sheet'] = sheet;
    if (width > 0) root.style.setProperty('--dock-w', `min(${width}px, 75vw)`);
    if (height > 0) root.style.setProperty('--dock-h', `min(${height}px, 80dvh)`);
    const grip = part(this.#dock, '[data-dock-grip]');
    grip.setAttribute('aria-orientation', place === 'bottom' ? 'horizontal' : 'vertical');
    grip.setAttribute('aria-valuenow', String(this.#share()));
    name(part(this.#dock, '[data-dock-handle]'), sheet === 'line' ? 'sheetHalf' : sheet === 'half' ? 'sheetFull' : 'sheetLine');
  }

  #share(): number {
    const box = this.#dock.getBoundingClientRect();
    return Math.round(this.#layout.place === 'bottom' ? (100 * box.height) / innerHeight : (100 * box.width) / innerWidth);
  }

  #set(layout: DockLayout, kept = true): void {
    this.#layout = layout;
    this.apply();
    if (kept) keep(key, JSON.stringify(layout));
    this.#changes.fire();
  }

  #resize(size: number, kept: boolean): void {
    this.#set(sizeDock(this.#layout, size, { width: innerWidth, height: innerHeight }), kept);
  }

  #grip(grip: HTMLElement): void {
    grip.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const move = (at: PointerEvent): void => this.#resize(this.#layout.place === 'bottom' ? innerHeight - at.clientY : innerWidth - at.clientX, false);
      grip.addEventListener('pointermove', move);
      grip.addEventListener(
        'lostpointercapture',
        () => {
          grip.removeEventListener('pointermove', move);
          this.#set(this.#layout);
        },
        { once: true },
      );
    });
    grip.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: 32, ArrowUp: 32, ArrowRight: -32, ArrowDown: -32 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const box = this.#dock.getBoundingClientRect();
      this.#resize((this.#layout.place === 'bottom' ? box.height : box.width) + step, true);
    });
  }

  #handle(handle: HTMLButtonElement): void {
    let dragged = false;
    handle.addEventListener('click', () => {
      if (!dragged) this.#set({ ...this.#layout, sheet: nextSheet(this.#layout.sheet) });
      dragged = false;
    });
    part(this.#dock, '[data-dock-line]').addEventListener('click', () => this.#set({ ...this.#layout, sheet: 'half' }));
    handle.addEventListener('pointerdown', (event) => {
      handle.setPointerCapture(event.pointerId);
      const from = event.clientY;
      const move = (at: PointerEvent): void => {
        dragged ||= Math.abs(at.clientY - from) > 6;
        if (dragged) this.#dock.style.height = `${innerHeight - at.clientY}px`;
      };
      handle.addEventListener('pointermove', move);
      handle.addEventListener(
        'lostpointercapture',
        () => {
          handle.removeEventListener('pointermove', move);
          if (!dragged) return;
          const { height } = this.#dock.getBoundingClientRect();
          this.#dock.style.height = '';
          this.#set({ ...this.#layout, sheet: sheetAt(height, innerHeight) });
        },
        { once: true },
      );
    });
  }

  /** The sheet stands on the on-screen keyboard where the browser lets that cover the page. */
  #followKeyboard(): void {
    const view = window.visualViewport;
    if (!view) return;
    const follow = (): void => {
      const covered = view.scale > 1.01 ? 0 : Math.max(0, Math.round(innerHeight - view.height - view.offsetTop));
      document.documentElement.style.setProperty('--keyboard', `${covered}px`);
    };
    view.addEventListener('resize', follow);
    view.addEventListener('scroll', follow);
  }
}
