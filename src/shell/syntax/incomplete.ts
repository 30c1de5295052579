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
  return openHereDocument(node) !== undefined;
}

/** Where the last here-document without an end begins. */
function openHereDocument(node: SyntaxNode): number | undefined {
  if (node.type === 'HereDoc') return node.closing === undefined ? node.pos : undefined;
  let open: number | undefined;
  forEachChild(node, (child) => {
    open = openHereDocument(child) ?? open;
  });
  return open;
}

const quotes: Record<string, "'" | '"'> = { 'unterminated single quote': "'", 'unterminated ANSI-C quote': "'", 'unterminated double quote': '"' };

/** What the next line of a text is within: the innermost quote or here-document that is open; undefined without. */
export function openAtEnd(text: string): "'" | '"' | 'here-document' | undefined {
  const tree = parse(text);
  const document = openHereDocument(tree);
  const quote = tree.errors?.filter(({ message }) => quotes[message] !== undefined).at(-1);
  if (quote && quote.pos > (document ?? -1)) return quotes[quote.message];
  return document === undefined ? undefined : 'here-document';
}
