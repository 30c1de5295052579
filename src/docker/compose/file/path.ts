/** Keys from the root to a value; an item of a list is `[]`. */
export type Path = readonly string[];

/** Whether a path fits a pattern such as `services.*.ports`. */
export function matches(path: Path, pattern: string): boolean {
  const parts = splitPattern(pattern);
  return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]);
}

const split = new Map<string, readonly string[]>();

function splitPattern(pattern: string): readonly string[] {
  let parts = split.get(pattern);
  if (!parts) split.set(pattern, (parts = pattern.split('.')));
  return parts;
}

export function pathText(path: Path): string {
  return path.join('.');
}

/** The first row of a table whose pattern fits. */
export function rowFor<T>(table: Readonly<Record<string, T>>, path: Path): T | undefined {
  for (const [pattern, row] of Object.entries(table)) if (matches(path, pattern)) return row;
  return undefined;
}
