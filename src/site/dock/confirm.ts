import type { DockKey } from '../i18n/dock-texts.ts';
import { el } from './dom.ts';
import { say } from './texts.ts';

/** Asks before something that can't be undone (`danger`), or that wants to be known before; true when the learner agreed. */
export function confirmed(root: HTMLElement, title: DockKey, text: DockKey, yes: DockKey, values: Readonly<Record<string, string | number>> = {}, tone: 'danger' | 'primary' = 'danger'): Promise<boolean> {
  const heading = el('h2', { id: 'confirm-title' });
  const body = el('p', { id: 'confirm-text' });
  const cancel = el('button', { type: 'submit', value: 'no', class: 'button', autofocus: true });
  const agree = el('button', { type: 'submit', value: 'yes', class: `button ${tone}` });
  say(heading, title);
  say(body, text, values);
  say(cancel, 'cancel');
  say(agree, yes);
  const dialog = el('dialog', { class: 'confirm', 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-text' }, el('form', { method: 'dialog' }, heading, body, el('p', { class: 'confirm-actions' }, cancel, agree)));
  root.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
