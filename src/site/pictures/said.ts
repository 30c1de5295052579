import { sentence } from './markup.ts';

/** Says a sentence in a live region; the same one again is not said twice. */
export function saySentence(element: HTMLElement, text: string): void {
  const { text: next } = sentence(text);
  if (element.dataset['said'] === text) return;
  element.dataset['said'] = text;
  element.innerHTML = next;
}
