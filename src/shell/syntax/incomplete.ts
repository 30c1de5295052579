import { forEachChild, parse, type SyntaxNode } from 'unbash';
import { describeSyntaxError } from './syntax-error.ts';
import { SourceUnit } from './source-unit.ts';

/** Whether more lines are needed before the text can be run: an open quote, a loop without its end, a here-document without its delimiter. */
export function isIncomplete(text: string): boolean {
  if (/(?:^|[^\\])(?:\\\\)*\\\n?$/.test(text) && endsWithContinuation(text)) return true;
  const tree = parse(text);
  if (tree.errors?.length) return describeSyntaxError(new SourceUnit(text), tree.errors).incomplete;
  return text.includes('<<') && hasOpenHereDocument(tree);
}

function endsWithContinuation(text: string): boolean {
  const backslashes = /\\*\n?$/.exec(text)?.[0].replace('\n', '').length ?? 0;
  return backslashes % 2 === 1;
}

/** Whether a here-document has no end yet. */
export function hasOpenHereDocument(node: SyntaxNode): boolean {
  if (node.type === 'HereDoc') return node.closing === undefined;
  let open = false;
  forEachChild(node, (child) => {
    open ||= hasOpenHereDocument(child);
  });
  return open;
}
