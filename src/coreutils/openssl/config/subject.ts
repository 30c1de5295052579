import { attributeOids, makeName, type Name, tags } from '../../../pki/index.ts';
import { oidByName } from '../objects.ts';

const printable = /^[A-Za-z0-9 '()+,\-./:=?]*$/;
const ia5 = new Set<string>([attributeOids.emailAddress, attributeOids.DC, '1.2.840.113549.1.9.8']);
const printableOnly = new Set<string>([attributeOids.C, attributeOids.serialNumber, '2.5.4.46']);

/** The string type of an attribute's value: what its definition wants, else UTF-8. */
export function stringTag(type: string, value: string): number {
  if (ia5.has(type)) return tags.ia5String;
  if (printableOnly.has(type) && printable.test(value)) return tags.printableString;
  return tags.utf8String;
}

/** The longest value of an attribute, in characters: the upper bounds of X.520. */
export const upperBounds: Record<string, { min: number; max: number } | undefined> = {
  [attributeOids.C]: { min: 2, max: 2 }, [attributeOids.ST]: { min: 1, max: 128 }, [attributeOids.L]: { min: 1, max: 128 }, [attributeOids.O]: { min: 1, max: 64 }, [attributeOids.OU]: { min: 1, max: 64 }, [attributeOids.CN]: { min: 1, max: 64 }, [attributeOids.emailAddress]: { min: 1, max: 128 }, [attributeOids.serialNumber]: { min: 1, max: 64 },
};

/** What the queue says of a value that is too long or too short. */
export function boundError(value: string, { min, max }: { min: number; max: number }): string {
  const [code, word, limit] = [...value].length > max ? ['06800097', 'long', `maxsize=${max}`] : ['06800098', 'short', `minsize=${min}`];
  return `error:${code}:asn1 encoding routines:ASN1_mbstring_ncopy:string too ${word}:../crypto/asn1/a_mbstr.c:${word === 'long' ? 118 : 112}:${limit}`;
}

/** A name of the lines of a section; `1.OU` and `2.OU` are both OU, `+OU` joins the set before it. */
export function subjectOfSection(lines: readonly (readonly [name: string, value: string])[]): Name {
  const rdns: { type: string; tag: number; value: string }[][] = [];
  for (const [name, value] of lines) {
    const plain = name.replace(/^[^.:,]*[.:,](?=\D)/, '');
    const joins = plain.startsWith('+');
    const type = oidByName(plain.replace(/^\+/, ''));
    if (type === undefined || value === '') continue;
    const attribute = { type, tag: stringTag(type, value), value };
    if (joins && rdns.length > 0) rdns.at(-1)?.push(attribute);
    else rdns.push([attribute]);
  }
  return makeName(rdns);
}
