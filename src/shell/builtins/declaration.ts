import type { ExpandedAssignment } from '../state/argument.ts';
import { formatArray } from '../expand/transform.ts';
import type { Shell } from '../state/shell.ts';
import { quoteDouble } from '../text/quote.ts';
import type { Argument } from '../state/argument.ts';

/** `name`, `name=value` or `name[subscript]=value` as an argument of `declare` and its kin; undefined when it is none of them. */
export function parseDeclaration(arg: Argument): ExpandedAssignment | undefined {
  if (typeof arg !== 'string') return arg;
  const match = /^([A-Za-z_]\w*)(?:\[([^]*?)\])?(?:(\+?)=([^]*))?$/.exec(arg);
  if (match?.[1] === undefined) return undefined;
  return { name: match[1], subscript: match[2], append: match[3] === '+', value: match[4], elements: undefined };
}

/** A variable as `declare -p` shows it. */
export function declarationLine(shell: Shell, name: string): string {
  const variable = shell.variables.own(name);
  if (!variable) return '';
  const head = `declare -${variable.flags || '-'} ${name}`;
  if (variable.indexed && variable.indexed.size === 0 && !variable.assigned) return head;
  if (variable.assoc && variable.assoc.size === 0 && !variable.assigned) return head;
  if (variable.isArray || variable.dynamic?.array) return `${head}=${formatArray(variable)}`;
  const text = variable.scalar;
  return text === undefined ? head : `${head}=${quoteDouble(text)}`;
}
