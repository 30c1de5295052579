import { el } from './dom.ts';

/** Puts a lab's text into `element`: inline Markdown (`code`, **strong**, *emphasis*) as elements, never as markup. */
export function showInline(element: HTMLElement, text: string): void {
  const parts = text.split(/(`[^`]+`|\*\*[^*]+\*\*|(?<![\w*])\*[^*\s][^*]*\*(?![\w*]))/).map((piece) => {
    if (/^`.+`$/s.test(piece)) return el('code', {}, piece.slice(1, -1));
    if (/^\*\*.+\*\*$/s.test(piece)) return el('strong', {}, piece.slice(2, -2));
    if (/^\*.+\*$/s.test(piece)) return el('em', {}, piece.slice(1, -1));
    return piece;
  });
  element.replaceChildren(...parts);
}
