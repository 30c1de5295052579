/** What the keys of a tree ask for. */
export interface TreeActions {
  focus(item: HTMLElement): void;
  /** Folds or unfolds. */
  toggle(item: HTMLElement): void;
  /** Enter on what cannot be folded: on to its commands. */
  commands(): void;
  /** Escape: out of the tree. */
  leave(): void;
}

const levelOf = (item: HTMLElement | undefined): number => Number(item?.getAttribute('aria-level') ?? 0);

/** The keys of a tree whose items are flat, with levels: arrows, Home, End, Enter, Space, first letters. */
export function treeKey(event: KeyboardEvent, items: readonly HTMLElement[], actions: TreeActions): void {
  const item = (event.target as Element).closest<HTMLElement>('[role="treeitem"]');
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
  const at = items.indexOf(item);
  const expanded = item.getAttribute('aria-expanded');
  const go = (to: HTMLElement | undefined): void => {
    if (to) actions.focus(to);
  };
  const parent = (): HTMLElement | undefined => items.slice(0, at).findLast((each) => levelOf(each) < levelOf(item));
  const child = (): HTMLElement | undefined => {
    const next = items[at + 1];
    return levelOf(next) > levelOf(item) ? next : undefined;
  };
  const press = (): void => (expanded === null ? actions.commands() : actions.toggle(item));
  const keys: Record<string, () => void> = {
    ArrowDown: () => go(items[at + 1]),
    ArrowUp: () => go(items[at - 1]),
    Home: () => go(items[0]),
    End: () => go(items.at(-1)),
    ArrowRight: () => (expanded === 'false' ? actions.toggle(item) : go(child())),
    ArrowLeft: () => (expanded === 'true' ? actions.toggle(item) : go(parent())),
    Enter: press,
    ' ': press,
    Escape: () => actions.leave(),
  };
  const action = keys[event.key] ?? (/^[\p{L}\p{N}]$/u.test(event.key) ? () => go(startingWith(event.key, items, at)) : undefined);
  if (!action) return;
  event.preventDefault();
  action();
}

/** The next item whose name starts with a letter. */
function startingWith(letter: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const small = letter.toLowerCase();
  return [...items.slice(at + 1), ...items.slice(0, at)].find((item) => (item.querySelector('b') ?? item.querySelector('.hm-spoken') ?? item).textContent.trim().toLowerCase().startsWith(small));
}
