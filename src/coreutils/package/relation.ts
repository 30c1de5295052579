/** One package of a dependency, with a condition on its version. */
export interface Relation {
  name: string;
  operator: string | undefined;
  version: string | undefined;
}

/** A field such as Depends: groups that must all hold, each of alternatives. */
export function parseRelations(field: string | undefined): Relation[][] {
  if (!field) return [];
  return field.split(',').map((group) => group.trim()).filter(Boolean).map((group) => group.split('|').flatMap((text) => {
    const match = /^\s*([a-z0-9][a-z0-9+.-]*)(?::\w+)?\s*(?:\((<<|<=|=|>=|>>|<|>)\s*([^)]+?)\s*\))?/.exec(text);
    return match ? [{ name: match[1] ?? '', operator: match[2], version: match[3] }] : [];
  }));
}
