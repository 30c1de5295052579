import { equalBytes } from '../../base/index.ts';
import { type DerNode, readDer } from '../der/index.ts';
import { isPkiError } from '../error.ts';
import { type Certificate, isSelfIssued } from './certificate.ts';
import { extensionOids, findExtension, type GeneralName, generalNameOf, subjectAltNamesOf } from './extension.ts';

interface Constraints {
  permitted: readonly GeneralName[];
  excluded: readonly GeneralName[];
}

/** nameConstraints: RFC 5280, 4.2.1.10. */
export function nameConstraintsOf(certificate: Certificate): Constraints | undefined {
  const extension = findExtension(certificate.extensions, extensionOids.nameConstraints);
  if (!extension) return undefined;
  const list = (node: DerNode | undefined): GeneralName[] => node?.children.map((each) => generalNameOf(each.child(0))) ?? [];
  try {
    const node = readDer(extension.value);
    return { permitted: list(node.context(0)), excluded: list(node.context(1)) };
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}

/** Whether a name lies in the tree that a constraint names; undefined when they are of different kinds. */
function lies(name: GeneralName, tree: GeneralName): boolean | undefined {
  if (name.kind === 'dns' && tree.kind === 'dns') {
    const [host, base] = [name.value.toLowerCase(), tree.value.toLowerCase()];
    return base === '' || host === base || host.endsWith(base.startsWith('.') ? base : `.${base}`);
  }
  if (name.kind === 'ip' && tree.kind === 'ip') {
    const size = name.bytes.length;
    if (tree.bytes.length !== 2 * size) return false;
    return equalBytes(name.bytes.map((byte, i) => byte & (tree.bytes[size + i] ?? 0)), tree.bytes.subarray(0, size));
  }
  if (name.kind === 'email' && tree.kind === 'email') {
    const [mail, base] = [name.value.toLowerCase(), tree.value.toLowerCase()];
    return base.includes('@') ? mail === base : base.startsWith('.') ? mail.endsWith(base) : mail.endsWith(`@${base}`);
  }
  return undefined;
}

/** Whether a name of the certificate is one that an authority above it may not sign for. */
export function brokenConstraint(certificate: Certificate, above: readonly Certificate[]): boolean {
  const names = subjectAltNamesOf(certificate.extensions);
  if (names.length === 0 || (isSelfIssued(certificate) && above.length === 0)) return false;
  return above.some((authority) => {
    const constraints = nameConstraintsOf(authority);
    return constraints !== undefined && names.some((name) => {
      const permitted = constraints.permitted.map((tree) => lies(name, tree)).filter((each) => each !== undefined);
      return (permitted.length > 0 && !permitted.includes(true)) || constraints.excluded.some((tree) => lies(name, tree) === true);
    });
  });
}
