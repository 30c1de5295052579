/** An element of `(…)`: with a key when written `[key]=value`. */
export interface ArrayElement {
  key: string | undefined;
  append: boolean;
  value: string;
}

/** An assignment whose right side is expanded. */
export interface ExpandedAssignment {
  name: string;
  subscript: string | undefined;
  append: boolean;
  value: string | undefined;
  elements: ArrayElement[] | undefined;
}

/** An argument of a declaration builtin may be an assignment; all others get strings. */
export type Argument = string | ExpandedAssignment;

/** An assignment as a word. */
export function assignmentText(assignment: ExpandedAssignment): string {
  const { name, subscript, append, value } = assignment;
  return `${name}${subscript === undefined ? '' : `[${subscript}]`}${append ? '+' : ''}=${value ?? ''}`;
}
