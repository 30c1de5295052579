import type { BackendFiles, FileEntry } from '../../../backend/index.ts';
import { el } from '../dom.ts';
import { t } from '../texts.ts';

const deepest = 12;

interface TreeEntry {
  entry: FileEntry;
  /** Relative to the home. */
  path: string;
  depth: number;
  children: TreeEntry[];
}

/** The learner's files as a tree: opens folders and files, and follows what happens on the host. */
export class FileTree {
  readonly element = el('div', { class: 'tree', role: 'tree' });
  readonly #empty = el('p', { class: 'tree-empty', 'data-t': 'filesEmpty' }, t('filesEmpty'));
  readonly #open: (path: string) => void;
  readonly #folded = new Set<string>();
  #entries: TreeEntry[] = [];
  #selected: string | undefined;
  #dirty: ReadonlySet<string> = new Set();

  constructor(open: (path: string) => void) {
    this.#open = open;
    this.element.addEventListener('click', (event) => {
      const path = (event.target as Element).closest<HTMLElement>('[data-path]')?.dataset['path'];
      if (path !== undefined) this.#activate(path);
    });
    this.element.addEventListener('keydown', (event) => this.#keydown(event));
  }

  /** Where the selection is; undefined: nowhere. */
  get selected(): string | undefined {
    return this.#selected;
  }

  /** The folder that new things go into: the selected one or that of the selected file; empty for the home. */
  get folder(): string {
    const found = this.#selected === undefined ? undefined : this.#find(this.#selected);
    if (!found) return '';
    return found.entry.kind === 'directory' ? `${found.path}/` : found.path.includes('/') ? `${found.path.slice(0, found.path.lastIndexOf('/'))}/` : '';
  }

  select(path: string | undefined): void {
    this.#selected = path;
    this.#draw();
  }

  markDirty(paths: ReadonlySet<string>): void {
    this.#dirty = paths;
    this.#draw();
  }

  /** Reads the tree from the host. Hidden files of the home itself are left out. */
  async load(files: BackendFiles, home: string, host: string): Promise<void> {
    this.#entries = await readFolder(files, host, home, '', 0);
    if (this.#selected !== undefined && !this.#find(this.#selected)) this.#selected = undefined;
    this.#draw();
  }

  clear(): void {
    this.#entries = [];
    this.#selected = undefined;
    this.#draw();
  }

  #find(path: string, entries = this.#entries): TreeEntry | undefined {
    for (const each of entries) {
      const found = each.path === path ? each : this.#find(path, each.children);
      if (found) return found;
    }
    return undefined;
  }

  #activate(path: string): void {
    const found = this.#find(path);
    if (!found) return;
    this.#selected = path;
    if (found.entry.kind === 'directory') {
      if (!this.#folded.delete(path)) this.#folded.add(path);
    } else this.#open(path);
    this.#draw();
  }

  #draw(): void {
    const focused = this.element.contains(document.activeElement);
    const rows: HTMLElement[] = [];
    const walk = (entries: readonly TreeEntry[]): void => {
      for (const each of entries) {
        rows.push(this.#row(each));
        if (!this.#folded.has(each.path)) walk(each.children);
      }
    };
    walk(this.#entries);
    const stop = rows.find((row) => row.dataset['path'] === this.#selected) ?? rows[0];
    if (stop) stop.tabIndex = 0;
    this.element.replaceChildren(...(rows.length > 0 ? rows : [this.#empty]));
    if (focused) stop?.focus();
  }

  #row({ entry, path, depth }: TreeEntry): HTMLElement {
    const folder = entry.kind === 'directory';
    const executable = !folder && (entry.mode & 0o111) !== 0;
    return el(
      'div',
      {
        role: 'treeitem',
        class: `tree-row ${folder ? 'tree-folder' : 'tree-file'}`,
        'data-path': path,
        'aria-level': depth + 1,
        'aria-expanded': folder ? String(!this.#folded.has(path)) : undefined,
        'aria-selected': String(path === this.#selected),
        tabindex: -1,
        style: `--depth: ${depth}`,
      },
      el('span', { class: 'tree-mark', 'aria-hidden': 'true' }),
      el('span', { class: 'tree-name' }, entry.name),
      executable ? el('span', { class: 'tree-x', title: t('executable') }, 'x') : undefined,
      this.#dirty.has(path) ? el('span', { class: 'tree-dirty', title: t('editorDirty') }, '●') : undefined,
    );
  }

  #keydown(event: KeyboardEvent): void {
    const rows = [...this.element.querySelectorAll<HTMLElement>('[data-path]')];
    const at = rows.findIndex((row) => row === document.activeElement);
    const row = rows[at];
    const path = row?.dataset['path'];
    if (!row || path === undefined) return;
    const found = this.#find(path);
    const go = (to: HTMLElement | undefined): void => {
      if (!to) return;
      this.#selected = to.dataset['path'];
      this.#draw();
    };
    const actions: Record<string, () => void> = {
      ArrowDown: () => go(rows[at + 1]),
      ArrowUp: () => go(rows[at - 1]),
      Home: () => go(rows[0]),
      End: () => go(rows.at(-1)),
      Enter: () => this.#activate(path),
      ' ': () => this.#activate(path),
      ArrowRight: () => (found?.entry.kind === 'directory' && this.#folded.has(path) ? this.#activate(path) : go(rows[at + 1])),
      ArrowLeft: () => {
        if (found?.entry.kind === 'directory' && !this.#folded.has(path)) this.#activate(path);
        else go(rows.find((each) => each.dataset['path'] === path.slice(0, Math.max(0, path.lastIndexOf('/')))));
      },
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

async function readFolder(files: BackendFiles, host: string, folder: string, prefix: string, depth: number): Promise<TreeEntry[]> {
  const listed = await files.list(folder, host).catch(() => []);
  const shown = listed.filter((entry) => depth > 0 || !entry.name.startsWith('.'));
  shown.sort((a, b) => Number(b.kind === 'directory') - Number(a.kind === 'directory') || a.name.localeCompare(b.name));
  return Promise.all(
    shown.map(async (entry) => {
      const path = `${prefix}${entry.name}`;
      const children = entry.kind === 'directory' && depth < deepest ? await readFolder(files, host, `${folder}/${entry.name}`, `${path}/`, depth + 1) : [];
      return { entry, path, depth, children };
    }),
  );
}
