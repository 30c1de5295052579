import { chain, type Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';
import type { Variable } from '../state/variable.ts';
import { decodeEscapes } from '../text/escape.ts';
import { quoteAlways, quoteDouble, quoteBackslash } from '../text/quote.ts';
import { expandPrompt } from './prompt.ts';

/** `${x@operator}` of one value. */
export function transformValue(shell: Shell, operator: string, name: string, text: string | undefined): Maybe<string | undefined> {
  const variable = shell.variables.get(name);
  if (operator === 'a') return variable?.flags ?? '';
  if (operator === 'A') return declaration(name, variable, text);
  if (text === undefined) return undefined;
  switch (operator) {
    case 'U': return text.toUpperCase();
    case 'L': return text.toLowerCase();
    case 'u': return text.slice(0, 1).toUpperCase() + text.slice(1);
    case 'E': return decodeEscapes(text, 'ansi-c').text;
    case 'P': return expandPrompt(shell, text);
    default: return quoteAlways(text);
  }
}

/** `${a[@]@operator}` and `${@@operator}`. */
export function transformList(shell: Shell, operator: string, name: string, subscript: string | undefined, items: string[]): Maybe<string[]> {
  const variable = shell.variables.get(name);
  if (operator === 'A') {
    if (name === '@' || name === '*') return items.length === 0 ? [] : ['set', '--', ...items.map(quoteAlways)];
    return variable ? [`declare -${variable.flags || '-'} ${name}=${formatArray(variable)}`] : [];
  }
  if (operator === 'a') return items.map(() => variable?.flags ?? '');
  if ((operator === 'K' || operator === 'k') && subscript !== undefined) {
    const entries = variable?.assoc?.entries() ?? variable?.elements?.entries() ?? [];
    if (operator === 'k') return entries.flatMap(([key, value]) => [String(key), value]);
    return [entries.map(([key, value]) => `${variable?.assoc ? quoteKey(String(key)) : key} ${quoteDouble(value)}`).join(' ') + (variable?.assoc ? ' ' : '')];
  }
  const results: string[] = [];
  let pending: Maybe<void> = undefined;
  for (const item of items) {
    pending = chain(pending, () => chain(transformValue(shell, operator, name, item), (text) => {
      results.push(text ?? '');
    }));
  }
  return chain(pending, () => results);
}

function declaration(name: string, variable: Variable | undefined, text: string | undefined): string | undefined {
  if (!variable) return undefined;
  const flags = variable.flags;
  if (text === undefined) return flags === '' ? undefined : `declare -${flags} ${name}`;
  return flags === '' ? `${name}=${quoteAlways(text)}` : `declare -${flags} ${name}=${quoteAlways(text)}`;
}

/** `([0]="a" [1]="b")`, as `declare -p` shows an array. */
export function formatArray(variable: Variable): string {
  if (variable.assoc) {
    const entries = variable.assoc.entries();
    return entries.length === 0 ? '()' : `(${entries.map(([key, value]) => `[${quoteKey(key)}]=${quoteDouble(value)} `).join('')})`;
  }
  return `(${(variable.elements?.entries() ?? []).map(([index, value]) => `[${index}]=${quoteDouble(value)}`).join(' ')})`;
}

function quoteKey(key: string): string {
  if (key === '@' || key === '*') return `"${key}"`;
  return quoteBackslash(key) === key ? key : quoteDouble(key);
}
