import type { Violation } from '../schema/index.ts';

const names: Readonly<Record<string, string>> = { object: 'mapping', array: 'list', integer: 'whole number' };

/** A violation as a sentence about the place where it stands. */
export function messageOf({ kind, description, expected = [], path }: Violation): string {
  const last = path.at(-1) ?? 'the file';
  if (kind === 'type') {
    const types = expected.map((type) => names[type] ?? type);
    return `${last} must be a ${types.length < 2 ? types.join('') : `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`}`;
  }
  if (kind === 'enum') return description.replace(path.join('.'), last);
  return description;
}
