import type { Dock } from '../dock/dock.ts';

/** The first page: its command is one key away, and a button types it. */
export function wireFirstPage(dock: Dock): void {
  document.addEventListener('click', (event) => {
    const command = (event.target as Element).closest<HTMLElement>('[data-type]')?.dataset['type'];
    if (command !== undefined) void dock.run(command);
  });
  document.addEventListener('drydock:prompt', () => offer(dock));
}

/** Offers the first page's command when the prompt is there and nothing was typed; does nothing on other pages. */
export function offer(dock: Dock): void {
  const hint = document.querySelector<HTMLElement>('[data-first-hint]');
  const command = document.querySelector<HTMLElement>('[data-type]')?.dataset['type'];
  if (!hint || command === undefined || !dock.ready) return;
  dock.layout.reveal();
  const before = hint.textContent;
  hint.textContent = hint.dataset['ready'] ?? before;
  if (matchMedia('(hover: hover)').matches && document.activeElement === document.body) dock.focusTerminal();
  dock.offerFirst(command, () => {
    hint.textContent = before;
  });
}
