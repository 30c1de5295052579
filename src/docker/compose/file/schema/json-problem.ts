import { GoFloat } from '../../../../base/go/index.ts';
import { goText, isList, isTree, type Value } from '../tree.ts';

/** What JSON, on which the schema is checked, can't hold; undefined: it can. */
export function jsonProblem(value: Value): string | undefined {
  if (isTree(value)) return firstOf([...value.keys()].sort().map((key) => value.get(key) ?? null));
  if (isList(value)) return firstOf(value);
  return value instanceof GoFloat && !Number.isFinite(value.value) ? `json: unsupported value: ${goText(value)}` : undefined;
}

function firstOf(values: readonly Value[]): string | undefined {
  for (const value of values) {
    const problem = jsonProblem(value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
