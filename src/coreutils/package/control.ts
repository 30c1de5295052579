/** A paragraph of deb822(5): fields by their name as written. */
export type Paragraph = Map<string, string>;

/** Paragraphs of a control file; continuation lines keep their leading space. Comment lines are left out. */
export function parseControl(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Paragraph | undefined;
  let field = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    if (line.trim() === '') {
      current = undefined;
      continue;
    }
    if (!current) paragraphs.push(current = new Map());
    if (line.startsWith(' ') || line.startsWith('\t')) current.set(field, `${current.get(field) ?? ''}\n${line}`);
    else {
      const colon = line.indexOf(':');
      field = line.slice(0, colon);
      current.set(field, line.slice(colon + 1).trim());
    }
  }
  return paragraphs;
}

/** A paragraph as text, with a newline at its end. */
export function formatParagraph(paragraph: Paragraph): string {
  let text = '';
  for (const [name, value] of paragraph) text += `${name}:${value.startsWith('\n') || value === '' ? '' : ' '}${value}\n`;
  return text;
}
