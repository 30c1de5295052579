import type { Filters } from '../api/index.ts';

/** Whether one of a filter's values, each a regular expression of Go's, is found in one of `texts`; no value lets everything through, a malformed one nothing (moby's filters.Args.Match). */
export function filterMatches(filters: Filters, key: string, ...texts: readonly string[]): boolean {
  const values = filters.get(key) ?? [];
  return values.length === 0 || values.some((value) => {
    const expression = compile(value);
    return expression !== undefined && texts.some((text) => expression.test(text));
  });
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}
