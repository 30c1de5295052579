import { forEachChild, type SyntaxNode } from 'unbash';
import type { StatementGroup } from './script.ts';
import type { SourceUnit } from './source-unit.ts';
import type { SyntaxComplaint } from './syntax-error.ts';

/** What of bash's syntax is an error in ash and dash: the words, after which the dialect's are made. undefined: nothing. */
function fault(node: SyntaxNode, dialect: 'ash' | 'dash', text: string): string | undefined {
  const unexpected = (token: string): string => `syntax error near unexpected token \`${token}'`;
  switch (node.type) {
    case 'Assignment': return node.value.type === 'ArrayValue' ? unexpected('(') : undefined;
    case 'ArithmeticFor': return 'bad for loop variable';
    case 'Select': return unexpected('do');
    case 'Case': return node.items.some((item) => item.terminator === ';&' || item.terminator === ';;&') ? unexpected('&') : undefined;
    case 'Pipeline': return node.operators.includes('|&') ? unexpected('&') : undefined;
    case 'HereString': return unexpected('redirection');
    case 'ProcessSubstitution': return dialect === 'dash' ? unexpected('(') : undefined;
    case 'Function': {
      if (dialect === 'ash') return undefined;
      if (text.startsWith('function', node.pos)) return unexpected(/^function\s+\S+\s*\(/.test(text.slice(node.pos, node.end)) ? '(' : '}');
      return /^[A-Za-z_]\w*$/.test(node.name.text) ? undefined : 'bad function name';
    }
    default: return undefined;
  }
}

/** The first thing in a group that the dialect cannot read. */
export function foreignSyntax(unit: SourceUnit, group: StatementGroup, dialect: 'ash' | 'dash'): SyntaxComplaint | undefined {
  let found: SyntaxComplaint | undefined;
  const visit = (node: SyntaxNode): void => {
    if (found) return;
    const message = fault(node, dialect, unit.text);
    if (message === undefined) forEachChild(node, visit);
    else found = { line: unit.line(node.pos), messages: [message], incomplete: false, status: 2 };
  };
  for (const statement of group.statements) visit(statement);
  return found;
}
