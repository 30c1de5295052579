import type { AssocArray } from './assoc-array.ts';
import { IndexedArray } from './indexed-array.ts';

/** What reading and assigning do for a variable that the shell computes: `RANDOM`, `SECONDS`, `LINENO` … */
export interface DynamicValue {
  get(): string | undefined;
  set?(value: string): void;
  /** For computed arrays such as `FUNCNAME`. */
  array?(): IndexedArray;
}

/** A shell variable: its value (scalar, indexed or associative; none of them: declared only) and attributes. */
export class Variable {
  value: string | undefined;
  indexed: IndexedArray | undefined;
  assoc: AssocArray | undefined;
  exported = false;
  readonly = false;
  integer = false;
  lower = false;
  upper = false;
  capitalize = false;
  nameref = false;
  /** An array that was assigned `()`, unlike one only declared. */
  assigned = false;
  trace = false;
  /** Given to a command by an assignment before it. */
  temporary = false;
  dynamic: DynamicValue | undefined;

  constructor(value?: string) {
    this.value = value;
  }

  get isArray(): boolean {
    return this.indexed !== undefined || this.assoc !== undefined;
  }

  /** The value that `$name` gives: for arrays the element 0. */
  get scalar(): string | undefined {
    if (this.indexed) return this.indexed.get(0);
    if (this.assoc) return this.assoc.get('0');
    if (this.dynamic) return this.dynamic.array ? this.dynamic.array().get(0) : this.dynamic.get();
    return this.value;
  }

  /** The array as it is now, also of a computed one. */
  get elements(): IndexedArray | undefined {
    return this.indexed ?? this.dynamic?.array?.();
  }

  /** Whether anything was assigned. */
  get isSet(): boolean {
    if (this.dynamic) return true;
    return this.value !== undefined || (this.indexed?.size ?? 0) > 0 || (this.assoc?.size ?? 0) > 0;
  }

  /** Turns a scalar into an indexed array whose element 0 it is. */
  toIndexed(): IndexedArray {
    if (!this.indexed) {
      this.indexed = new IndexedArray();
      if (this.value !== undefined) this.indexed.set(0, this.value);
      this.value = undefined;
    }
    return this.indexed;
  }

  /** Letters of `declare -p` and `${x@a}`. */
  get flags(): string {
    return (this.indexed || this.dynamic?.array ? 'a' : '') + (this.assoc ? 'A' : '') + (this.capitalize ? 'c' : '') + (this.integer ? 'i' : '') + (this.lower ? 'l' : '') +
      (this.nameref ? 'n' : '') + (this.readonly ? 'r' : '') + (this.trace ? 't' : '') + (this.upper ? 'u' : '') + (this.exported ? 'x' : '');
  }

  clone(): Variable {
    const copy = new Variable(this.value);
    copy.indexed = this.indexed?.clone();
    copy.assoc = this.assoc?.clone();
    copy.copyAttributes(this);
    return copy;
  }

  copyAttributes(from: Variable): void {
    this.exported = from.exported;
    this.readonly = from.readonly;
    this.integer = from.integer;
    this.lower = from.lower;
    this.upper = from.upper;
    this.capitalize = from.capitalize;
    this.nameref = from.nameref;
    this.trace = from.trace;
    this.assigned = from.assigned;
    this.temporary = from.temporary;
  }
}
