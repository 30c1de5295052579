/** Fields of a control paragraph (deb822), in order. */
export type ControlFields = Map<string, string>;

/** Reads control paragraphs; continuation lines stay in their field. */
export function parseControl(text: string): ControlFields[] {
  return text.trim().split(/\n\n+/).filter((paragraph) => paragraph !== '').map((paragraph) => {
    const fields: ControlFields = new Map();
    let last = '';
    for (const line of paragraph.split('\n')) {
      const colon = line.indexOf(':');
      if (/^\s/.test(line)) fields.set(last, `${fields.get(last) ?? ''}\n${line}`);
      else if (colon > 0) fields.set((last = line.slice(0, colon)), line.slice(colon + 1).trim());
    }
    return fields;
  });
}

/** Writes one control paragraph, ending in a newline. */
export function formatControl(fields: Iterable<readonly [string, string]>): string {
  let text = '';
  for (const [name, value] of fields) text += `${name}:${value.startsWith('\n') ? '' : ' '}${value}\n`;
  return text;
}
