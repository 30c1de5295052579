import { compareStrings } from '../../../base/go/index.ts';

/** Labels as listings show them, in the order of their names. */
export function labelText(labels: Readonly<Record<string, string>> | null | undefined): string {
  return Object.entries(labels ?? {}).toSorted(([a], [b]) => compareStrings(a, b)).map(([name, value]) => `${name}=${value}`).join(',');
}
