/** A piece of HTML or SVG as text, so that the same drawing is made in Node for the page without script and in the browser. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Child = Markup | string | number | undefined | readonly Child[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string | number): string => String(text).replace(/[&<>"]/g, (char) => escapes[char] ?? char);
const textOf = (child: Child): string => (child === undefined ? '' : child instanceof Markup ? child.text : typeof child === 'object' ? child.map(textOf).join('') : escaped(child));

/** An element; strings are text, never markup. Attributes that are undefined or false are left out, true is an empty one. */
export function tag(name: string, attributes: Readonly<Record<string, string | number | boolean | undefined>> = {}, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined || value === false ? '' : value === true ? ` ${key}` : ` ${key}="${escaped(value)}"`));
  return new Markup(`<${name}${written.join('')}>${children.map(textOf).join('')}</${name}>`);
}

/** Several pieces after one another. */
export function join(...children: readonly Child[]): Markup {
  return new Markup(children.map(textOf).join(''));
}

/** A sentence with `code` in backticks. */
export function sentence(text: string): Markup {
  return join(...text.split(/(`[^`]+`)/).map((piece) => (/^`.+`$/.test(piece) ? tag('code', {}, piece.slice(1, -1)) : piece)));
}
