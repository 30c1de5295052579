import { AwkSyntaxError, type Token } from './lexer.ts';
import type { Expression } from './syntax.ts';

/** Goes through tokens, and keeps what was found wrong and how names were used on the way. */
export class TokenReader {
  protected readonly tokens: Token[];
  protected at = 0;
  /** Inside `print …` a `>` redirects; in `for (` an `in` belongs to the loop. */
  protected noGreater = false;
  protected noIn = false;
  protected locals: ReadonlySet<string> | undefined;
  protected readonly errors: AwkSyntaxError[] = [];
  protected readonly calls: string[] = [];
  protected uses: { name: string; kind: 'variable' | 'array'; line: number; local: boolean; scope: ReadonlySet<string> | undefined; node: Expression | undefined }[] = [];

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  protected get token(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: 'end of file', value: '', line: 0 };
  }

  protected is(text: string): boolean {
    const { kind, text: own } = this.token;
    return own === text && (kind === 'operator' || kind === 'keyword');
  }

  protected take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  protected fail(): never {
    const token = this.token;
    const before = this.tokens.slice(0, this.at);
    const count = (text: string): number => before.filter((one) => one.kind === 'operator' && one.text === text).length;
    const near = token.kind === 'end' || token.kind === 'newline' ? 'end of line' : token.text;
    const open = count('(') - count(')');
    if (token.text === ')' && open <= 0) this.complain("extra ')'");
    if (token.text === '}' && count('{') - count('}') <= 0) {
      this.complain("extra '}'");
      throw new AwkSyntaxError('syntax error at or near end of line', token.line, this.errors);
    }
    if (token.text === ')' && open <= 0) throw this.errors.pop() ?? new AwkSyntaxError('', token.line);
    throw new AwkSyntaxError(open > 0 && /^(end of line|[;})\]])$/.test(near) ? `missing ) near ${near}` : `syntax error at or near ${near}`, token.line, this.errors);
  }

  /** Notes a mistake that does not stop the reading. */
  protected complain(message: string, line = this.token.line): void {
    this.errors.push(new AwkSyntaxError(message, line));
  }

  /** A name is a variable or an array, by its first use. */
  protected use(name: string, kind: 'variable' | 'array', node?: Expression): void {
    this.uses.push({ name, kind, line: this.tokens[this.at - 1]?.line ?? 1, local: this.locals?.has(name) ?? false, scope: this.locals, node });
  }

  protected checkUses(): void {
    const kinds = new Map<object, Map<string, string>>();
    for (const { name, kind, line, local, scope } of this.uses) {
      const key = local && scope ? scope : this;
      const known = kinds.get(key) ?? new Map<string, string>();
      kinds.set(key, known);
      const first = known.get(name);
      if (first === undefined) known.set(name, kind);
      else if (first !== kind) this.complain(`illegal reference to ${local ? 'local ' : ''}${first} ${name}`, line);
    }
  }

  protected need(text: string): void {
    if (!this.take(text)) this.fail();
  }

  protected newlines(): void {
    while (this.token.kind === 'newline') this.at++;
  }
}
