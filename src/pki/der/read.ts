import { PkiError } from '../error.ts';

/** Where a tag comes from: X.690, 8.1.2.2. */
export type TagClass = 'universal' | 'application' | 'context' | 'private';

const classes: readonly TagClass[] = ['universal', 'application', 'context', 'private'];

/** One element of BER or DER, with the bytes it was read from; nothing is decoded before it is asked for. */
export class DerNode {
  readonly tagClass: TagClass;
  readonly constructed: boolean;
  readonly tag: number;
  /** Where the element begins in what `readDer` was given. */
  readonly offset: number;
  readonly headerLength: number;
  /** The length is not in the header: the contents end with two zero bytes (BER). */
  readonly indefinite: boolean;
  /** The element with its header, as it was. */
  readonly raw: Uint8Array;
  /** The element without its header. */
  readonly content: Uint8Array;
  readonly #source: Uint8Array;
  #children: readonly DerNode[] | undefined;

  constructor(source: Uint8Array, offset: number, end: number) {
    this.#source = source;
    this.offset = offset;
    const first = byteAt(source, offset, end);
    this.tagClass = classes[first >> 6] ?? 'universal';
    this.constructed = (first & 0x20) !== 0;
    let at = offset + 1;
    let tag = first & 0x1f;
    if (tag === 0x1f) {
      tag = 0;
      for (;;) {
        const byte = byteAt(source, at++, end);
        tag = tag * 128 + (byte & 0x7f);
        if (tag > 0x7fffffff) throw new PkiError('bad-der', 'tag too large');
        if (byte < 0x80) break;
      }
    }
    this.tag = tag;
    const lengthByte = byteAt(source, at++, end);
    let length = lengthByte;
    this.indefinite = lengthByte === 0x80;
    if (lengthByte > 0x80) {
      length = 0;
      for (let left = lengthByte & 0x7f; left > 0; left--) length = length * 256 + byteAt(source, at++, end);
    }
    this.headerLength = at - offset;
    if (this.indefinite) {
      if (!this.constructed) throw new PkiError('bad-der', 'indefinite length of a primitive element');
      length = indefiniteLength(source, at, end);
    }
    if (at + length > end) throw new PkiError('bad-der', 'too long');
    this.content = source.subarray(at, at + length);
    this.raw = source.subarray(offset, at + length + (this.indefinite ? 2 : 0));
  }

  /** The elements inside. */
  get children(): readonly DerNode[] {
    if (this.#children) return this.#children;
    const start = this.offset + this.headerLength;
    return (this.#children = readAll(this.#source, start, start + this.content.length));
  }

  /** The element inside at `index`; what has none is not well formed. */
  child(index: number): DerNode {
    const child = this.children[index];
    if (!child) throw new PkiError('bad-der', `element ${index} is missing`);
    return child;
  }

  /** The element inside with this context tag. */
  context(tag: number): DerNode | undefined {
    return this.children.find((child) => child.tagClass === 'context' && child.tag === tag);
  }

  /** Whether this is the universal type `tag`. */
  is(tag: number): boolean {
    return this.tagClass === 'universal' && this.tag === tag;
  }

  /** The same element, if it is of the universal type `tag`. */
  expect(tag: number): this {
    if (!this.is(tag)) throw new PkiError('bad-der', `wrong tag ${this.tag} instead of ${tag}`);
    return this;
  }
}

function byteAt(source: Uint8Array, at: number, end: number): number {
  const byte = at < end ? source[at] : undefined;
  if (byte === undefined) throw new PkiError('bad-der', 'too short');
  return byte;
}

function indefiniteLength(source: Uint8Array, start: number, end: number): number {
  let at = start;
  while (source[at] !== 0 || source[at + 1] !== 0) at += new DerNode(source, at, end).raw.length;
  return at - start;
}

function readAll(source: Uint8Array, start: number, end: number): DerNode[] {
  const nodes: DerNode[] = [];
  for (let at = start; at < end;) {
    const node = new DerNode(source, at, end);
    nodes.push(node);
    at += node.raw.length;
  }
  return nodes;
}

/** Reads the element at `offset`; more may follow it. Throws PkiError `bad-der`. */
export function readDer(bytes: Uint8Array, offset = 0): DerNode {
  return new DerNode(bytes, offset, bytes.length);
}
