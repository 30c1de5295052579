import type { DockKey } from '../../i18n/dock-texts.ts';
import { el } from '../dom.ts';
import { say } from '../texts.ts';

/** Asks for a path below the home; undefined when the learner changed their mind. */
export function askPath(root: HTMLElement, title: DockKey, home: string, start: string): Promise<string | undefined> {
  const heading = el('h2', { id: 'ask-path-title' });
  const label = el('span');
  const input = el('input', { type: 'text', value: start, required: true, autofocus: true, autocomplete: 'off', spellcheck: 'false', pattern: '(?!/)(?!.*(^|/)\\.\\.(/|$)).*[^/]' });
  const cancel = el('button', { type: 'submit', value: 'no', formnovalidate: true, class: 'button' });
  const agree = el('button', { type: 'submit', value: 'yes', class: 'button primary' });
  say(heading, title);
  say(label, 'namePrompt', { home });
  say(cancel, 'cancel');
  say(agree, title);
  // The first submit button is the one that Enter presses.
  const dialog = el('dialog', { class: 'confirm', 'aria-labelledby': 'ask-path-title' }, el('form', { method: 'dialog' }, heading, el('label', { class: 'ask-path' }, label, input), el('p', { class: 'confirm-actions reversed' }, agree, cancel)));
  root.append(dialog);
  dialog.showModal();
  input.setSelectionRange(start.lastIndexOf('/') + 1, start.length);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? input.value.trim() : undefined);
    });
  });
}
