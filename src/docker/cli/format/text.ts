/** Cuts `text` to `width` characters, the last of which is then an ellipsis. */
export function ellipsis(text: string, width: number): string {
  const characters = [...text];
  if (width <= 0) return '';
  if (width === 1) return characters[0] ?? '';
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}

/** The short form of an id: twelve characters without the algorithm. */
export function shortId(id: string): string {
  return id.replace(/^[^:]*:/, '').slice(0, 12);
}
