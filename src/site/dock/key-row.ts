import type { TerminalView } from './terminal-view.ts';

const sequences: Record<string, string> = { Tab: '\t', Esc: '\x1b', '↑': '\x1b[A', '↓': '\x1b[B', '→': '\x1b[C', '←': '\x1b[D' };

/** What Ctrl and this key send; undefined when there is no such character. */
export function withCtrl(data: string): string | undefined {
  const code = data.length === 1 ? data.toUpperCase().charCodeAt(0) : 0;
  return code >= 0x40 && code <= 0x5f ? String.fromCharCode(code & 0x1f) : undefined;
}

/** The row of keys that phones lack. Ctrl holds for the next key. */
export function wireKeyRow(row: HTMLElement, terminal: () => TerminalView | undefined): void {
  const ctrl = row.querySelector<HTMLElement>('[data-key="Ctrl"]');
  const release = (): void => {
    ctrl?.setAttribute('aria-pressed', 'false');
    terminal()?.interceptNext(undefined);
  };
  // A pointer press must not take the focus from the terminal, or the keyboard would fold away.
  row.addEventListener('pointerdown', (event) => event.preventDefault());
  row.addEventListener('click', (event) => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'];
    const view = terminal();
    if (key === undefined || !view) return;
    if (key !== 'Ctrl') return view.press(sequences[key] ?? key);
    const held = ctrl?.getAttribute('aria-pressed') !== 'true';
    ctrl?.setAttribute('aria-pressed', String(held));
    view.interceptNext(
      held
        ? (data) => {
            release();
            return withCtrl(data);
          }
        : undefined,
    );
    view.focus();
  });
}
