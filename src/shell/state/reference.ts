/** A name as written, with the subscript if it had one: `a[1]`. */
export interface Reference {
  name: string;
  subscript: string | undefined;
}

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const referenceForm = /^([A-Za-z_][A-Za-z0-9_]*)(?:\[([\s\S]+)\])?$/;

/** Whether `name` can name a variable. */
export function isIdentifier(name: string): boolean {
  return identifier.test(name);
}

/** Splits `a[1]` into name and subscript; undefined when it is neither a name nor an element. */
export function parseReference(text: string): Reference | undefined {
  const match = referenceForm.exec(text);
  return match?.[1] === undefined ? undefined : { name: match[1], subscript: match[2] };
}
