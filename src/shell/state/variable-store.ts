import { IndexedArray } from './indexed-array.ts';
import { AssocArray } from './assoc-array.ts';
import { ShellFailure } from './control.ts';
import { cloneFrame, type Frame } from './frame.ts';
import { parseReference, type Reference } from './reference.ts';
import { type DynamicValue, Variable } from './variable.ts';

/** Evaluates arithmetic for integer variables and subscripts. */
export type Calculate = (text: string) => number;

/**
 * All variables, dynamically scoped. The table always holds the visible ones; a frame keeps what its locals hide, so that
 * a look-up costs the same at any depth.
 */
export class VariableStore {
  #table = new Map<string, Variable>();
  #frames: Frame[] = [];
  #environment: Record<string, string> | undefined;
  calculate: Calculate = () => 0;
  /** Where a name stands in the environment; absent: as they were made. */
  environmentOrder: ((name: string) => number) | undefined;
  /** Expands the subscript in a nameref's target. */
  expandKey: (text: string) => string = (text) => text;
  /** Called with a name after it was assigned or unset; for `PATH`, `LC_ALL`, `HISTSIZE` … */
  onChange: (name: string) => void = () => {};
  warn: (message: string) => void = () => {};

  /** The variable of that very name, namerefs not followed. */
  own(name: string): Variable | undefined {
    return this.#table.get(name);
  }

  /** Follows namerefs; the result's name may be another, and may carry a subscript. */
  resolve(name: string): Reference {
    let current: Reference = { name, subscript: undefined };
    for (let depth = 0; depth < 10; depth++) {
      const variable = this.#table.get(current.name);
      if (!variable?.nameref || !variable.value) return current;
      const target = parseReference(variable.value);
      if (!target) return current;
      if (target.name === current.name) {
        const outer = this.#hidden(current.name);
        this.warn(`warning: ${name}: circular name reference`);
        return outer ? current : { name: '', subscript: undefined };
      }
      current = target;
      if (target.subscript !== undefined) return { name: target.name, subscript: this.expandKey(target.subscript) };
    }
    this.warn(`warning: ${name}: circular name reference`);
    return { name: '', subscript: undefined };
  }

  #hidden(name: string): Variable | undefined {
    for (let index = this.#frames.length - 1; index >= 0; index--) {
      const saved = this.#frames[index]?.saved.get(name);
      if (saved) return saved;
    }
    return undefined;
  }

  /** The variable that `name` means, namerefs followed. */
  get(name: string): Variable | undefined {
    const variable = this.#table.get(name);
    return variable?.nameref ? this.#table.get(this.resolve(name).name) : variable;
  }

  /** Value of `$name`; undefined when unset. */
  text(name: string): string | undefined {
    const variable = this.#table.get(name);
    if (!variable?.nameref) return variable?.scalar;
    const target = this.resolve(name);
    if (target.subscript === '@' || target.subscript === '*') return undefined;
    return target.subscript === undefined ? this.#table.get(target.name)?.scalar : this.element(target.name, target.subscript);
  }

  /** Key of a subscript in the variable: arithmetic for indexed arrays (negative: from the end), the text itself for associative ones. */
  key(variable: Variable | undefined, subscript: string, name: string): number | string {
    if (variable?.assoc) return subscript;
    const index = this.calculate(subscript);
    if (index >= 0) return index;
    const fromEnd = index + ((variable?.elements?.last ?? (variable?.isSet ? 0 : -1)) + 1);
    if (fromEnd < 0) throw new ShellFailure(`${name}[${subscript}]: bad array subscript`);
    return fromEnd;
  }

  /** Value of `${name[subscript]}`. */
  element(name: string, subscript: string): string | undefined {
    const variable = this.get(name);
    if (!variable) {
      if (subscript !== '') this.calculate(subscript);
      return undefined;
    }
    if (variable.assoc) return variable.assoc.get(subscript);
    const index = this.calculate(subscript);
    const elements = variable.elements;
    const key = index < 0 ? index + ((elements?.last ?? 0) + 1) : index;
    if (key < 0) {
      this.warn(`${name}: bad array subscript`);
      return undefined;
    }
    return elements ? elements.get(key) : key === 0 ? variable.scalar : undefined;
  }

  /** The variable to assign to, made when it does not exist. */
  obtain(name: string): Variable {
    let variable = this.#table.get(name);
    if (!variable) {
      variable = new Variable();
      this.#table.set(name, variable);
    }
    return variable;
  }

  /** Puts the variable there as it is. */
  install(name: string, variable: Variable): void {
    this.#table.set(name, variable);
    this.#environment = undefined;
  }

  /** Takes a variable away, whatever it is. */
  remove = (name: string): boolean => this.#table.delete(name);

  define(name: string, dynamic: DynamicValue): Variable {
    const variable = new Variable();
    variable.dynamic = dynamic;
    this.#table.set(name, variable);
    return variable;
  }

  /** Value after the attributes (integer, case) were applied; `old` is what `+=` extends. */
  convert(variable: Variable, value: string, old?: string): string {
    if (variable.integer) {
      const sum = this.calculate(value === '' ? '0' : value);
      return String(old === undefined ? sum : this.calculate(`(${old === '' ? '0' : old})+(${sum})`));
    }
    const joined = old === undefined ? value : old + value;
    if (variable.lower) return joined.toLowerCase();
    if (variable.upper) return joined.toUpperCase();
    if (variable.capitalize) return joined.slice(0, 1).toUpperCase() + joined.slice(1).toLowerCase();
    return joined;
  }

  /** `name=value`, or `name+=value`; namerefs followed. Throws ShellFailure for a readonly variable. */
  assign(name: string, value: string, append = false): void {
    const target = this.#table.get(name)?.nameref ? this.#assignable(name, value) : undefined;
    if (target === null) return;
    if (target?.subscript !== undefined) return this.assignElement(target.name, target.subscript, value, append);
    const own = target?.name ?? name;
    const variable = this.obtain(own);
    this.refuseReadonly(own, variable);
    if (variable.indexed) variable.indexed.set(0, this.convert(variable, value, append ? (variable.indexed.get(0) ?? '') : undefined));
    else if (variable.assoc) variable.assoc.set('0', this.convert(variable, value, append ? (variable.assoc.get('0') ?? '') : undefined));
    else if (variable.dynamic) {
      if (variable.dynamic.set) variable.dynamic.set(append ? `${variable.dynamic.get() ?? ''}${value}` : value);
    } else variable.value = this.convert(variable, value, append ? (variable.value ?? '') : undefined);
    if (variable.exported) this.#environment = undefined;
    this.onChange(own);
  }

  #assignable(name: string, value: string): Reference | null {
    const variable = this.#table.get(name);
    if (variable && !variable.value) {
      // A nameref without a target takes the value as its target.
      if (!parseReference(value)) throw new ShellFailure(`\`${value}': not a valid identifier`);
      variable.value = value;
      return null;
    }
    const target = this.resolve(name);
    if (target.name === '') throw new ShellFailure(`${name}: circular name reference`);
    return target;
  }

  /** `name[subscript]=value`. */
  assignElement(name: string, subscript: string, value: string, append = false): void {
    const reference: Reference = this.#table.get(name)?.nameref ? this.resolve(name) : { name, subscript: undefined };
    if (reference.subscript !== undefined) throw new ShellFailure(`\`${this.#table.get(name)?.value ?? ''}': not a valid identifier`);
    const target = reference.name;
    const variable = this.obtain(target);
    this.refuseReadonly(target, variable);
    if (variable.assoc) {
      variable.assoc.set(subscript, this.convert(variable, value, append ? (variable.assoc.get(subscript) ?? '') : undefined));
    } else {
      const key = Number(this.key(variable, subscript, target));
      const array = variable.toIndexed();
      array.set(key, this.convert(variable, value, append ? (array.get(key) ?? '') : undefined));
    }
    this.onChange(target);
  }

  /** Replaces the variable's value by an indexed array. */
  assignArray(name: string, values: Iterable<string>): void {
    const target = this.resolve(name).name || name;
    const variable = this.obtain(target);
    this.refuseReadonly(target, variable);
    variable.value = undefined;
    variable.assoc = undefined;
    variable.dynamic = undefined;
    variable.indexed = IndexedArray.from(values);
    this.onChange(target);
  }

  refuseReadonly(name: string, variable: Variable): void {
    if (variable.readonly) throw new ShellFailure(`${name}: readonly variable`);
  }

  /** Makes the variable an array of that kind, keeping its value. */
  makeArray(variable: Variable, kind: 'indexed' | 'assoc'): void {
    if (kind === 'indexed') variable.toIndexed();
    else if (!variable.assoc) {
      variable.assoc = new AssocArray();
      if (variable.value !== undefined) variable.assoc.set('0', variable.value);
      variable.value = undefined;
    }
  }

  setExported(name: string, exported: boolean): void {
    const target = this.resolve(name).name || name;
    this.obtain(target).exported = exported;
    this.#environment = undefined;
  }

  /** `unset name`: a local of the running function stays local, without a value; one of a caller uncovers what it hid. */
  unset(name: string): void {
    const variable = this.#table.get(name);
    if (!variable) return;
    if (variable.readonly) throw new ShellFailure(`${name}: cannot unset: readonly variable`);
    this.#environment = undefined;
    for (let index = this.#frames.length - 1; index >= 0; index--) {
      const frame = this.#frames[index];
      if (!frame?.saved.has(name)) continue;
      const current = this.#functionFrame();
      if (!(index === current && variable.temporary) && (index === current || (index > current && frame.locals?.has(name)))) {
        this.#table.delete(name);
      } else {
        this.#restore(name, frame.saved.get(name));
        frame.saved.delete(name);
      }
      this.onChange(name);
      return;
    }
    this.#table.delete(name);
    this.onChange(name);
  }

  #functionFrame(): number {
    for (let index = this.#frames.length - 1; index >= 0; index--) if (this.#frames[index]?.kind === 'function') return index;
    return -1;
  }

  #restore(name: string, saved: Variable | undefined): void {
    if (saved) this.#table.set(name, saved);
    else this.#table.delete(name);
  }

  push(kind: Frame['kind']): void {
    this.#frames.push({ kind, saved: new Map(), adopted: false, locals: undefined });
  }

  /** A function begins. `adopt`: the frame of the assignments before its call becomes its own. */
  pushFunction(adopt: boolean): void {
    const top = this.#frames[this.#frames.length - 1];
    if (!adopt || top?.kind !== 'temporary') return this.push('function');
    top.kind = 'function';
    top.adopted = true;
  }

  pop(): void {
    const top = this.#frames[this.#frames.length - 1];
    if (top?.adopted) {
      // The assignments end with the command, after the function.
      top.adopted = false;
      top.kind = 'temporary';
      return;
    }
    const frame = this.#frames.pop();
    if (!frame || frame.saved.size === 0) return;
    for (const [name, saved] of frame.saved) {
      this.#restore(name, saved);
      this.onChange(name);
    }
    this.#environment = undefined;
  }

  get inFunction(): boolean {
    return this.#functionFrame() >= 0;
  }

  /** Whether `name` is a local of the running function. */
  isLocal(name: string): boolean {
    const index = this.#functionFrame();
    return index >= 0 && (this.#frames[index]?.saved.has(name) ?? false);
  }

  /** A local of the running function: the existing one or a fresh one. A variable given to the function as assignment before it stays visible as its value. */
  makeLocal(name: string, inherit = false): Variable {
    const index = this.#functionFrame();
    const frame = this.#frames[index];
    if (!frame) throw new Error('no function frame');
    const current = this.#table.get(name);
    for (let above = this.#frames.length - 1; above > index; above--) {
      const holder = this.#frames[above];
      if (!holder?.saved.has(name)) continue;
      (holder.locals ??= new Set()).add(name);
      return this.obtain(name);
    }
    if (frame.saved.has(name)) {
      const own = this.obtain(name);
      own.temporary = false;
      return own;
    }
    if (current?.readonly) throw new ShellFailure(`${name}: readonly variable`);
    frame.saved.set(name, current);
    // What was given by an assignment before a command, however far out, lends its value.
    const given = current?.temporary ?? false;
    const variable = inherit && current ? current.clone() : new Variable(given ? current?.value : undefined);
    variable.temporary = false;
    if (current?.exported && given) variable.exported = true;
    this.#table.set(name, variable);
    this.#environment = undefined;
    return variable;
  }

  /** A variable of the topmost temporary frame: `X=1 command`. */
  makeTemporary(name: string): Variable {
    const frame = this.#frames[this.#frames.length - 1];
    const current = this.#table.get(name);
    if (frame && !frame.saved.has(name)) frame.saved.set(name, current);
    const variable = current && !current.nameref && !current.isArray ? current.clone() : new Variable();
    variable.dynamic = undefined;
    variable.exported = true;
    variable.temporary = true;
    this.#table.set(name, variable);
    this.#environment = undefined;
    return variable;
  }

  /** What the topmost frame's assignments set and nothing has unset since. */
  temporaries(): { name: string; value: string }[] {
    const frame = this.#frames[this.#frames.length - 1];
    return [...(frame?.saved.keys() ?? [])].flatMap((name) => {
      const variable = this.#table.get(name);
      return variable?.temporary && variable.value !== undefined ? [{ name, value: variable.value }] : [];
    });
  }

  /** The variable at the outermost scope, for `declare -g`. */
  global(name: string): Variable {
    for (const frame of this.#frames) {
      if (!frame.saved.has(name)) continue;
      const saved = frame.saved.get(name);
      if (saved) return saved;
      const fresh = new Variable();
      frame.saved.set(name, fresh);
      return fresh;
    }
    return this.obtain(name);
  }

  /** Locals of the running function, for `local` without names. */
  locals(): string[] {
    return [...(this.#frames[this.#functionFrame()]?.saved.keys() ?? [])].filter((name) => this.#table.has(name));
  }

  names(): string[] {
    return [...this.#table.keys()].sort();
  }

  /** What children get; cached until an exported variable changes. */
  environment(): Record<string, string> {
    if (this.#environment) return this.#environment;
    const entries: [string, string][] = [];
    for (const [name, variable] of this.#table) {
      const value = variable.exported && !variable.isArray ? variable.scalar : undefined;
      if (value !== undefined) entries.push([name, value]);
    }
    const { environmentOrder: order } = this;
    if (order) entries.sort(([a], [b]) => order(a) - order(b));
    return (this.#environment = Object.fromEntries(entries));
  }

  forgetEnvironment(): void {
    this.#environment = undefined;
  }

  clone(): VariableStore {
    const copy = new VariableStore();
    const copies = new Map<Variable, Variable>();
    const copyOf = (variable: Variable): Variable => {
      let twin = copies.get(variable);
      if (!twin) {
        twin = variable.clone();
        copies.set(variable, twin);
      }
      return twin;
    };
    for (const [name, variable] of this.#table) if (!variable.dynamic) copy.#table.set(name, copyOf(variable));
    copy.#frames = this.#frames.map((frame) => cloneFrame(frame, copyOf));
    return copy;
  }
}
