import { el } from '../dock/dom.ts';
import type { OrderQuestion } from '../../quiz/index.ts';
import type { QuizTexts } from '../i18n/quiz-texts.ts';
import { type Fields, inline, markPart } from './quiz-parts.ts';

/** Lines to put in order: with buttons, with the arrow keys on them, or by dragging. */
export function orderFields({ items }: OrderQuestion<string>, t: QuizTexts, changed: () => void): Fields {
  const said = el('p', { class: 'sr-only', role: 'status' });
  const list = el('ol', { class: 'order' });
  let locked = false;
  let dragged: HTMLElement | undefined;
  const rows = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const plain = (row: HTMLElement): string => row.querySelector('.order-text')?.textContent ?? '';

  const relabel = (): void => {
    for (const [index, row] of rows().entries()) {
      row.querySelector('[data-move="-1"]')?.setAttribute('aria-disabled', String(locked || index === 0));
      row.querySelector('[data-move="1"]')?.setAttribute('aria-disabled', String(locked || index === items.length - 1));
    }
  };
  const put = (row: HTMLElement, place: number): void => {
    const others = rows().filter((each) => each !== row);
    if (locked || place < 0 || place > others.length || rows().indexOf(row) === place) return;
    const focused = document.activeElement;
    list.insertBefore(row, others[place] ?? null);
    if (focused instanceof HTMLElement && row.contains(focused)) focused.focus();
    relabel();
    said.textContent = t('place', { what: plain(row), n: place + 1, all: items.length });
    changed();
  };
  const button = (row: HTMLElement, by: -1 | 1, text: string): HTMLButtonElement => {
    const made = el('button', {
      type: 'button', class: 'order-move', 'data-move': by, 'aria-label': t(by < 0 ? 'up' : 'down', { what: text.replaceAll('`', '') }),
      onclick: () => put(row, rows().indexOf(row) + by),
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        put(row, rows().indexOf(row) + (event.key === 'ArrowUp' ? -1 : 1));
      },
    });
    made.append(el('span', { 'aria-hidden': 'true' }, by < 0 ? '↑' : '↓'));
    return made;
  };

  for (const { id, text } of items) {
    const row = el('li', {
      draggable: 'true', 'data-item': id,
      ondragstart: (event: DragEvent) => {
        if (locked) event.preventDefault();
        else {
          dragged = row;
          row.dataset['dragged'] = '';
        }
      },
      ondragover: (event: DragEvent) => {
        if (!dragged || dragged === row) return;
        event.preventDefault();
        put(dragged, rows().indexOf(row));
      },
      ondrop: (event: DragEvent) => event.preventDefault(),
      ondragend: () => {
        delete row.dataset['dragged'];
        dragged = undefined;
      },
    });
    row.append(inline('span', 'order-text', text), el('span', { class: 'order-moves' }, button(row, -1, text), button(row, 1, text)));
    list.append(row);
  }
  relabel();
  return {
    element: el('div', {}, list, said),
    given: () => rows().map((row) => row.dataset['item'] ?? ''),
    fill: (given) => {
      for (const id of given) {
        const row = rows().find((each) => each.dataset['item'] === id);
        if (row) list.append(row);
      }
      relabel();
    },
    mark: (judgement) => {
      for (const row of rows()) markPart(row, judgement?.parts[row.dataset['item'] ?? ''], t);
    },
    lock: () => {
      locked = true;
      for (const row of rows()) row.draggable = false;
      relabel();
    },
    open: 'open_choice',
    hint: 'orderHint',
  };
}
