import type { GoFunction, GoValue } from '../value.ts';
import { builtins } from './builtins.ts';
import { executeTemplate } from './exec.ts';
import type { List } from './node.ts';
import { parseTemplate } from './parser.ts';

/** A parsed template of Go's text/template. */
export class GoTemplate {
  readonly #name: string;
  readonly #text: string;
  readonly #root: List;
  readonly #defined: ReadonlyMap<string, List>;
  readonly #functions: Readonly<Record<string, GoFunction>>;

  /** Parses `text`; `functions` add to Go's own. Throws TemplateError. */
  constructor(text: string, functions: Readonly<Record<string, GoFunction>> = {}, name = '') {
    const all = { ...builtins, ...functions };
    const { root, defined } = parseTemplate(name, text, (candidate) => Object.hasOwn(all, candidate));
    this.#name = name;
    this.#text = text;
    this.#root = root;
    this.#defined = defined;
    this.#functions = all;
  }

  /** The output over `data`. Throws TemplateError. `functions` stand in for those of the same name; `missingKeyError` as Go's option `missingkey=error`. */
  execute(data: GoValue, options: { functions?: Readonly<Record<string, GoFunction>>; missingKeyError?: boolean } = {}): string {
    let out = '';
    this.executeTo(data, (text) => (out += text), options);
    return out;
  }

  /** As `execute`, with the output in pieces, so that what came before an error is seen. */
  executeTo(data: GoValue, write: (text: string) => void, options: { functions?: Readonly<Record<string, GoFunction>>; missingKeyError?: boolean } = {}): void {
    const functions = options.functions ? { ...this.#functions, ...options.functions } : this.#functions;
    executeTemplate({ name: this.#name, text: this.#text, root: this.#root, defined: this.#defined, functions, missingKeyError: options.missingKeyError ?? false }, data, write);
  }
}
