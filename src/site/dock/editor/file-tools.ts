import type { Backend } from '../../../backend/index.ts';
import { confirmed } from '../confirm.ts';
import { el } from '../dom.ts';
import { name } from '../texts.ts';
import { askPath } from './ask-path.ts';
import type { FileTree } from './file-tree.ts';

/** What the tools need of the editor pane. */
export interface FilesAtHand {
  readonly root: HTMLElement;
  readonly tree: FileTree;
  /** The learner's home. */
  home(): string;
  /** The host whose files the tree shows. */
  host(): string;
  /** Does it, or says why not. */
  attempt(action: (backend: Backend) => Promise<void>): Promise<void>;
  /** Opens a file and goes there. */
  edit(path: string): Promise<void>;
  moved(from: string, to: string): Promise<void>;
  removed(path: string): void;
}

type ToolKey = 'newFile' | 'newFolder' | 'rename' | 'remove';

/** The buttons over the tree: new file, new folder, rename, delete. */
export function fileTools(files: FilesAtHand): HTMLElement[] {
  const tool = (key: ToolKey, icon: string, run: () => Promise<void>): HTMLElement => {
    const button = el('button', { type: 'button', class: 'icon-button', onclick: () => void run() });
    button.innerHTML = `<svg class="icon" viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${icon}"/></svg>`;
    name(button, key);
    return button;
  };
  return [
    tool('newFile', 'M6 3h8l4 4v14H6zM14 3v4h4M12 11v6M9 14h6', () => create(files, 'newFile')),
    tool('newFolder', 'M3 6h7l2 2h9v11H3zM12 11v5M9.5 13.5h5', () => create(files, 'newFolder')),
    tool('rename', 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4', () => rename(files)),
    tool('remove', 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5', () => remove(files)),
  ];
}

async function create({ root, tree, home, host: hostNow, attempt, edit }: FilesAtHand, kind: 'newFile' | 'newFolder'): Promise<void> {
  const host = hostNow();
  const path = await askPath(root, kind, home(), tree.folder);
  if (path === undefined) return;
  const absolute = `${home()}/${path}`;
  await attempt(async ({ files }) => {
    if (kind === 'newFolder') return files.mkdir(absolute, host);
    const exists = await files.read(absolute, host).then(
      () => true,
      () => false,
    );
    if (!exists) await files.write(absolute, '', { host });
    await edit(path);
  });
}

async function rename({ root, tree, home, host, attempt, moved }: FilesAtHand): Promise<void> {
  const from = tree.selected;
  if (from === undefined) return;
  const to = await askPath(root, 'rename', home(), from);
  if (to === undefined || to === from) return;
  await attempt(async ({ files }) => {
    await files.rename(`${home()}/${from}`, `${home()}/${to}`, host());
    await moved(from, to);
  });
}

async function remove({ root, tree, home, host, attempt, removed }: FilesAtHand): Promise<void> {
  const path = tree.selected;
  if (path === undefined || !(await confirmed(root, 'remove', 'removeAsk', 'remove', { path }))) return;
  await attempt(async ({ files }) => {
    await files.remove(`${home()}/${path}`, host());
    removed(path);
  });
}
