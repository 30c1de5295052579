import { alignColumns } from '../../../base/go/index.ts';
import { isList, isTree, type Value } from './tree.ts';

interface Variable {
  name: string;
  default: string;
  presence: string;
  required: boolean;
}

const pattern = /\$(?:(\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\{([_a-zA-Z][_a-zA-Z0-9]*(?::?[-+?](?:.*))?)\})/g;

/** The table of `docker compose config --variables`: what the model asks of the environment. */
export function variablesTable(model: Value): string {
  const found = new Map<string, Variable>();
  collect(model, found);
  const rows = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = [['NAME', 'REQUIRED', 'DEFAULT VALUE', 'ALTERNATE VALUE'], ...rows.map((row) => [row.name, String(row.required), row.default, row.presence])];
  return alignColumns(lines.map((line) => `${line.join('\t')}\n`).join(''), { minWidth: 20, padding: 3 });
}

function collect(value: Value, found: Map<string, Variable>): void {
  if (isTree(value)) for (const item of value.values()) collect(item, found);
  else if (isList(value)) for (const item of value) if (typeof item === 'string') collect(item, found);
  if (typeof value === 'string') for (const variable of variablesIn(value)) found.set(variable.name, variable);
}

function variablesIn(text: string): Variable[] {
  return [...text.matchAll(pattern)].flatMap((match): Variable[] => {
    const [whole, escaped, named, braced] = match;
    if (escaped !== undefined) return [];
    if (named !== undefined) return [{ name: named, default: '', presence: '', required: false }];
    const end = closingBrace(whole);
    const inner = end > 0 ? whole.slice(2, end) : (braced ?? '');
    const behind = end > 0 ? variablesIn(whole.slice(end + 1)) : [];
    const [, name = inner, operator = '', rest = ''] = /^([A-Za-z0-9_]+)(:?[-?+])(.*)$/s.exec(inner) ?? [];
    const variable = { name, required: operator.endsWith('?'), default: operator.endsWith('-') ? rest : '', presence: operator.endsWith('+') ? rest : '' };
    return [...behind, variable, ...variablesIn(variable.default), ...variablesIn(variable.presence)];
  });
}

function closingBrace(text: string): number {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '}' && --open === 0) return i;
    if (text[i] === '{') {
      open++;
      i++;
    }
  }
  return -1;
}
