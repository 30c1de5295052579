import { type DerNode, oid, oidOf, readDer, sequence, setOf, string, tags, textOfString } from '../der/index.ts';

/** One attribute of a distinguished name. */
export interface NameAttribute {
  /** Object identifier of the attribute's type. */
  type: string;
  /** The value's ASN.1 type. */
  tag: number;
  value: string;
  /** The value as it was encoded. */
  node: DerNode;
}

/** A distinguished name: a sequence of sets of attributes, mostly sets of one. */
export interface Name {
  readonly der: Uint8Array;
  readonly rdns: readonly (readonly NameAttribute[])[];
}

/** Reads a Name. */
export function nameOf(node: DerNode): Name {
  node.expect(tags.sequence);
  return {
    der: node.raw,
    rdns: node.children.map((rdn) => rdn.expect(tags.set).children.map((attribute) => {
      const value = attribute.child(1);
      return { type: oidOf(attribute.child(0)), tag: value.tag, value: textOfString(value), node: value };
    })),
  };
}

/** Makes a Name of attributes that are already encoded as `sequence(oid, value)`, grouped into sets. */
export function makeName(rdns: readonly (readonly { type: string; tag: number; value: string }[])[]): Name {
  return nameOf(readDer(sequence(...rdns.map((rdn) => setOf(...rdn.map(({ type, tag, value }) => sequence(oid(type), string(tag, value))))))));
}

/** Object identifiers of the usual attributes. */
export const attributeOids = {
  CN: '2.5.4.3', SN: '2.5.4.4', serialNumber: '2.5.4.5', C: '2.5.4.6', L: '2.5.4.7', ST: '2.5.4.8', street: '2.5.4.9', O: '2.5.4.10', OU: '2.5.4.11', title: '2.5.4.12', GN: '2.5.4.42', emailAddress: '1.2.840.113549.1.9.1', UID: '0.9.2342.19200300.100.1.1', DC: '0.9.2342.19200300.100.1.25',
} as const;

/** The first value of an attribute, by its object identifier; undefined when the name has none. */
export function attributeValue(name: Name, type: string): string | undefined {
  return name.rdns.flat().find((attribute) => attribute.type === type)?.value;
}

/** Whether two names are the same, as certificates are matched: by values without regard to case and runs of space. */
export function sameName(a: Name, b: Name): boolean {
  return canonical(a) === canonical(b);
}

/** A form of the name that is the same for names that are. */
export function canonical(name: Name): string {
  return JSON.stringify(name.rdns.map((rdn) => rdn.map(({ type, value }) => `${type}=${value.trim().replaceAll(/\s+/g, ' ').toLowerCase()}`).toSorted()));
}
