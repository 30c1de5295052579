import { type Assignment, parse, type Word } from 'unbash';
import { indexIn } from '../expand/arithmetic.ts';
import { expandPartsText, expandValue, expandWords } from '../expand/expand.ts';
import type { ArrayElement, ExpandedAssignment } from '../state/argument.ts';
import { ShellFailure } from '../state/control.ts';
import { AssocArray } from '../state/assoc-array.ts';
import { IndexedArray } from '../state/indexed-array.ts';
import type { Shell } from '../state/shell.ts';
import type { Variable } from '../state/variable.ts';
import { compileBraced, compileWord } from '../syntax/compile-word.ts';
import { SourceUnit } from '../syntax/source-unit.ts';
import { quoteReusable } from '../text/quote.ts';
import { subscriptEnd } from '../arithmetic/parse.ts';

/** Expands the right side (and subscript) of an assignment. `toAssoc`: it declares an associative array. */
export async function expandAssignment(shell: Shell, assignment: Assignment, unit: SourceUnit, toAssoc = false): Promise<ExpandedAssignment> {
  const append = assignment.append ?? false;
  if (assignment.index === undefined && assignment.value.type === 'Word') {
    return { name: assignment.name, subscript: undefined, append, value: await expandValue(shell, assignment.value, unit), elements: undefined };
  }
  const assoc = toAssoc || shell.variables.get(assignment.name)?.assoc !== undefined;
  const text = assignment.index && (await expandPartsText(shell, compileWord(assignment.index, unit).parts));
  const subscript = text === undefined || assoc || text === '@' || text === '*' ? text : await indexIn(shell, assignment.name, text);
  if (assignment.value.type === 'ArrayValue') {
    if (subscript !== undefined) throw new ShellFailure(`${assignment.name}[${assignment.index?.text}]: cannot assign list to array member`);
    return { name: assignment.name, subscript, append, value: undefined, elements: await expandElements(shell, assignment.value.elements, unit, assoc) };
  }
  if (assignment.index?.text === '') throw new ShellFailure(`${assignment.name}[]: bad array subscript`);
  return { name: assignment.name, subscript, append, value: await expandValue(shell, assignment.value, unit), elements: undefined };
}

const keyed = new WeakMap<Word, { assignment: Assignment; unit: SourceUnit } | null>();

async function expandElements(shell: Shell, words: readonly Word[], unit: SourceUnit, assoc: boolean): Promise<ArrayElement[]> {
  const elements: ArrayElement[] = [];
  for (const word of words) {
    const own = keyedElement(word, unit, assoc);
    if (!own) {
      for (const value of await expandWords(shell, [word], unit)) elements.push({ key: undefined, append: false, value });
      continue;
    }
    const { assignment } = own;
    const key = assignment.index ? await expandPartsText(shell, compileWord(assignment.index, own.unit).parts) : '';
    const value = assignment.value.type === 'Word' ? await expandValue(shell, assignment.value, own.unit) : '';
    elements.push({ key, append: assignment.append ?? false, value });
  }
  return elements;
}

/** The element as an assignment when it is written `[key]=value`. */
function keyedElement(word: Word, unit: SourceUnit, assoc: boolean): { assignment: Assignment; unit: SourceUnit } | null {
  if (!word.text.startsWith('[')) return null;
  let found = keyed.get(word);
  if (found === undefined) {
    found = null;
    const close = subscriptEnd(word.text, 0);
    // Braces are expanded first, and what they make is not taken for a key.
    if (close > 0 && /^\+?=/.test(word.text.slice(close + 1)) && (assoc || compileBraced(word, unit).length === 1)) {
      const source = `a${word.text}`;
      const command = parse(source).commands[0]?.command;
      const assignment = command?.type === 'Command' ? command.prefix[0] : undefined;
      if (assignment?.type === 'Assignment') found = { assignment, unit: new SourceUnit(source, unit.line(word.pos)) };
    }
    keyed.set(word, found);
  }
  return found;
}

/** Carries out an assignment in the current scope. */
export function assign(shell: Shell, assignment: ExpandedAssignment): void {
  const { variables } = shell;
  const { name, subscript, append, value, elements } = assignment;
  if (elements) {
    const reference = variables.resolve(name);
    if (reference.subscript !== undefined) throw new ShellFailure(`\`${variables.own(name)?.value ?? ''}': not a valid identifier`);
    const target = reference.name || name;
    const variable = variables.obtain(target);
    variables.refuseReadonly(target, variable);
    assignElements(shell, variable, elements, append, target);
    variable.assigned = true;
    variables.forgetEnvironment();
    variables.onChange(target);
  } else if (subscript !== undefined) variables.assignElement(name, subscript, value ?? '', append);
  else variables.assign(name, value ?? '', append);
  if (shell.options.has('allexport')) variables.setExported(name, true);
}

/** Fills an array variable from `(…)`. */
export function assignElements(shell: Shell, variable: Variable, elements: readonly ArrayElement[], append: boolean, name: string): void {
  const { variables } = shell;
  variable.dynamic = undefined;
  if (variable.assoc) {
    const before = variable.assoc;
    const array = append ? before.clone() : new AssocArray();
    const keys = elements.some((element) => element.key !== undefined);
    if (!keys) {
      // Words in turn are key and value.
      for (let index = 0; index < elements.length; index += 2) {
        array.set(elements[index]?.value ?? '', variables.convert(variable, elements[index + 1]?.value ?? ''));
      }
    } else {
      for (const element of elements) {
        if (element.key === undefined) {
          variables.warn(`${name}: ${quoteReusable(element.value)}: must use subscript when assigning associative array`);
          continue;
        }
        array.set(element.key, variables.convert(variable, element.value, element.append ? ((append ? array : before)?.get(element.key) ?? '') : undefined));
      }
    }
    variable.assoc = array;
    return;
  }
  const old = append ? variable.toIndexed().clone() : new IndexedArray();
  // What is assigned first is seen by the subscripts that follow.
  variable.value = undefined;
  variable.indexed = old;
  let next = append ? old.last + 1 : 0;
  for (const element of elements) {
    let index = next;
    if (element.key !== undefined) {
      index = variables.calculate(element.key);
      if (index < 0) index += old.last + 1;
      if (index < 0) throw new ShellFailure(`[${element.key}]=${element.value}: bad array subscript`);
    }
    old.set(index, variables.convert(variable, element.value, element.append ? (old.get(index) ?? '') : undefined));
    next = index + 1;
  }
}
