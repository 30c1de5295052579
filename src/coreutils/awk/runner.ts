import { isDirectory, openInput, reason, type Tool } from '../program/index.ts';
import { Blocking, childrenOf, constant, withChildren } from './blocking.ts';
import { output as outputText, plainText } from './byte-text.ts';
import { type Cell, Interpreter } from './interpreter.ts';
import { unescapeString } from './lexer.ts';
import { awkPrintf, PrintfError } from './printf.ts';
import { RecordReader } from './streams.ts';
import type { AwkFunction, AwkProgram, Expression, Statement } from './syntax.ts';
import { AwkRuntimeError, fromInput, isTrue, numberText, type Scalar, toNumber, toText } from './value.ts';

/** How a statement ended. */
type Flow = 'on' | 'break' | 'continue' | 'next' | 'nextfile' | 'exit' | 'return';

/** Runs a program over its input. */
export class Runner {
  readonly interpreter: Interpreter;
  readonly #tool: Tool;
  readonly #program: AwkProgram;
  readonly #blocking: Blocking;
  readonly #inRange: boolean[];
  #returned: Scalar;
  #status = 0;
  #reader: RecordReader | undefined;
  #argument = 1;
  #anyFile = false;
  #steps = 0;

  constructor(tool: Tool, program: AwkProgram) {
    this.#tool = tool;
    this.#program = program;
    this.interpreter = new Interpreter(tool, program);
    this.#blocking = new Blocking(program);
    this.#inRange = program.rules.map(() => false);
    this.interpreter.callFunction = (fn, frame) => this.#call(fn, frame);
  }

  async run(): Promise<number> {
    try {
      const flow = await this.#rules();
      if (flow !== 'exit' || this.#program.end.length) {
        for (const block of this.#program.end) if ((await this.#execute(block)) === 'exit') break;
      }
    } finally {
      await this.interpreter.streams.flush();
      await this.interpreter.streams.closeAll();
    }
    return this.#status;
  }

  async #rules(): Promise<Flow> {
    for (const block of this.#program.begin) if ((await this.#execute(block)) === 'exit') return 'exit';
    if (this.#program.rules.length === 0 && this.#program.end.length === 0) return 'on';
    const { interpreter } = this;
    for (;;) {
      const record = await this.#nextRecord();
      if (record === undefined) return 'on';
      interpreter.record.set(record);
      const flow = await this.#record();
      if (flow === 'exit') return 'exit';
      if (flow === 'nextfile') this.#closeReader();
      if (this.#tool.out.write('')) await this.#tool.out.flush();
    }
  }

  async #record(): Promise<Flow> {
    for (const [index, rule] of this.#program.rules.entries()) {
      if (rule.from) {
        if (rule.to) {
          if (!this.#inRange[index]) {
            if (!isTrue(await this.#value(rule.from))) continue;
            this.#inRange[index] = true;
          }
          if (isTrue(await this.#value(rule.to))) this.#inRange[index] = false;
        } else {
          const value = this.#blocking.expression(rule.from) ? await this.#value(rule.from) : this.interpreter.evaluate(rule.from);
          if (!isTrue(value)) continue;
        }
      }
      if (!rule.body) {
        this.#tool.out.write(outputText(this.interpreter.record.text + this.interpreter.text('ORS')));
        continue;
      }
      const flow = this.#blocking.statement(rule.body) ? await this.#execute(rule.body) : this.#perform(rule.body);
      if (flow === 'next') return 'next';
      if (flow === 'exit' || flow === 'nextfile') return flow;
    }
    return 'on';
  }

  #closeReader(): void {
    this.#reader?.close();
    this.#reader = undefined;
  }

  async #nextRecord(): Promise<string | undefined> {
    const { interpreter } = this;
    for (;;) {
      if (!this.#reader && !(await this.#openNext())) return undefined;
      let record: string | undefined;
      try {
        record = await this.#reader?.next(interpreter.text('RS'));
      } catch (error) {
        throw new AwkRuntimeError(reason(error));
      }
      if (record === undefined) {
        this.#closeReader();
        continue;
      }
      interpreter.set('NR', toNumber(interpreter.get('NR')) + 1);
      interpreter.set('FNR', toNumber(interpreter.get('FNR')) + 1);
      return record;
    }
  }

  /** Opens the next operand of ARGV; assignments take place on the way. */
  async #openNext(): Promise<boolean> {
    const { interpreter } = this;
    const argc = toNumber(interpreter.get('ARGC'));
    const argv = interpreter.array('ARGV');
    while (this.#argument < argc) {
      const name = toText(argv.get(String(this.#argument++)), '%.6g');
      if (name === '') continue;
      const assignment = /^([A-Za-z_]\w*)=([^]*)$/.exec(name);
      if (assignment) {
        interpreter.set(assignment[1] ?? '', fromInput(unescapeString(assignment[2] ?? '')));
        continue;
      }
      this.#anyFile = true;
      try {
        const fd = openInput(this.#tool.process, plainText(name));
        this.#reader = new RecordReader(this.#tool, fd);
        if (!this.#tool.busybox && isDirectory(this.#tool.process.fstat(fd).mode)) throw new AwkRuntimeError(`cannot open "${name}" (Is a directory)`);
      } catch (error) {
        if (error instanceof AwkRuntimeError) throw error;
        await this.#tool.out.flush();
        if (!this.#tool.busybox) throw new AwkRuntimeError(`cannot open "${name}" (${reason(error)})`);
        await this.#tool.error(`${name}: ${reason(error)}`);
        this.#status = 2;
        continue;
      }
      interpreter.set('FILENAME', name);
      interpreter.set('FNR', 0);
      return true;
    }
    if (this.#anyFile) return false;
    this.#anyFile = true;
    this.#reader = new RecordReader(this.#tool, 0);
    if (!this.#tool.busybox) interpreter.set('FILENAME', '-');
    return true;
  }

  #call(fn: AwkFunction, frame: Map<string, Cell>): Scalar {
    const { interpreter } = this;
    const outer = interpreter.frame;
    interpreter.frame = frame;
    this.#returned = undefined;
    try {
      this.#perform(fn.body);
      return this.#returned;
    } finally {
      interpreter.frame = outer;
      this.#returned = undefined;
    }
  }

  /** Evaluates an expression that may block: blocking parts first, in order, then the rest. */
  async #value(expression: Expression): Promise<Scalar> {
    const { interpreter } = this;
    if (!this.#blocking.expression(expression)) return interpreter.evaluate(expression);
    switch (expression.kind) {
      case 'getline': return await this.#getline(expression);
      case 'and': return isTrue(await this.#value(expression.left)) && isTrue(await this.#value(expression.right)) ? 1 : 0;
      case 'or': return isTrue(await this.#value(expression.left)) || isTrue(await this.#value(expression.right)) ? 1 : 0;
      case 'condition': return await this.#value(isTrue(await this.#value(expression.test)) ? expression.yes : expression.no);
      case 'builtin':
        if (expression.name === 'system') return await interpreter.streams.system(await this.#text(expression.args[0]));
        if (expression.name === 'close') return await interpreter.streams.close(await this.#text(expression.args[0]));
        if (expression.name === 'fflush') {
          await interpreter.streams.flush();
          return 0;
        }
        break;
      case 'call': {
        const fn = interpreter.function(expression.name);
        const args: Expression[] = [];
        for (const arg of expression.args) args.push(this.#blocking.expression(arg) ? constant(await this.#value(arg)) : arg);
        const frame = interpreter.bind(fn, args, (arg) => interpreter.evaluate(arg));
        const outer = interpreter.frame;
        interpreter.frame = frame;
        this.#returned = undefined;
        try {
          await this.#execute(fn.body);
          return this.#returned;
        } finally {
          interpreter.frame = outer;
          this.#returned = undefined;
        }
      }
      default:
    }
    const children: Expression[] = [];
    for (const child of childrenOf(expression)) children.push(this.#blocking.expression(child) ? constant(await this.#value(child)) : child);
    return interpreter.evaluate(withChildren(expression, children, children));
  }

  async #text(expression: Expression | undefined): Promise<string> {
    return expression ? toText(await this.#value(expression), this.interpreter.convfmt) : '';
  }

  async #getline(expression: Extract<Expression, { kind: 'getline' }>): Promise<number> {
    const { interpreter } = this;
    let record: string | undefined;
    if (expression.source === 'main') {
      record = await this.#nextRecord();
    } else {
      const reader = await interpreter.streams.input(expression.source, await this.#text(expression.from));
      if (!reader) return -1;
      record = await reader.next(interpreter.text('RS'));
      if (record !== undefined && expression.source === 'command') interpreter.set('NR', toNumber(interpreter.get('NR')) + 1);
    }
    if (record === undefined) return 0;
    if (expression.target) interpreter.assign(expression.target, fromInput(record));
    else interpreter.record.set(record);
    return 1;
  }

  #printed(statement: Extract<Statement, { kind: 'print' | 'printf' }>, values: readonly Scalar[]): string {
    const { interpreter } = this;
    if (statement.kind === 'printf') return this.#formatted(statement, values);
    if (values.length === 0) return interpreter.record.text + interpreter.text('ORS');
    const ofmt = interpreter.text('OFMT');
    const text = values.length === 1 ? toText(values[0], ofmt) : values.map((value) => (typeof value === 'number' ? numberText(value, ofmt) : toText(value, ofmt))).join(interpreter.text('OFS'));
    return text + interpreter.text('ORS');
  }

  #formatted(statement: Extract<Statement, { kind: 'print' | 'printf' }>, values: readonly Scalar[]): string {
    const { convfmt } = this.interpreter;
    try {
      return awkPrintf('printf', toText(values[0], convfmt), values.slice(1), convfmt);
    } catch (error) {
      if (error instanceof PrintfError && !statement.redirect) this.#tool.out.write(outputText(error.done));
      throw error;
    }
  }

  /** Runs a statement that may block. */
  async #execute(statement: Statement): Promise<Flow> {
    if (!this.#blocking.statement(statement)) return this.#performLong(statement);
    const { interpreter } = this;
    switch (statement.kind) {
      case 'block':
        for (const inner of statement.body) {
          const flow = await this.#execute(inner);
          if (flow !== 'on') return flow;
        }
        return 'on';
      case 'expression': await this.#value(statement.value); return 'on';
      case 'print': case 'printf': {
        const values: Scalar[] = [];
        for (const arg of statement.args) values.push(await this.#value(arg));
        const text = this.#printed(statement, values);
        if (!statement.redirect || !statement.to) {
          this.#tool.out.write(outputText(text));
          return 'on';
        }
        const name = await this.#text(statement.to);
        try {
          const output = await interpreter.streams.output(statement.redirect, name);
          if (output.write(outputText(text))) await output.flush();
        } catch (error) {
          throw new AwkRuntimeError(`cannot open "${name}" for output (${reason(error)})`.replace(' for output', statement.redirect === '|' ? '' : ' for output'));
        }
        return 'on';
      }
      case 'if':
        if (isTrue(await this.#value(statement.test))) return await this.#execute(statement.yes);
        return statement.no ? await this.#execute(statement.no) : 'on';
      case 'while': case 'do': {
        let first = statement.kind === 'do';
        while (first || isTrue(await this.#value(statement.test))) {
          first = false;
          const flow = await this.#execute(statement.body);
          if (flow === 'break') break;
          if (flow !== 'on' && flow !== 'continue') return flow;
          await this.#tool.process.checkpoint();
        }
        return 'on';
      }
      case 'for':
        if (statement.start) await this.#execute(statement.start);
        while (!statement.test || isTrue(await this.#value(statement.test))) {
          const flow = await this.#execute(statement.body);
          if (flow === 'break') break;
          if (flow !== 'on' && flow !== 'continue') return flow;
          if (statement.step) await this.#execute(statement.step);
          await this.#tool.process.checkpoint();
        }
        return 'on';
      case 'forIn':
        for (const key of [...interpreter.array(statement.array).keys()]) {
          interpreter.set(statement.name, fromInput(key));
          const flow = await this.#execute(statement.body);
          if (flow === 'break') break;
          if (flow !== 'on' && flow !== 'continue') return flow;
        }
        return 'on';
      case 'exit':
        this.#status = statement.value ? Math.trunc(toNumber(await this.#value(statement.value))) & 255 : this.#status;
        return 'exit';
      case 'return':
        this.#returned = statement.value ? await this.#value(statement.value) : undefined;
        return 'return';
      default: return this.#perform(statement);
    }
  }

  /** A statement that does not block may still compute for long. */
  async #performLong(statement: Statement): Promise<Flow> {
    if (statement.kind === 'block') {
      for (const inner of statement.body) {
        const flow = await this.#performLong(inner);
        if (flow !== 'on') return flow;
      }
      return 'on';
    }
    if (statement.kind === 'while' || statement.kind === 'for') {
      if (statement.kind === 'for' && statement.start) this.#perform(statement.start);
      while (!statement.test || isTrue(this.interpreter.evaluate(statement.test))) {
        const flow = this.#perform(statement.body);
        if (flow === 'break') break;
        if (flow !== 'on' && flow !== 'continue') return flow;
        if (statement.kind === 'for' && statement.step) this.#perform(statement.step);
        if (++this.#steps % 1000 === 0) {
          await this.#tool.process.checkpoint();
          if (this.#tool.out.write('')) await this.#tool.out.flush();
        }
      }
      return 'on';
    }
    return this.#perform(statement);
  }

  /** Runs a statement that does not block. */
  #perform(statement: Statement): Flow {
    const { interpreter } = this;
    switch (statement.kind) {
      case 'block':
        for (const inner of statement.body) {
          const flow = this.#perform(inner);
          if (flow !== 'on') return flow;
        }
        return 'on';
      case 'expression': interpreter.evaluate(statement.value); return 'on';
      case 'print': case 'printf':
        this.#tool.out.write(outputText(this.#printed(statement, statement.args.map((arg) => interpreter.evaluate(arg)))));
        return 'on';
      case 'if':
        if (isTrue(interpreter.evaluate(statement.test))) return this.#perform(statement.yes);
        return statement.no ? this.#perform(statement.no) : 'on';
      case 'while': case 'do': {
        let first = statement.kind === 'do';
        while (first || isTrue(interpreter.evaluate(statement.test))) {
          first = false;
          const flow = this.#perform(statement.body);
          if (flow === 'break') break;
          if (flow !== 'on' && flow !== 'continue') return flow;
        }
        return 'on';
      }
      case 'for':
        if (statement.start) this.#perform(statement.start);
        while (!statement.test || isTrue(interpreter.evaluate(statement.test))) {
          const flow = this.#perform(statement.body);
          if (flow === 'break') break;
          if (flow !== 'on' && flow !== 'continue') return flow;
          if (statement.step) this.#perform(statement.step);
        }
        return 'on';
      case 'forIn':
        for (const key of [...interpreter.array(statement.array).keys()]) {
          interpreter.set(statement.name, fromInput(key));
          const flow = this.#perform(statement.body);
          if (flow === 'break') break;
          if (flow !== 'on' && flow !== 'continue') return flow;
        }
        return 'on';
      case 'delete':
        if (statement.keys) interpreter.array(statement.name).delete(interpreter.key(statement.keys));
        else interpreter.array(statement.name).clear();
        return 'on';
      case 'exit':
        if (statement.value) this.#status = Math.trunc(toNumber(interpreter.evaluate(statement.value))) & 255;
        return 'exit';
      case 'return':
        this.#returned = statement.value ? interpreter.evaluate(statement.value) : undefined;
        return 'return';
      default: return statement.kind;
    }
  }
}
