/** An expression. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string }
  | { kind: 'regex'; source: string }
  | { kind: 'name'; name: string }
  | { kind: 'field'; index: Expression }
  | { kind: 'element'; name: string; keys: Expression[] }
  | { kind: 'group'; items: Expression[] }
  | { kind: 'unary'; operator: '-' | '+' | '!'; operand: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'match'; negated: boolean; left: Expression; right: Expression }
  | { kind: 'in'; keys: Expression[]; name: string }
  | { kind: 'condition'; test: Expression; yes: Expression; no: Expression }
  | { kind: 'assign'; operator: string; target: Expression; value: Expression }
  | { kind: 'step'; target: Expression; by: 1 | -1; prefix: boolean }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'builtin'; name: string; args: Expression[] }
  | { kind: 'getline'; source: 'main' | 'file' | 'command'; from: Expression | undefined; target: Expression | undefined };

/** A statement. */
export type Statement =
  | { kind: 'block'; body: Statement[] }
  | { kind: 'expression'; value: Expression }
  | { kind: 'print' | 'printf'; args: Expression[]; redirect: '>' | '>>' | '|' | undefined; to: Expression | undefined }
  | { kind: 'if'; test: Expression; yes: Statement; no: Statement | undefined }
  | { kind: 'while'; test: Expression; body: Statement }
  | { kind: 'do'; test: Expression; body: Statement }
  | { kind: 'for'; start: Statement | undefined; test: Expression | undefined; step: Statement | undefined; body: Statement }
  | { kind: 'forIn'; name: string; array: string; body: Statement }
  | { kind: 'break' | 'continue' | 'next' | 'nextfile' }
  | { kind: 'exit' | 'return'; value: Expression | undefined }
  | { kind: 'delete'; name: string; keys: Expression[] | undefined };

/** A function of the program. */
export interface AwkFunction {
  name: string;
  parameters: string[];
  body: Statement;
}

/** A parsed program. */
export interface AwkProgram {
  begin: Statement[];
  end: Statement[];
  rules: { from: Expression | undefined; to: Expression | undefined; body: Statement | undefined }[];
  functions: Map<string, AwkFunction>;
}
