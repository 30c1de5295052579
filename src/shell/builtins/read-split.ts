/** A character of the input; `quoted` when a backslash stood before it. */
export interface ReadCharacter {
  text: string;
  quoted: boolean;
}

/** Splits what `read` got into fields by IFS. With `limit`, the last field keeps the rest with its separators. */
export function splitFields(characters: readonly ReadCharacter[], ifs: string, limit: number | undefined): string[] {
  const isSeparator = (index: number): boolean => {
    const character = characters[index];
    return character !== undefined && !character.quoted && character.text !== '' && ifs.includes(character.text);
  };
  const isBlank = (index: number): boolean => isSeparator(index) && /[ \t\n]/.test(characters[index]?.text ?? '');
  const fields: string[] = [];
  let at = 0;
  while (isBlank(at)) at++;
  while (at < characters.length) {
    if (limit !== undefined && fields.length === limit - 1) {
      fields.push(lastField(at));
      return fields;
    }
    let text = '';
    while (at < characters.length && !isSeparator(at)) text += characters[at++]?.text ?? '';
    fields.push(text);
    while (isBlank(at)) at++;
    if (isSeparator(at)) {
      at++;
      while (isBlank(at)) at++;
    }
  }
  return fields;

  /** The rest, without blanks at its end; a single separator that ends the only field left goes too. */
  function lastField(from: number): string {
    let end = characters.length;
    while (end > from && isBlank(end - 1)) end--;
    if (end > from && isSeparator(end - 1)) {
      let inner = from;
      while (inner < end - 1 && !isSeparator(inner)) inner++;
      // Blanks may stand before that separator.
      let after = inner;
      while (after < end - 1 && isBlank(after)) after++;
      if (after === end - 1) end = inner;
    }
    return characters.slice(from, end).map((character) => character.text).join('');
  }
}
