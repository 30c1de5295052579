import { keep } from '../dock/kept.ts';

function applied(): 'light' | 'dark' {
  return document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark';
}

/** Names the theme button for what it does next; call again after navigation. */
export function labelThemeButton(): void {
  const button = document.querySelector<HTMLElement>('[data-theme-toggle]');
  const label = applied() === 'dark' ? button?.dataset['toLight'] : button?.dataset['toDark'];
  if (button && label !== undefined) {
    button.setAttribute('aria-label', label);
    button.title = label;
  }
}

/** Wires the theme button; `changed` is told when the theme is another. */
export function wireTheme(changed: () => void): void {
  const set = (theme: 'light' | 'dark'): void => {
    document.documentElement.dataset['theme'] = theme;
    labelThemeButton();
    changed();
  };
  document.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-theme-toggle]')) return;
    const theme = applied() === 'dark' ? 'light' : 'dark';
    keep('drydock.theme', theme);
    set(theme);
  });
  labelThemeButton();
}
