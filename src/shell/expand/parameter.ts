import { parseReference } from '../state/reference.ts';
import { ShellFailure } from '../state/control.ts';
import { chain, type Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';
import { textLength } from '../text/byte-string.ts';
import { compileWordText } from '../syntax/compile-word.ts';
import type { Operation, Parameter, Part } from '../syntax/word.ts';
import { evaluateExpression, indexIn } from './arithmetic.ts';
import { FieldBuilder } from './field-builder.ts';
import { changeCase, removeAffix, replaceMatches, sliceList, sliceString } from './parameter-operation.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { fromLocale, inLocale } from './locale.ts';
import { specialParameter } from './special-parameter.ts';
import { expandTilde } from './tilde.ts';
import { transformList, transformValue } from './transform.ts';

/** Expands parts into a builder; given as argument, because words hold parameters and parameters hold words. */
export type ExpandParts = (shell: Shell, parts: readonly Part[], builder: FieldBuilder, quoted: boolean) => Maybe<void>;

/** What a parameter holds: one value, or the list of `$@`, `$*`, `${a[@]}`, `${a[*]}`. */
type Value = { list: false; text: string | undefined } | { list: true; items: string[]; star: boolean };

/** Expands `$name` or `${…}` into the builder. */
export function expandParameter(shell: Shell, parameter: Parameter, builder: FieldBuilder, quoted: boolean, expandParts: ExpandParts): Maybe<void> {
  // The commonest form first: `$name`.
  if (!parameter.operation && !parameter.prefix && !parameter.subscript && /^[A-Za-z_]/.test(parameter.name)) {
    const text = shell.variables.text(parameter.name);
    if (text === undefined) {
      if (shell.options.has('nounset')) throw unbound(shell, parameter.name);
      if (quoted) builder.quoted('');
      const target = shell.variables.own(parameter.name)?.nameref ? shell.variables.resolve(parameter.name) : undefined;
      if (target?.subscript !== '@' && target?.subscript !== '*') return undefined;
    } else if (quoted) return builder.quoted(text);
    else return builder.expanded(text);
  }
  return new ParameterExpansion(shell, parameter, builder, quoted, expandParts).run();
}

function unbound(shell: Shell, name: string): ShellFailure {
  const { unset, fatalStatus, name: dialect } = shell.settings.dialect;
  return new ShellFailure(`${dialect === 'bash' && /^\d/.test(name) ? '$' : ''}${name}: ${unset}`, { fatal: true, status: fatalStatus });
}

class ParameterExpansion {
  readonly shell: Shell;
  readonly parameter: Parameter;
  readonly builder: FieldBuilder;
  readonly quoted: boolean;
  readonly expandParts: ExpandParts;

  constructor(shell: Shell, parameter: Parameter, builder: FieldBuilder, quoted: boolean, expandParts: ExpandParts) {
    this.shell = shell;
    this.parameter = parameter;
    this.builder = builder;
    this.quoted = quoted;
    this.expandParts = expandParts;
  }

  run(): Maybe<void> {
    const { parameter, shell } = this;
    const { operation, prefix, name } = parameter;
    const { name: dialect, substrings } = shell.settings.dialect;
    if (dialect !== 'bash' && isForeign(parameter, substrings)) throw new ShellFailure(dialect === 'dash' ? 'Bad substitution' : 'syntax error: bad substitution', { fatal: true, status: 2 });
    if (operation?.kind === 'bad') throw new ShellFailure(`${parameter.text}: bad substitution`);
    if (operation?.kind === 'names') {
      const names = shell.variables.names().filter((one) => one.startsWith(name) && (shell.variables.own(one)?.isSet || shell.variables.own(one)?.assigned));
      if (operation.operator === '*' && !this.quoted && this.builder.separator === '') return this.#addText(names.join(''));
      return this.#add({ list: true, items: names, star: operation.operator === '*' });
    }
    return chain(this.#subscript(parameter.subscript), (subscript) => {
      if (prefix === '#') return this.#length(name, subscript);
      if (prefix === '!') return this.#indirect(name, subscript);
      return this.#operate(name, subscript, name + (subscript === undefined ? '' : `[${parameter.subscriptText ?? subscript}]`));
    });
  }

  #subscript(parts: Part[] | undefined): Maybe<string | undefined> {
    if (!parts) return undefined;
    const text = this.parameter.subscriptText;
    if (text === '@' || text === '*' || text === '') return text;
    return chain(text ?? this.#text(parts), (subscript) => indexIn(this.shell, this.parameter.name, subscript));
  }

  #text(parts: readonly Part[]): Maybe<string> {
    const inner = new FieldBuilder(' \t\n', false);
    return chain(this.expandParts(this.shell, parts, inner, false), () => inner.joinedText);
  }

  #pattern(parts: readonly Part[], ignoresCase = false): Maybe<Pattern> {
    const inner = new FieldBuilder(' \t\n', false);
    const { options } = this.shell;
    return chain(this.expandParts(this.shell, parts, inner, false), () =>
      compilePattern(inLocale(this.shell, inner.joinedPattern), { extglob: options.shopt('extglob'), ignoreCase: ignoresCase && options.shopt('nocasematch') }));
  }

  #number(parts: readonly Part[]): Maybe<number> {
    return chain(this.#text(parts), (text) => chain(evaluateExpression(this.shell, text.replaceAll('"', '')), Number));
  }

  #get(name: string, subscript: string | undefined): Value {
    const { shell } = this;
    if (name === '@' || name === '*') return { list: true, items: shell.positional, star: name === '*' };
    if (subscript === undefined && !/^[A-Za-z_]/.test(name)) return { list: false, text: specialParameter(shell, name) };
    const variable = shell.variables.get(name);
    if (subscript !== undefined && shell.variables.own(name)?.nameref && shell.variables.resolve(name).subscript !== undefined) {
      return subscript === '@' || subscript === '*' ? { list: true, items: [], star: subscript === '*' } : { list: false, text: undefined };
    }
    if (subscript === undefined) {
      const target = shell.variables.own(name)?.nameref ? shell.variables.resolve(name) : undefined;
      if (target?.subscript === '@' || target?.subscript === '*') return this.#get(target.name, target.subscript);
      return { list: false, text: shell.variables.text(name) };
    }
    if (subscript === '@' || subscript === '*') {
      const own = variable?.elements ?? variable?.assoc;
      const text = variable?.scalar;
      return { list: true, items: own ? own.values() : text === undefined ? [] : [text], star: subscript === '*' };
    }
    if (subscript === '' && !variable?.assoc) throw new ShellFailure(`${this.parameter.text}: bad substitution`);
    return { list: false, text: shell.variables.element(name, subscript) };
  }

  #length(name: string, subscript: string | undefined): void {
    const value = this.#get(name, subscript);
    if (!value.list && value.text === undefined && this.shell.options.has('nounset')) throw unbound(this.shell, name);
    this.#addText(String(value.list ? value.items.length : textLength(inLocale(this.shell, value.text ?? ''))));
  }

  #indirect(name: string, subscript: string | undefined): Maybe<void> {
    const { shell, parameter } = this;
    if ((subscript === '@' || subscript === '*') && !parameter.operation) {
      const variable = shell.variables.get(name);
      const keys = variable?.elements?.keys().map(String) ?? variable?.assoc?.keys() ?? (variable?.isSet ? ['0'] : []);
      if (subscript === '*' && !this.quoted && this.builder.separator === '') return this.#addText(keys.join(' '));
      return this.#add({ list: true, items: keys, star: subscript === '*' });
    }
    const own = shell.variables.own(name);
    if (own?.nameref && subscript === undefined && !parameter.operation) return this.#addText(own.value ?? '');
    const pointer = this.#get(name, subscript);
    const target = pointer.list ? pointer.items.join(' ') : pointer.text;
    if (target === undefined || target === '') {
      if (target === undefined && (own?.isSet || own?.isArray)) return this.#operate('', undefined, name);
      if (target === undefined) throw new ShellFailure(`${name}: invalid indirect expansion`);
      throw new ShellFailure(`${target}: invalid variable name`);
    }
    if (/^(?:[@*#?$!0-]|[0-9]+)$/.test(target)) return this.#operate(target, undefined, target);
    const reference = parseReference(target);
    if (!reference) throw new ShellFailure(`${target}: invalid variable name`);
    if (reference.subscript === undefined || reference.subscript === '@' || reference.subscript === '*') return this.#operate(reference.name, reference.subscript, target);
    return chain(this.#text(compileWordText(reference.subscript).parts), (key) => this.#operate(reference.name, key, target));
  }

  #operate(name: string, subscript: string | undefined, shown: string): Maybe<void> {
    const value: Value = name === '' ? { list: false, text: undefined } : this.#get(name, subscript);
    const { operation } = this.parameter;
    if (operation?.kind === 'default') return this.#default(operation, value, name, subscript, shown);
    if (!value.list && value.text === undefined && this.shell.options.has('nounset') && !(operation?.kind === 'transform' && name === '')) throw unbound(this.shell, shown);
    if (!operation) return this.#add(value);
    switch (operation.kind) {
      case 'slice':
        if (!value.list && value.text === undefined) return this.#add(value);
        return chain(this.#number(operation.offset), (offset) => chain(operation.length && this.#number(operation.length), (length) => this.#add(this.#slice(value, name, subscript, offset, length))));
      case 'remove':
        return chain(this.#pattern(operation.pattern), (pattern) => this.#add(this.#map(value, (text) => removeAffix(text, pattern, operation.side, operation.longest))));
      case 'replace':
        return chain(this.#pattern(this.#withTilde(operation.pattern), true), (pattern) => chain(this.#replacement(operation.replacement), (replacement) =>
          this.#add(this.#map(value, (text) => replaceMatches(text, pattern, replacement, operation.operator)))));
      case 'case':
        return chain(operation.pattern && this.#pattern(operation.pattern), (pattern) => this.#add(mapValue(value, (text) => changeCase(text, operation.operator, pattern))));
      case 'transform': {
        const { operator } = operation;
        if (!/^[UuLQEPAKak]$/.test(operator)) {
          if (!value.list && value.text === undefined) return this.#add(value);
          throw new ShellFailure(`${this.parameter.text}: bad substitution`);
        }
        if (value.list) return chain(transformList(this.shell, operator, name, subscript, value.items), (items) => this.#add({ ...value, items }));
        return chain(transformValue(this.shell, operator, name, value.text), (text) => this.#add({ list: false, text }));
      }
      default:
        throw new ShellFailure(`${this.parameter.text}: bad substitution`);
    }
  }

  /** Text of a replacement, where an unquoted `&` stands for the match (`patsub_replacement`). */
  #replacement(parts: readonly Part[]): Maybe<string | ((match: string) => string)> {
    const inner = new FieldBuilder(' \t\n', false);
    return chain(this.expandParts(this.shell, markAmpersands(this.#withTilde(parts)), inner, false), () => {
      const text = inner.joinedText;
      if (!this.shell.options.shopt('patsub_replacement') || !text.includes('&')) return text.replaceAll(ampersandMark, '&');
      return (match) => text.replace(/\\([&\\])|&/g, (whole, escaped: string | undefined) => escaped ?? (whole === '&' ? match : whole)).replaceAll(ampersandMark, '&');
    });
  }

  /** What an operation makes of each text, character by character as the locale has them. */
  #map(value: Value, change: (text: string) => string): Value {
    return mapValue(value, (text) => fromLocale(change(inLocale(this.shell, text))));
  }

  #slice(value: Value, name: string, subscript: string | undefined, offset: number, length: number | undefined): Value {
    if (!value.list) return { list: false, text: value.text === undefined ? undefined : fromLocale(sliceString(inLocale(this.shell, value.text), offset, length)) };
    const positional = name === '@' || name === '*';
    const array = positional ? undefined : this.shell.variables.get(name)?.elements;
    // The offset into an associative array counts from 1, like that of `$@`.
    const assoc = !positional && this.shell.variables.get(name)?.assoc !== undefined && offset > 0;
    const items = sliceList(positional ? [this.shell.name, ...value.items] : value.items, assoc ? offset - 1 : offset, length, positional, array);
    return { list: true, items, star: subscript === '*' || name === '*' };
  }

  #default(operation: Operation & { kind: 'default' }, value: Value, name: string, subscript: string | undefined, shown: string): Maybe<void> {
    const separator = value.list && value.star && this.quoted ? this.builder.separator : ' ';
    const empty = value.list ? value.items.length === 0 || (operation.colon && value.items.join(separator) === '') : value.text === undefined || (operation.colon && value.text === '');
    if (operation.operator === '+') {
      if (!empty) return this.#operand(operation.operand);
      return this.quoted && !(value.list && !value.star) ? this.builder.quoted('') : undefined;
    }
    if (!empty) return this.#add(value);
    switch (operation.operator) {
      case '-':
        return this.#operand(operation.operand);
      case '=':
        if (!/^[A-Za-z_]/.test(name)) throw new ShellFailure(`$${name}: cannot assign in this way`);
        return chain(this.#text(operation.operand), (text) => {
          if (subscript === undefined) this.shell.variables.assign(name, text);
          else this.shell.variables.assignElement(name, subscript, text);
          this.#addText(subscript === undefined ? (this.shell.variables.text(name) ?? '') : text);
        });
      default:
        return chain(this.#text(operation.operand), (text) => {
          throw new ShellFailure(`${shown}: ${text === '' ? (operation.colon ? 'parameter null or not set' : 'parameter not set') : text}`, { fatal: true, status: 127 });
        });
    }
  }

  #operand(parts: readonly Part[]): Maybe<void> {
    if (this.quoted) {
      if (parts.length === 0) this.builder.quoted('');
      return this.expandParts(this.shell, parts, this.builder, true);
    }
    // Unquoted text of the operand is split as an expansion's result is.
    return this.expandParts(this.shell, this.#withTilde(parts).flatMap(splitLiteral), this.builder, false);
  }

  /** A tilde prefix at the start of an operand counts. */
  #withTilde(parts: readonly Part[]): readonly Part[] {
    const [first, ...rest] = parts;
    if (first?.kind !== 'literal' || !first.text.startsWith('~')) return parts;
    const out: Part[] = [];
    let at = 0;
    // In an assignment those after colons count too.
    for (const match of first.text.matchAll(this.builder.splits ? /^~[^/:]*/g : /(?<=^|:)~[^/:]*/g)) {
      const end = match.index + match[0].length;
      const home = end === first.text.length && rest.length > 0 ? undefined : expandTilde(this.shell, match[0].slice(1));
      if (home === undefined) continue;
      out.push({ kind: 'literal', text: first.text.slice(at, match.index) }, { kind: 'quoted', text: home });
      at = end;
    }
    return [...out, { kind: 'literal', text: first.text.slice(at) }, ...rest];
  }

  #addText(text: string): void {
    if (this.quoted) this.builder.quoted(text);
    else this.builder.expanded(text);
  }

  #add(value: Value): void {
    const { builder, quoted } = this;
    if (!value.list) {
      if (value.text === undefined && !quoted) return;
      this.#addText(value.text ?? '');
      return;
    }
    const { items, star } = value;
    if (quoted && star) {
      builder.quoted(items.join(builder.separator));
      return;
    }
    if (!builder.splits) {
      this.#addText(items.join(star ? builder.separator : ' '));
      return;
    }
    // Without quotes empty items are lost, unless IFS begins with what is no blank: then each is a field as between two separators.
    if (!quoted && builder.separator.trim() !== '') {
      builder.expanded(items.join(builder.separator));
      return;
    }
    items.forEach((item, index) => {
      if (index > 0) builder.breakField();
      if (quoted) builder.quoted(item);
      else builder.expanded(item);
    });
  }
}

/** What ash and dash do not know; `substrings`: slices and replacements they do. */
function isForeign({ prefix, operation }: Parameter, substrings: boolean): boolean {
  switch (operation?.kind) {
    case 'slice':
    case 'replace': return !substrings;
    case 'case':
    case 'transform':
    case 'names': return true;
    default: return prefix === '!';
  }
}

const ampersandMark = '\udfff';

/** Quoted ampersands of a replacement are marked, so that only the unquoted stand for the match. */
function markAmpersands(parts: readonly Part[]): Part[] {
  return parts.map((part) => {
    if (part.kind === 'quoted') return { kind: 'quoted', text: part.text.replaceAll('&', ampersandMark) };
    if (part.kind === 'double') return { kind: 'double', parts: markAmpersands(part.parts) };
    return part;
  });
}

function splitLiteral(part: Part): Part[] {
  if (part.kind !== 'literal') return [part];
  return [{ kind: 'splittable', text: part.text }];
}

function mapValue(value: Value, change: (text: string) => string): Value {
  if (value.list) return { ...value, items: value.items.map(change) };
  return { list: false, text: value.text === undefined ? undefined : change(value.text) };
}
