import { forEachChild, parse, type ParsedScript, type ParseError, type Statement, type SyntaxNode } from 'unbash';
import { describeSyntaxError, type SyntaxComplaint } from './syntax-error.ts';
import { SourceUnit } from './source-unit.ts';

/** Statements that stand on the same line: bash reads and runs them together. */
export interface StatementGroup {
  statements: readonly Statement[];
  pos: number;
  end: number;
}

/** A text as bash would run it: the groups before the first syntax error, then the error. */
export interface Script {
  unit: SourceUnit;
  groups: StatementGroup[];
  error: SyntaxComplaint | undefined;
  /** Where what cannot be run begins; Infinity without an error. */
  limit: number;
}

/** Parses a whole text. */
export function parseScript(text: string, firstLine = 1): Script {
  const unit = new SourceUnit(text, firstLine);
  const tree = parse(text);
  const [first] = tree.errors ?? [];
  const inner = !first && text.includes('$(') ? faultySubstitution(tree) : undefined;
  const limit = first ? errorLimit(tree, text, tree.errors ?? []) : inner ? errorLimit(tree, text, [inner]) : Infinity;
  return { unit, limit, groups: groupStatements(tree.commands, text, limit), error: first ? describeSyntaxError(unit, tree.errors ?? []) : inner && describeInner(unit, inner) };
}

/** An error inside `$(…)`: bash reads it with the line that it is in. */
function faultySubstitution(node: SyntaxNode): ParseError | undefined {
  let found: ParseError | undefined;
  forEachChild(node, (child) => {
    if (found) return;
    const [error] = child.type === 'CommandExpansion' && child.text.startsWith('$(') ? (child.script?.errors ?? []) : [];
    found = error ?? faultySubstitution(child);
  });
  return found;
}

/** Its words: where the inside ends too early, the closing parenthesis is what is not expected. */
function describeInner(unit: SourceUnit, error: ParseError): SyntaxComplaint {
  const complaint = describeSyntaxError(unit, [error]);
  if (!complaint.incomplete) return complaint;
  const { text } = unit;
  const start = text.lastIndexOf('\n', error.pos - 1) + 1;
  const end = text.indexOf('\n', error.pos);
  return { line: unit.line(error.pos), messages: ["syntax error near unexpected token `)'", `\`${text.slice(start, end < 0 ? undefined : end)}'`], incomplete: false, status: 2 };
}

/** Where what can be run ends: the start of the line of the command in which the error is. */
function errorLimit(tree: ParsedScript, text: string, errors: readonly ParseError[]): number {
  const lineStart = (at: number): number => text.lastIndexOf('\n', at - 1) + 1;
  let limit = lineStart(Math.min(...errors.map((error) => error.pos), text.length));
  for (const statement of tree.commands.toReversed()) {
    // The parser gives a command that it could not read to its end no length.
    const faulty = statement.command.end <= statement.command.pos || errors.some(({ pos }) => pos >= statement.pos && pos < statement.end);
    if (faulty || (statement.end > limit && statement.pos < limit)) limit = Math.min(limit, lineStart(statement.pos));
  }
  return limit;
}

function groupStatements(statements: readonly Statement[], text: string, limit: number): StatementGroup[] {
  const groups: StatementGroup[] = [];
  let current: Statement[] = [];
  const flush = (): void => {
    const first = current[0];
    const last = current[current.length - 1];
    if (first && last) groups.push({ statements: current, pos: first.pos, end: last.end });
    current = [];
  };
  for (const statement of statements) {
    if (statement.end > limit || statement.pos >= limit) break;
    const previous = current[current.length - 1];
    if (previous && text.slice(previous.end, statement.pos).includes('\n')) flush();
    current.push(statement);
  }
  flush();
  return groups;
}
