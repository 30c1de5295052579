import type { Word } from 'unbash';
import { chain, forEachMaybe, type Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';
import { ShellFailure } from '../state/control.ts';
import { compileBraced, compileWord, refusedBraces } from '../syntax/compile-word.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';
import type { CompiledWord, Part } from '../syntax/word.ts';
import { evaluateExpression } from './arithmetic.ts';
import { FieldBuilder } from './field-builder.ts';
import { expandPathname } from './glob.ts';
import { expandParameter } from './parameter.ts';
import { hasGlobCharacters } from './pattern.ts';
import { expandTilde } from './tilde.ts';

/** `$IFS` as it splits: unset means the default. */
export function fieldSeparators(shell: Shell): string {
  return shell.variables.text('IFS') ?? ' \t\n';
}

/** Fields of the words of a command: all expansions. */
export function expandWords(shell: Shell, words: readonly Word[], unit: SourceUnit): Maybe<string[]> {
  const out: string[] = [];
  return chain(forEachMaybe(words, (word) => expandWordInto(shell, word, unit, out)), () => out);
}

/** Adds the fields of one word to `out`. */
export function expandWordInto(shell: Shell, word: Word, unit: SourceUnit, out: string[]): Maybe<void> {
  if (!shell.options.has('braceexpand')) return expandCompiled(shell, compileWord(word, unit), out);
  const compiled = compileBraced(word, unit);
  const [only] = compiled;
  if (compiled.length > 1 || !only) return forEachMaybe(compiled, (each) => expandCompiled(shell, each, out));
  const count = word.text.includes('{') ? refusedBraces(word) : undefined;
  if (count === undefined) return expandCompiled(shell, only, out);
  return shell.complain(`brace expansion: failed to allocate memory for ${count} elements`).then(() => expandCompiled(shell, only, out));
}

function expandCompiled(shell: Shell, word: CompiledWord, out: string[]): Maybe<void> {
  if (word.constant !== undefined) {
    if (word.constant !== '' || word.parts.length > 0) out.push(word.constant);
    return undefined;
  }
  const builder = new FieldBuilder(fieldSeparators(shell), true);
  const parts = word.tilde ? withTildes(shell, word.parts, isAssignment(word.parts) ? 'assignment-word' : 'word') : word.parts;
  return chain(expandParts(shell, parts, builder, false), () => {
    for (const field of builder.finish()) {
      if (field.pattern === undefined || shell.options.has('noglob') || !hasGlobCharacters(field.pattern.replace(/\\[^]/g, ''), shell.options.shopt('extglob'))) {
        out.push(field.text);
      } else {
        const paths = expandPathname(shell, field.pattern);
        if (paths.length > 0) out.push(...paths);
        else if (shell.options.shopt('failglob')) throw new ShellFailure(`no match: ${field.text}`);
        else if (!shell.options.shopt('nullglob')) out.push(field.text);
      }
    }
  });
}

function isAssignment(parts: readonly Part[]): boolean {
  const [first] = parts;
  return first?.kind === 'literal' && /^[A-Za-z_]\w*\+?=/.test(first.text);
}

/** Where tildes count: at the start of a word, after `=` too, or as in the value of an assignment (after each colon). */
type TildePlace = 'word' | 'assignment-word' | 'value';

/** The parts with tilde prefixes replaced by quoted text. */
function withTildes(shell: Shell, parts: readonly Part[], place: TildePlace): Part[] {
  const out: Part[] = [];
  parts.forEach((part, index) => {
    if (part.kind !== 'literal' || !part.text.includes('~')) {
      out.push(part);
      return;
    }
    const final = index === parts.length - 1;
    let from = 0;
    const pattern = place === 'word' ? /^~[^/]*/g : place === 'value' ? /(?<=^|:)~[^/:]*/g : /(?<==|:)~[^/:]*/g;
    if (index > 0 && place === 'word') {
      out.push(part);
      return;
    }
    for (const match of part.text.matchAll(pattern)) {
      if (match.index === 0 && index > 0) continue;
      const end = match.index + match[0].length;
      // Something quoted follows directly: then it is no prefix.
      if (end === part.text.length && !final) continue;
      const home = expandTilde(shell, match[0].slice(1));
      if (home === undefined) continue;
      if (match.index > from) out.push({ kind: 'literal', text: part.text.slice(from, match.index) });
      out.push({ kind: 'quoted', text: home });
      from = end;
    }
    if (from < part.text.length) out.push({ kind: 'literal', text: part.text.slice(from) });
  });
  return out;
}

/** A word as one text, not split and without pathname expansion: `case` words, here-strings. */
export function expandText(shell: Shell, word: Word, unit: SourceUnit): Maybe<string> {
  return expandCompiledText(shell, compileWord(word, unit), 'word');
}

/** The value of an assignment: as `expandText`, with tildes after colons. */
export function expandValue(shell: Shell, word: Word, unit: SourceUnit): Maybe<string> {
  return expandCompiledText(shell, compileWord(word, unit), 'value');
}

function expandCompiledText(shell: Shell, word: CompiledWord, place: TildePlace): Maybe<string> {
  if (word.constant !== undefined) return word.constant;
  return expandPartsText(shell, word.tilde ? withTildes(shell, word.parts, place) : word.parts);
}

/** Parts as one text. */
export function expandPartsText(shell: Shell, parts: readonly Part[]): Maybe<string> {
  const [only] = parts;
  if (parts.length === 1 && only && (only.kind === 'literal' || only.kind === 'quoted')) return only.text;
  const builder = new FieldBuilder(fieldSeparators(shell), false);
  return chain(expandParts(shell, parts, builder, false), () => builder.joinedText);
}

/** Parts as a pattern: what was quoted is escaped. */
export function expandPartsPattern(shell: Shell, parts: readonly Part[]): Maybe<string> {
  const builder = new FieldBuilder(fieldSeparators(shell), false);
  const [first] = parts;
  const prepared = first?.kind === 'literal' && first.text.startsWith('~') ? withTildes(shell, parts, 'word') : parts;
  return chain(expandParts(shell, prepared, builder, false), () => builder.joinedPattern);
}

/** A word as a pattern. */
export function expandPattern(shell: Shell, word: Word, unit: SourceUnit): Maybe<string> {
  return expandPartsPattern(shell, compileWord(word, unit).parts);
}

/** Expands parts into a builder. `quoted`: inside double quotes. */
export function expandParts(shell: Shell, parts: readonly Part[], builder: FieldBuilder, quoted: boolean): Maybe<void> {
  return forEachMaybe(parts, (part) => expandPart(shell, part, builder, quoted));
}

function expandPart(shell: Shell, part: Part, builder: FieldBuilder, quoted: boolean): Maybe<void> {
  const add = (text: string): void => (quoted ? builder.quoted(text) : builder.expanded(text));
  switch (part.kind) {
    case 'literal':
      return quoted ? builder.quoted(part.text) : builder.literal(part.text);
    case 'splittable':
      return quoted ? builder.quoted(part.text) : builder.expanded(part.text);
    case 'quoted':
      return builder.quoted(part.text);
    case 'double': {
      if (part.parts.length === 0) return builder.touch();
      const before = builder.fields.length;
      const present = builder.present;
      return chain(expandParts(shell, part.parts, builder, true), () => {
        // Only `"$@"` without values leaves nothing behind.
        if (!builder.present && builder.fields.length === before && !present && !part.parts.every(isList)) builder.touch();
      });
    }
    case 'parameter':
      return expandParameter(shell, part.parameter, builder, quoted, expandParts);
    case 'command':
      return shell.runner.substitute(shell, part.script, part.unit, part.text).then(add);
    case 'arithmetic':
      return chain(expandArithmetic(shell, part), (value) => add(value));
    case 'process':
      builder.quoted(shell.runner.substituteProcess(shell, part.direction, part.script, part.unit));
  }
}

function isList(part: Part): boolean {
  return part.kind === 'parameter' && (part.parameter.name === '@' || part.parameter.subscriptText === '@' || part.parameter.prefix === '!');
}

/** Value of `$((…))`. */
export function expandArithmetic(shell: Shell, part: Part & { kind: 'arithmetic' }): Maybe<string> {
  const text = part.static ?? chain(expandPartsText(shell, part.parts), (expanded) => expanded.replaceAll('"', ''));
  return chain(text, (expression) => chain(evaluateExpression(shell, expression), String));
}
