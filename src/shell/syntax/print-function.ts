import type { AndOr, CommandNode, CompoundList, HereDoc, PipelineNode, Redirection, Statement, TestExpression } from 'unbash';
import type { ShellFunction } from '../state/shell.ts';

/** A function as `declare -f` prints it. */
export function printFunction(own: ShellFunction): string {
  return new FunctionPrinter(own.unit.text).print(own);
}

/** A command as `jobs` shows it. */
export function printCommand(node: Statement['command'], source: string): string {
  return new FunctionPrinter(source).command(node);
}

const step = 4;

class FunctionPrinter {
  readonly #source: string;
  #documents: HereDoc[] = [];
  #inFunction = false;

  constructor(source: string) {
    this.#source = source;
  }

  print(own: ShellFunction): string {
    const { body } = own;
    this.#inFunction = true;
    const redirected = body.type === 'Redirected' ? body : undefined;
    const compound = redirected ? redirected.command : body;
    const inner = compound.type === 'BraceGroup' ? this.#list(compound.body, step) : compound.type === 'CompoundList' ? this.#list(compound, step) : `${' '.repeat(step)}${this.#node(compound, step)}`;
    const tail = redirected ? ` ${redirected.redirects.map((one) => this.#redirect(one)).join(' ')}` : '';
    return `${own.name} () \n{ \n${inner}\n}${tail}`;
  }

  command(node: Statement['command']): string {
    return node.type === 'BraceGroup' ? `{ ${this.#inline(node.body, 0)} }` : this.#node(node, 0);
  }

  #text(node: { pos: number; end: number }): string {
    return this.#source.slice(node.pos, node.end);
  }

  /** A list that ends as it must before a reserved word. */
  #closed(list: CompoundList, indent: number): string {
    return this.#list(list, indent) + (list.commands[list.commands.length - 1]?.background ? '' : ';');
  }

  #list(list: CompoundList, indent: number): string {
    const pad = ' '.repeat(indent);
    let out = '';
    list.commands.forEach((statement, index) => {
      const last = index === list.commands.length - 1;
      out += (list.commands[index - 1]?.background ? '' : pad) + this.#node(statement.command, indent);
      const documents = this.#takeDocuments();
      if (statement.background) out += ' &' + documents + (last ? '' : ' ');
      else if (documents !== '') out += documents + (last ? '' : '\n');
      else out += last ? '' : ';\n';
    });
    return out;
  }

  #takeDocuments(): string {
    const text = this.#documents.map((document) => `\n${document.body.text}${document.delimiter?.value ?? ''}\n`).join('');
    this.#documents = [];
    return text;
  }

  /** A list within a line; in a function each command still gets its own. */
  #inline(list: CompoundList, indent: number): string {
    const separator = this.#inFunction ? `;\n${' '.repeat(indent)}` : '; ';
    return list.commands.map((statement: Statement, index) => {
      const text = this.#node(statement.command, indent);
      const last = index === list.commands.length - 1;
      return statement.background ? `${text} &${last ? '' : ' '}` : last ? `${text};` : text + separator;
    }).join('');
  }

  #redirects(redirections: readonly Redirection[]): string {
    return redirections.map((one) => ` ${this.#redirect(one)}`).join('');
  }

  #redirect(one: Redirection): string {
    const descriptor = one.descriptor?.type === 'FileDescriptor' ? String(one.descriptor.value) : one.descriptor ? `{${one.descriptor.name}}` : '';
    if (one.type === 'HereDoc') {
      this.#documents.push(one);
      return `${descriptor}${one.operator}${one.delimiter?.text ?? ''}`;
    }
    const target = one.target?.text ?? '';
    if (one.operator === '>&' || one.operator === '<&') {
      const fallback = one.operator === '>&' ? '1' : '0';
      return /^\d+-?$|^-$/.test(target) || descriptor !== '' ? `${descriptor || fallback}${one.operator}${target}` : `&> ${target}`;
    }
    return `${descriptor}${one.operator} ${target}`;
  }

  #node(node: PipelineNode | AndOr | CommandNode | CompoundList, indent: number): string {
    const pad = ' '.repeat(indent);
    switch (node.type) {
      case 'Command': {
        const words = [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix];
        const plain = words.filter((word) => word.type === 'Word' || word.type === 'Assignment').map((word) => this.#text(word)).join(' ');
        const redirects = node.redirects.map((one) => this.#redirect(one)).join(' ');
        return plain === '' ? redirects : redirects === '' ? plain : `${plain} ${redirects}`;
      }
      case 'AndOr':
        return node.commands.map((command, index) => (index === 0 ? '' : ` ${node.operators[index - 1] ?? ''} `) + this.#node(command, indent)).join('');
      case 'Pipeline': {
        const prefix = node.prefixes.map((one) => (one.type === 'Negation' ? '! ' : one.posix ? 'time -p ' : 'time ')).join('');
        return prefix + node.commands.map((command, index) => (index === 0 ? '' : ` ${node.operators[index - 1] ?? '|'} `) + this.#node(command, indent)).join('');
      }
      case 'Redirected':
        return this.#node(node.command, indent) + this.#redirects(node.redirects);
      case 'CompoundList':
        return this.#inline(node, indent);
      case 'BraceGroup':
        return `{ \n${this.#list(node.body, indent + step)}\n${pad}}`;
      case 'Subshell':
        return `( ${this.#inline(node.body, indent).replace(/;$/, '')} )`;
      case 'If': {
        let out = `if ${this.#inline(node.clause, indent)} then\n${this.#closed(node.then, indent + step)}\n`;
        let depth = indent;
        for (const branch of node.elif) {
          out += `${' '.repeat(depth)}else\n${' '.repeat(depth + step)}if ${this.#inline(branch.clause, depth + step)} then\n${this.#closed(branch.then, depth + 2 * step)}\n`;
          depth += step;
        }
        if (node.else) out += `${' '.repeat(depth)}else\n${this.#closed(node.else, depth + step)}\n`;
        for (; depth > indent; depth -= step) out += `${' '.repeat(depth)}fi;\n`;
        return `${out}${pad}fi`;
      }
      case 'While':
        return `${node.kind} ${this.#inline(node.clause, indent)} do\n${this.#closed(node.body, indent + step)}\n${pad}done`;
      case 'For': {
        const words = node.wordlist ? node.wordlist.map((word) => this.#text(word)).join(' ') : '"$@"';
        return `for ${node.name.text} in ${words};\n${pad}do\n${this.#closed(node.body, indent + step)}\n${pad}done`;
      }
      case 'Select': {
        const words = node.wordlist ? node.wordlist.map((word) => this.#text(word)).join(' ') : '"$@"';
        return `select ${node.name.text} in ${words};\n${pad}do\n${this.#closed(node.body, indent + step)}\n${pad}done`;
      }
      case 'ArithmeticFor': {
        const header = this.#source.slice(node.pos, node.body.pos);
        const inside = /\(\(([^]*)\)\)/.exec(header)?.[1] ?? '';
        return `for ((${inside.split(';').map((part) => part.trim()).join('; ')}))\n${pad}do\n${this.#closed(node.body, indent + step)}\n${pad}done`;
      }
      case 'Case': {
        const items = node.items.map((item) => {
          const patterns = item.pattern.map((word) => this.#text(word)).join(' | ');
          const body = item.body.commands.length > 0 ? `${this.#list(item.body, indent + 2 * step)}\n` : `${' '.repeat(indent + 2 * step)}\n`;
          return `${' '.repeat(indent + step)}${patterns})\n${body}${' '.repeat(indent + step)}${item.terminator ?? ';;'}\n`;
        }).join('');
        return `case ${this.#text(node.word)} in \n${items}${pad}esac`;
      }
      case 'Function': {
        const { body } = node;
        const compound = body.type === 'Redirected' ? body.command : body;
        const inner = compound.type === 'BraceGroup' ? this.#list(compound.body, indent + step) : `${' '.repeat(indent + step)}${this.#node(compound, indent + step)}`;
        return `function ${node.name.text} () \n${pad}{ \n${inner}\n${pad}}${body.type === 'Redirected' ? this.#redirects(body.redirects) : ''}`;
      }
      case 'TestCommand':
        return `[[ ${this.#test(node.expression)} ]]`;
      case 'ArithmeticCommand':
        return `((${node.body}))`;
      case 'Coproc':
        return `coproc ${node.name?.text ?? 'COPROC'} ${this.#node(node.body, indent)}`;
    }
  }

  #test(test: TestExpression): string {
    switch (test.type) {
      case 'TestUnary': return `${test.operator} ${this.#text(test.operand)}`;
      case 'TestBinary': return `${this.#text(test.left)} ${test.operator} ${this.#text(test.right)}`;
      case 'TestLogical': return test.operands.map((one) => this.#test(one)).join(` ${test.operator} `);
      case 'TestNot': return `${'! '.repeat(test.negations.length)}${this.#test(test.operand)}`;
      case 'TestGroup': return `( ${this.#test(test.expression)} )`;
    }
  }
}
