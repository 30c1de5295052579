import { parse } from 'unbash';
import { chain, type Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';
import { parseReference, type Reference } from '../state/reference.ts';
import { compileWord } from '../syntax/compile-word.ts';
import { SourceUnit } from '../syntax/source-unit.ts';
import type { Part } from '../syntax/word.ts';
import { expandPartsText } from './expand.ts';

const compiled = new Map<string, readonly Part[]>();

function compileSubscript(text: string): readonly Part[] {
  let parts = compiled.get(text);
  if (!parts) {
    const source = `a[${text}]=`;
    const command = parse(source).commands[0]?.command;
    const assignment = command?.type === 'Command' ? command.prefix[0] : undefined;
    parts = assignment?.type === 'Assignment' && assignment.index ? compileWord(assignment.index, new SourceUnit(source)).parts : [{ kind: 'quoted', text }];
    if (compiled.size > 500) compiled.clear();
    compiled.set(text, parts);
  }
  return parts;
}

/** A subscript that was given as text (`unset 'a[$i]'`, a nameref's target, inside arithmetic): expanded, quotes removed. */
export function expandSubscript(shell: Shell, text: string): Maybe<string> {
  if (!/[$`"'\\~]/.test(text)) return text;
  return expandPartsText(shell, compileSubscript(text));
}

/** `name` or `name[subscript]` given as text, the subscript expanded; undefined when it is neither. */
export function expandReference(shell: Shell, text: string): Maybe<Reference | undefined> {
  const reference = parseReference(text);
  if (reference?.subscript === undefined) return reference;
  return chain(expandSubscript(shell, reference.subscript), (subscript) => ({ name: reference.name, subscript }));
}
