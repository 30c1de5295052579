import type { Backend } from '../../backend/index.ts';
import type { MapActions, MapPane } from '../map/map-pane.ts';
import { part } from './dom.ts';
import { keep, recall } from './kept.ts';

const key = 'drydock.map';
/** Share of the dock that the map takes beside the terminal, in percent. */
const shares = { least: 20, usual: 55, most: 80, step: 5 } as const;

interface Kept {
  open: boolean;
  share: number;
}

/** Opens and closes the live map beside the terminal (in its place on a phone) and sizes it; loads it when it is first opened. */
export class MapSplit {
  readonly #dock: HTMLElement;
  readonly #button: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #actions: MapActions;
  #kept: Kept = parse(recall(key));
  #pane: MapPane | undefined;
  #hosts: { backend: Backend; names: readonly string[] } | undefined;
  /** Nobody sees the dock. */
  #folded = false;

  constructor(dock: HTMLElement, actions: MapActions) {
    this.#dock = dock;
    this.#actions = actions;
    this.#button = part(dock, '[data-dock-map]');
    this.#panel = part(dock, '#panel-map');
    this.#button.addEventListener('click', () => void this.toggle());
    document.addEventListener('visibilitychange', () => this.#follow());
    this.#grip(part(dock, '[data-hostmap-grip]'));
    this.#apply();
  }

  get open(): boolean {
    return this.#kept.open;
  }

  /** Opens the map and goes there, or closes it. */
  async toggle(open = !this.open): Promise<void> {
    this.#set({ ...this.#kept, open });
    if (!open) return this.#pane?.show(false);
    const from = document.activeElement;
    await this.#load();
    // Who went on typing meanwhile stays there.
    if (document.activeElement === from) this.#pane?.focus();
  }

  /** The shortcut: to the map, and from the map away with it. */
  async visit(): Promise<void> {
    if (this.open && !this.#panel.contains(document.activeElement)) return this.#pane?.focus();
    const close = this.open;
    await this.toggle();
    if (close) this.#actions.leave();
  }

  /** The lab's hosts are there, and the prompt is. */
  connect(backend: Backend, names: readonly string[]): void {
    this.#hosts = { backend, names };
    this.#pane?.connect(backend, names);
    if (this.open) void this.#load();
  }

  disconnect(): void {
    this.#hosts = undefined;
    this.#pane?.disconnect();
  }

  /** The terminal of this host is at work. */
  follow(host: string): void {
    this.#pane?.follow(host);
  }

  /** Whether the dock itself can be seen. */
  seen(visible: boolean): void {
    this.#folded = !visible;
    this.#follow();
  }

  /** Something new happened on a host. */
  mark(): void {
    if (!this.open) this.#button.dataset['new'] = '';
  }

  relabel(): void {
    this.#pane?.relabel();
  }

  async #load(): Promise<void> {
    const { MapPane } = await import('../map/map-pane.ts');
    if (!this.#pane) {
      this.#pane = new MapPane(part(this.#panel, '[data-hostmap]'), this.#actions);
      if (this.#hosts) this.#pane.connect(this.#hosts.backend, this.#hosts.names);
    }
    this.#follow();
  }

  #follow(): void {
    this.#pane?.show(this.open && !this.#folded && document.visibilityState === 'visible');
  }

  #set(kept: Kept): void {
    this.#kept = kept;
    keep(key, JSON.stringify(kept));
    this.#apply();
  }

  #apply(): void {
    const { open, share } = this.#kept;
    this.#panel.hidden = !open;
    this.#button.setAttribute('aria-pressed', String(open));
    if (open) delete this.#button.dataset['new'];
    this.#dock.toggleAttribute('data-hostmap-open', open);
    this.#dock.style.setProperty('--map-share', `${share}%`);
    part(this.#panel, '[data-hostmap-grip]').setAttribute('aria-valuenow', String(share));
  }

  #grip(grip: HTMLElement): void {
    const size = (share: number): void => this.#set({ ...this.#kept, share: clamp(share) });
    grip.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const box = part(this.#dock, '[data-dock-panels]').getBoundingClientRect();
      const beside = grip.offsetHeight > grip.offsetWidth;
      const move = (at: PointerEvent): void => size(beside ? (100 * (at.clientX - box.left)) / box.width : (100 * (at.clientY - box.top)) / box.height);
      grip.addEventListener('pointermove', move);
      grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', move), { once: true });
    });
    grip.addEventListener('keydown', (event) => {
      const step = { ArrowDown: shares.step, ArrowRight: shares.step, ArrowUp: -shares.step, ArrowLeft: -shares.step }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      size(this.#kept.share + step);
    });
  }
}

function clamp(share: number): number {
  return Math.round(Math.max(shares.least, Math.min(shares.most, share)));
}

/** What was kept; what is damaged is as on a first visit. */
function parse(text: string | undefined): Kept {
  try {
    const found = JSON.parse(text ?? '{}') as Partial<Kept> | null;
    return { open: found?.open === true, share: typeof found?.share === 'number' ? clamp(found.share) : shares.usual };
  } catch {
    return { open: false, share: shares.usual };
  }
}
