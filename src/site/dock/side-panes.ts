import type { Backend } from '../../backend/index.ts';
import { part } from './dom.ts';
import { keep, recall } from './kept.ts';
import { type CreateSidePane, type SideActions, type SideName, sideNames, type SidePane } from './side-pane.ts';

const key = 'drydock.side';
/** Share of the dock that a pane takes beside the terminal, in percent. */
const shares = { least: 20, usual: 55, most: 80, step: 5 } as const;

interface Kept {
  open: SideName | undefined;
  share: number;
}

/** Where each pane comes from, at its first use. */
const loaders: Readonly<Record<SideName, () => Promise<CreateSidePane>>> = {
  map: async () => (await import('../map/map-pane.ts')).createMapPane,
  xray: async () => (await import('../xray/xray-pane.ts')).createXrayPane,
  preview: async () => (await import('../preview/preview-pane.ts')).createPreviewPane,
};

/** Opens and closes what stands beside the terminal (in its place on a phone), one pane at a time, and sizes it; loads a pane when it is first opened. */
export class SidePanes {
  readonly #dock: HTMLElement;
  readonly #actions: Omit<SideActions, 'mark'>;
  readonly #panes = new Map<SideName, SidePane>();
  #kept: Kept = parse(recall(key));
  #hosts: { backend: Backend; names: readonly string[] } | undefined;
  /** The host whose terminal is at work. */
  #host: string | undefined;
  /** Nobody sees the dock. */
  #folded = false;

  constructor(dock: HTMLElement, actions: Omit<SideActions, 'mark'>) {
    this.#dock = dock;
    this.#actions = actions;
    for (const name of sideNames) this.#button(name).addEventListener('click', () => void this.toggle(name));
    document.addEventListener('visibilitychange', () => this.#show());
    this.#grip(part(dock, '[data-side-grip]'));
    this.#apply();
  }

  /** Opens a pane and goes there, or closes it. */
  async toggle(name: SideName, open = this.#kept.open !== name): Promise<void> {
    this.#set({ ...this.#kept, open: open ? name : undefined });
    this.#show();
    if (!open) return;
    const from = document.activeElement;
    const pane = await this.#load(name);
    // Who went on typing meanwhile stays there.
    if (document.activeElement === from) pane.focus();
  }

  /** Whatever is open is closed. */
  close(): void {
    if (this.#kept.open) void this.toggle(this.#kept.open, false);
  }

  /** The shortcut: to a pane, and from it away with it. */
  async visit(name: SideName): Promise<void> {
    const open = this.#kept.open === name;
    if (open && !this.#panel(name).contains(document.activeElement)) return this.#panes.get(name)?.focus();
    await this.toggle(name);
    if (open) this.#actions.leave();
  }

  /** The lab's hosts are there, and the prompt is. */
  connect(backend: Backend, names: readonly string[]): void {
    this.#hosts = { backend, names };
    for (const pane of this.#panes.values()) pane.connect(backend, names);
    if (this.#kept.open) void this.#load(this.#kept.open);
  }

  disconnect(): void {
    this.#hosts = undefined;
    for (const pane of this.#panes.values()) pane.disconnect();
  }

  /** The terminal of this host is at work. */
  follow(host: string): void {
    this.#host = host;
    for (const pane of this.#panes.values()) pane.follow(host);
  }

  /** Whether the dock itself can be seen. */
  seen(visible: boolean): void {
    this.#folded = !visible;
    this.#show();
  }

  /** Something new happened that a pane shows. */
  mark(name: SideName): void {
    if (this.#kept.open !== name) this.#button(name).dataset['new'] = '';
  }

  relabel(): void {
    for (const pane of this.#panes.values()) pane.relabel();
  }

  async #load(name: SideName): Promise<SidePane> {
    const create = await loaders[name]();
    let pane = this.#panes.get(name);
    if (!pane) {
      pane = create(this.#panel(name), { ...this.#actions, mark: () => this.mark(name) });
      this.#panes.set(name, pane);
      if (this.#hosts) pane.connect(this.#hosts.backend, this.#hosts.names);
      if (this.#host !== undefined) pane.follow(this.#host);
    }
    this.#show();
    return pane;
  }

  #button(name: SideName): HTMLElement {
    return part(this.#dock, `[data-side-button="${name}"]`);
  }

  #panel(name: SideName): HTMLElement {
    return part(this.#dock, `[data-side="${name}"]`);
  }

  #show(): void {
    for (const [name, pane] of this.#panes) pane.show(this.#kept.open === name && !this.#folded && document.visibilityState === 'visible');
  }

  #set(kept: Kept): void {
    this.#kept = kept;
    keep(key, JSON.stringify(kept));
    this.#apply();
  }

  #apply(): void {
    const { open, share } = this.#kept;
    for (const name of sideNames) {
      const button = this.#button(name);
      button.setAttribute('aria-pressed', String(open === name));
      if (open === name) delete button.dataset['new'];
      this.#panel(name).hidden = open !== name;
    }
    part(this.#dock, '[data-side-pane]').hidden = open === undefined;
    this.#dock.toggleAttribute('data-side-open', open !== undefined);
    this.#dock.style.setProperty('--side-share', `${share}%`);
    part(this.#dock, '[data-side-grip]').setAttribute('aria-valuenow', String(share));
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
    const found = JSON.parse(text ?? '{}') as { open?: unknown; share?: unknown } | null;
    return { open: sideNames.find((name) => name === found?.open), share: typeof found?.share === 'number' ? clamp(found.share) : shares.usual };
  } catch {
    return { open: undefined, share: shares.usual };
  }
}
