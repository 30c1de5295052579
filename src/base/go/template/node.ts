import type { GoValue } from '../value.ts';
import { goQuote } from '../quote.ts';

/** What an operand of a command can be. */
export type Operand =
  | { kind: 'field'; pos: number; idents: string[] }
  | { kind: 'variable'; pos: number; idents: string[] }
  | { kind: 'chain'; pos: number; node: Operand; fields: string[] }
  | { kind: 'identifier'; pos: number; name: string }
  | { kind: 'dot'; pos: number }
  | { kind: 'nil'; pos: number }
  | { kind: 'bool'; pos: number; value: boolean }
  | { kind: 'number'; pos: number; text: string; value: GoValue }
  | { kind: 'string'; pos: number; quoted: string; text: string }
  | Pipe;

export interface Command {
  kind: 'command';
  pos: number;
  args: Operand[];
}

export interface Pipe {
  kind: 'pipe';
  pos: number;
  assigns: boolean;
  declarations: { name: string }[];
  commands: Command[];
}

export interface List {
  kind: 'list';
  pos: number;
  nodes: Statement[];
}

/** What stands in a list. */
export type Statement =
  | { kind: 'text'; pos: number; text: string }
  | { kind: 'action'; pos: number; pipe: Pipe }
  | { kind: 'if' | 'range' | 'with'; pos: number; pipe: Pipe; list: List; elseList: List | undefined }
  | { kind: 'template'; pos: number; name: string; pipe: Pipe | undefined }
  | { kind: 'break' | 'continue'; pos: number };

export type Node = Statement | Operand | Command | List;

/** A node as Go writes it in error messages. */
export function nodeText(node: Node): string {
  switch (node.kind) {
    case 'field':
      return node.idents.map((ident) => `.${ident}`).join('');
    case 'variable':
      return node.idents.join('.');
    case 'chain':
      return (node.node.kind === 'pipe' ? `(${nodeText(node.node)})` : nodeText(node.node)) + node.fields.map((field) => `.${field}`).join('');
    case 'identifier':
      return node.name;
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'bool':
      return String(node.value);
    case 'number':
      return node.text;
    case 'string':
      return node.quoted;
    case 'command':
      return node.args.map((arg) => (arg.kind === 'pipe' ? `(${nodeText(arg)})` : nodeText(arg))).join(' ');
    case 'pipe': {
      const declared = node.declarations.map(({ name }) => name).join(', ');
      return (declared === '' ? '' : `${declared} ${node.assigns ? '=' : ':='} `) + node.commands.map(nodeText).join(' | ');
    }
    case 'text':
      return node.text;
    case 'action':
      return `{{${nodeText(node.pipe)}}}`;
    case 'template':
      return `{{template ${goQuote(node.name)}${node.pipe ? ` ${nodeText(node.pipe)}` : ''}}}`;
    case 'list':
      return node.nodes.map(nodeText).join('');
    case 'break':
    case 'continue':
      return `{{${node.kind}}}`;
    default:
      return `{{${node.kind} ${nodeText(node.pipe)}}}${nodeText(node.list)}${node.elseList ? `{{else}}${nodeText(node.elseList)}` : ''}{{end}}`;
  }
}
