import { forEachChild, type SyntaxNode } from 'unbash';
import type { StatementGroup } from './script.ts';
import type { SourceUnit } from './source-unit.ts';
import type { SyntaxComplaint } from './syntax-error.ts';

/** The error that `@(a|b)` is while `extglob` is off; the parser always knows such patterns, and in `[[ ]]` and `${}` so does bash. */
export function unexpectedGlob(unit: SourceUnit, group: StatementGroup): SyntaxComplaint | undefined {
  let pos: number | undefined;
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'ExtendedGlob') pos ??= node.pos;
    else if (node.type !== 'TestCommand' && node.type !== 'ParameterExpansion' && node.type !== 'CommandExpansion') forEachChild(node, visit);
  };
  for (const statement of group.statements) visit(statement);
  if (pos === undefined) return undefined;
  const { text } = unit;
  const end = text.indexOf('\n', pos);
  return { line: unit.line(pos), messages: ["syntax error near unexpected token `('", `\`${text.slice(text.lastIndexOf('\n', pos - 1) + 1, end < 0 ? undefined : end)}'`], incomplete: false, status: 2 };
}
