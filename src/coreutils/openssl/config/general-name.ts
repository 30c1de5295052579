import { encodeUtf8 } from '../../../base/index.ts';
import { addressBytes, attributeOids, explicit, implicit, oid, readDer, sequence } from '../../../pki/index.ts';
import { bytesOf } from '../../program/index.ts';
import { oidByName } from '../objects.ts';
import type { ExtensionContext } from './extension-context.ts';
import { generate } from './generate-der.ts';
import { subjectOfSection } from './subject.ts';

/** A value that is not right, with the lines of OpenSSL's queue. */
export class ValueError extends Error {
  readonly queue: readonly string[];

  constructor(queue: readonly string[]) {
    super(queue.join('\n'));
    this.queue = queue;
  }
}

interface Item {
  name: string;
  value: string | undefined;
}

/** GeneralName of `DNS:x.test`; `tree`: with a mask for addresses. Throws a ValueError. */
export function generalName({ name, value }: Item, { config }: ExtensionContext, tree = false): Uint8Array {
  const kind = name.replace(/\.\d+$/, '').trim();
  if (value === undefined || value === '') throw new ValueError(['error:1100007C:X509 V3 routines:v2i_GENERAL_NAME_ex:missing value:../crypto/x509/v3_san.c:604:']);
  switch (kind) {
    case 'email': return implicit(1, encodeUtf8(value));
    case 'DNS': return implicit(2, bytesOf(value));
    case 'URI': return implicit(6, bytesOf(value));
    case 'RID': {
      const dotted = oidByName(value);
      if (dotted === undefined) throw new ValueError([`error:11000077:X509 V3 routines:a2i_GENERAL_NAME:bad object:../crypto/x509/v3_san.c:538:value=${value}`]);
      return implicit(8, readDer(oid(dotted)).content);
    }
    case 'IP': {
      const [address = '', mask] = tree ? value.split('/') : [value];
      const [bytes, maskBytes] = [addressBytes(address), mask === undefined ? new Uint8Array(0) : addressBytes(mask)];
      if (!bytes || !maskBytes) throw new ValueError([`error:11000076:X509 V3 routines:a2i_GENERAL_NAME:bad ip address:../crypto/x509/v3_san.c:549:value=${value}`]);
      return implicit(7, Uint8Array.from([...bytes, ...maskBytes]));
    }
    case 'dirName': return explicit(4, subjectOfSection(config?.section(value) ?? []).der);
    case 'otherName': {
      const semicolon = value.indexOf(';');
      const dotted = oidByName(value.slice(0, semicolon));
      if (dotted === undefined) throw new ValueError(['error:11000093:X509 V3 routines:a2i_GENERAL_NAME:othername error:../crypto/x509/v3_san.c:564:']);
      return implicit(0, Uint8Array.from([...oid(dotted), ...explicit(0, generate(value.slice(semicolon + 1), config))]), true);
    }
    default: throw new ValueError([`error:11000075:X509 V3 routines:v2i_GENERAL_NAME_ex:unsupported option:../crypto/x509/v3_san.c:623:name=${name}`]);
  }
}

/** GeneralNames; `email:copy` and `email:move` take the addresses of the subject. */
export function generalNames(items: readonly Item[], context: ExtensionContext): Uint8Array {
  return sequence(...items.flatMap((item) => {
    if (item.name === 'email' && (item.value === 'copy' || item.value === 'move')) return (context.subject?.rdns.flat() ?? []).filter(({ type }) => type === attributeOids.emailAddress).map(({ value }) => implicit(1, encodeUtf8(value)));
    return [generalName(item, context)];
  }));
}

