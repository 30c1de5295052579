import { makeName, type Name, tags } from '../../pki/index.ts';
import { binaryOf, bytesOf, bytesOfBinary, textOf } from '../program/index.ts';
import { type Invocation, say } from './command.ts';
import { boundError, stringTag, upperBounds } from './config/subject.ts';
import { Failure } from './failure.ts';
import { oidByName } from './objects.ts';

interface Part {
  type: string;
  value: string;
  joins: boolean;
}

/** The name of -subj: `/C=DE/O=Org+OU=Unit/CN=x`. Throws a Failure as `parse_name` words it. */
export async function parseSubject(invocation: Invocation, text: string, what = 'subject', utf8 = true): Promise<Name> {
  const { name: command } = invocation;
  if (!text.startsWith('/')) throw new Failure(`${command}: ${what} name is expected to be in the format /type0=value0/type1=value1/type2=... where characters may be escaped by \\. This name is not in that format: '${text}'\n`);
  const rdns: { type: string; tag: number; value: string }[][] = [];
  // Without -utf8 each byte is a character of its own.
  const given = utf8 ? text : binaryOf(bytesOf(text));
  for (const part of await split(invocation, given, what)) {
    const type = oidByName(part.type);
    if (type === undefined) {
      await say(invocation, `${command} warning: Skipping unknown ${what} name attribute "${part.type}"\n${part.joins ? `${command} hint: a '+' in a value string needs be escaped using '\\' else a new member of a multi-valued RDN is expected\n` : ''}`);
      continue;
    }
    if (part.value === '') {
      await say(invocation, `${command} warning: No value provided for ${what} name attribute "${part.type}", skipped\n`);
      continue;
    }
    const bounds = upperBounds[type];
    const shown = (value: string): string => (utf8 ? value : textOf(bytesOfBinary(value)));
    const length = [...part.value].length;
    if (bounds && (length > bounds.max || length < bounds.min)) {
      throw new Failure('', [boundError(part.value, bounds)], 1, `${command}: Error adding ${what} name attribute "/${part.type}=${shown(part.value)}"\n`);
    }
    const tag = stringTag(type, part.value);
    if (tag === tags.ia5String && /[^\x00-\x7f]/.test(part.value)) throw new Failure('', ['error:0680007C:asn1 encoding routines:ASN1_mbstring_ncopy:illegal characters:../crypto/asn1/a_mbstr.c:125:'], 1, `${command}: Error adding ${what} name attribute "/${part.type}=${shown(part.value)}"\n`);
    const attribute = { type, tag, value: part.value };
    if (part.joins && rdns.length > 0) rdns.at(-1)?.push(attribute);
    else rdns.push([attribute]);
  }
  return makeName(rdns);
}

async function split(invocation: Invocation, text: string, what: string): Promise<Part[]> {
  const { name: command } = invocation;
  const parts: Part[] = [];
  let at = 1;
  let joins = false;
  while (at < text.length) {
    let type = '';
    while (at < text.length && text[at] !== '=') type += text[at++];
    if (at >= text.length) throw new Failure(`${command}: Missing '=' after RDN type string '${type}' in ${what} name string\n`);
    at++;
    let value = '';
    while (at < text.length && text[at] !== '/' && text[at] !== '+') {
      if (text[at] === '\\' && ++at >= text.length) throw new Failure(`${command}: Escape character at end of ${what} name string\n`);
      value += text[at++];
    }
    parts.push({ type, value, joins });
    joins = text[at] === '+';
    at++;
  }
  return Promise.resolve(parts);
}
