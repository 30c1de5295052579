/** Breaks a line into lines of fewer than `columns` characters at blanks; longer words are cut. */
export function wrap(text: string, columns: number): string[] {
  const room = Math.max(1, columns - 1);
  const chars = [...text];
  const lines: string[] = [];
  let at = 0;
  while (chars.length - at > room) {
    let end = at + room;
    while (end > at && !/\s/.test(chars[end] ?? '')) end--;
    if (end > at || /\s/.test(chars[at] ?? '')) {
      lines.push(chars.slice(at, end).join(''));
      at = end + 1;
    } else {
      lines.push(chars.slice(at, at + room).join(''));
      at += room;
    }
  }
  lines.push(chars.slice(at).join(''));
  return lines;
}

/** Paragraphs (a line that begins with a blank starts one) with their blanks squeezed, wrapped, an empty line between them: Perl's Text::Wrap::fill. */
export function fill(text: string, columns: number): string[] {
  return text.split(/\n\s+/).flatMap((paragraph, index) => {
    const lines = wrap(paragraph.replace(/\s+/g, ' '), columns);
    return index === 0 ? lines : ['', ...lines];
  });
}
