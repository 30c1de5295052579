import type { DockKey } from '../i18n/dock-texts.ts';
import { el } from './dom.ts';
import { say } from './texts.ts';

/** An entry of the dock's menu; with `checked` it is a switch. */
export interface MenuItem {
  key: DockKey;
  checked?: () => boolean;
  run(): void;
}

/** A menu button with a note below its entries: opens below it, arrows move, Escape closes and gives the focus back. */
export function wireMenu(button: HTMLElement, menu: HTMLElement, items: readonly MenuItem[], note: DockKey): void {
  const close = (focus: boolean): void => {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focus) button.focus();
  };
  const open = (): void => {
    menu.replaceChildren(
      ...items.map((item) => {
        const entry = el('button', { type: 'button', role: item.checked ? 'menuitemcheckbox' : 'menuitem', 'aria-checked': item.checked ? String(item.checked()) : undefined, tabindex: -1 });
        entry.addEventListener('click', () => {
          close(true);
          item.run();
        });
        say(entry, item.key);
        return entry;
      }),
    );
    const foot = el('p', { class: 'dock-menu-note' });
    say(foot, note);
    menu.append(foot);
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    (menu.firstElementChild as HTMLElement | null)?.focus();
  };
  button.addEventListener('click', () => (menu.hidden ? open() : close(true)));
  menu.addEventListener('keydown', (event) => {
    const entries = [...menu.querySelectorAll<HTMLElement>('button')];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + entries.length, Home: 0, End: entries.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      entries[next % entries.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close(true);
    }
  });
  document.addEventListener('pointerdown', (event) => {
    if (!menu.hidden && !menu.contains(event.target as Node) && !button.contains(event.target as Node)) close(false);
  });
}
