import { parse, type ArithmeticExpansionPart, type CommandExpansionPart, type ParameterExpansionPart, type Word, type WordPart } from 'unbash';
import { decodeEscapes } from '../text/escape.ts';
import { type Atom, expandBraces, TooManyWords } from './brace.ts';
import { SourceUnit } from './source-unit.ts';
import type { CompiledWord, Operation, Parameter, Part } from './word.ts';

/** How quotes and backslashes in the text count. */
type Quoting = 'none' | 'double';

const words = new WeakMap<Word, CompiledWord>();
const braced = new WeakMap<Word, CompiledWord[]>();

/** Compiles a word of the tree, once. Braces stay as they are. */
export function compileWord(word: Word, unit: SourceUnit): CompiledWord {
  let compiled = words.get(word);
  if (!compiled) {
    compiled = finish(compileParts(word.text, word.parts, unit, 'none'));
    words.set(word, compiled);
  }
  return compiled;
}

/** Compiles a word of a command's arguments, with brace expansion. */
export function compileBraced(word: Word, unit: SourceUnit): CompiledWord[] {
  let compiled = braced.get(word);
  if (!compiled) {
    compiled = word.text.includes('{') ? compileBraces(word, unit) : [compileWord(word, unit)];
    braced.set(word, compiled);
  }
  return compiled;
}

const noParts: Part[] = [];
const refused = new WeakMap<Word, number>();

/** How many words the braces of a word would have made, when those were too many. */
export function refusedBraces(word: Word): number | undefined {
  return refused.get(word);
}

function compileBraces(word: Word, unit: SourceUnit): CompiledWord[] {
  try {
    return expandBraces(toAtoms(compileParts(word.text, word.parts, unit, 'none'))).map((atoms) => {
      const compiled = finish(fromAtoms(atoms));
      // There may be a million of them.
      return compiled.constant ? { parts: noParts, constant: compiled.constant, tilde: false } : compiled;
    });
  } catch (error) {
    if (!(error instanceof TooManyWords)) throw error;
    refused.set(word, error.count);
    return [compileWord(word, unit)];
  }
}

function finish(parts: Part[]): CompiledWord {
  let constant: string | undefined = '';
  for (const part of parts) {
    if (part.kind === 'quoted') constant += part.text;
    else if (part.kind === 'literal' && !/[*?[\\~]|[@!+]\(/.test(part.text)) constant += part.text;
    else if (part.kind === 'double' && part.parts.every((inner) => inner.kind === 'quoted')) for (const inner of part.parts) constant += inner.kind === 'quoted' ? inner.text : '';
    else {
      constant = undefined;
      break;
    }
  }
  const tilde = parts.some((part) => part.kind === 'literal' && part.text.includes('~'));
  return { parts, constant, tilde };
}

/** Unquoted characters one by one, everything else whole: what brace expansion works on. */
function toAtoms(parts: readonly Part[]): Atom<Part>[] {
  const atoms: Atom<Part>[] = [];
  for (const part of parts) {
    if (part.kind === 'literal') atoms.push(...part.text);
    else atoms.push({ item: part });
  }
  return atoms;
}

function fromAtoms(atoms: readonly Atom<Part>[]): Part[] {
  const parts: Part[] = [];
  for (const atom of atoms) {
    const last = parts[parts.length - 1];
    // `{$a,b}_{c,d}` makes `$a_c`: the name goes on.
    if (typeof atom === 'string' && /\w/.test(atom) && last?.kind === 'parameter' && /^\$[A-Za-z_]/.test(last.parameter.text)) {
      parts[parts.length - 1] = { kind: 'parameter', parameter: simpleParameter(last.parameter.text + atom) };
    } else if (typeof atom === 'string') pushText(parts, 'literal', atom);
    else parts.push(atom.item);
  }
  return parts;
}

function pushText(parts: Part[], kind: 'literal' | 'quoted', text: string): void {
  const last = parts[parts.length - 1];
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

/** Text outside quotes: a backslash quotes the next character. */
function pushBare(parts: Part[], text: string): void {
  if (!text.includes('\\')) {
    if (text !== '') pushText(parts, 'literal', text);
    return;
  }
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character !== '\\') pushText(parts, 'literal', character);
    else if (index + 1 >= text.length) pushText(parts, 'quoted', '\\');
    else if (text[++index] !== '\n') pushText(parts, 'quoted', text[index] ?? '');
  }
}

function pushDouble(parts: Part[], text: string, braceOperand: boolean): void {
  const value = text.replace(braceOperand ? /\\([$`"\\}\n])/g : /\\([$`"\\\n])/g, (_, escaped: string) => (escaped === '\n' ? '' : escaped));
  if (value !== '') pushText(parts, 'quoted', value);
}

function compileParts(text: string, parts: readonly WordPart[] | undefined, unit: SourceUnit, quoting: Quoting, braceOperand = false): Part[] {
  const out: Part[] = [];
  if (!parts) {
    if (quoting === 'double') pushDouble(out, text, braceOperand);
    else pushBare(out, text);
    return out;
  }
  for (const part of parts) compilePart(out, part, unit, quoting, braceOperand);
  return out;
}

function compilePart(out: Part[], part: WordPart, unit: SourceUnit, quoting: Quoting, braceOperand: boolean): void {
  switch (part.type) {
    case 'Literal':
      if (quoting === 'double') pushDouble(out, part.text, braceOperand);
      else pushBare(out, part.text);
      return;
    case 'Glob':
      if (part.parts) {
        pushText(out, 'literal', '[');
        for (const inner of part.parts) compilePart(out, inner, unit, quoting, braceOperand);
        pushText(out, 'literal', ']');
      } else pushText(out, 'literal', part.text);
      return;
    case 'ExtendedGlob':
      pushText(out, 'literal', `${part.operator}(`);
      out.push(...compileParts(part.pattern, part.parts, unit, quoting, braceOperand));
      pushText(out, 'literal', ')');
      return;
    case 'BraceExpansion':
      if (part.parts) {
        pushText(out, 'literal', '{');
        for (const inner of part.parts) compilePart(out, inner, unit, quoting, braceOperand);
        pushText(out, 'literal', '}');
      } else pushBare(out, part.text);
      return;
    case 'SingleQuoted':
      out.push({ kind: 'quoted', text: part.value });
      return;
    case 'AnsiCQuoted':
      out.push({ kind: 'quoted', text: ansiC(part.text) });
      return;
    case 'DoubleQuoted':
    case 'LocaleString': {
      const inner: Part[] = [];
      for (const child of part.parts) compilePart(inner, child, unit, 'double', false);
      out.push({ kind: 'double', parts: inner });
      return;
    }
    case 'SimpleExpansion':
      out.push({ kind: 'parameter', parameter: simpleParameter(part.text) });
      return;
    case 'ParameterExpansion':
      out.push({ kind: 'parameter', parameter: compileParameter(part, unit, quoting) });
      return;
    case 'CommandExpansion':
      out.push(compileCommand(part, unit));
      return;
    case 'ArithmeticExpansion':
      out.push(compileArithmetic(part, unit));
      return;
    case 'ProcessSubstitution':
      if (part.script) out.push({ kind: 'process', direction: part.operator, script: part.script, unit });
      return;
  }
}

function ansiC(text: string): string {
  const decoded = decodeEscapes(text.slice(2, -1), 'ansi-c').text;
  const nul = decoded.indexOf('\0');
  return nul < 0 ? decoded : decoded.slice(0, nul);
}

function simpleParameter(text: string): Parameter {
  return { name: text.replace(/\\\n/g, '').slice(1), prefix: undefined, subscript: undefined, subscriptText: undefined, operation: undefined, text };
}

function compileCommand(part: CommandExpansionPart, unit: SourceUnit): Part {
  const script = part.script ?? parse('');
  const inner = script.source === undefined ? unit : new SourceUnit(script.source, unit.line(part.pos));
  return { kind: 'command', script, unit: inner, text: part.text };
}

function compileArithmetic(part: ArithmeticExpansionPart, unit: SourceUnit): Part {
  const text = part.text.startsWith('$[') ? part.text.slice(2, -1) : part.text.slice(3, -2);
  return arithmeticPart(text, unit.line(part.pos));
}

/** An arithmetic text: `$` forms in it are expanded, the result is what is evaluated. */
export function arithmeticPart(text: string, line = 1): Part & { kind: 'arithmetic' } {
  if (!/[$`"'\\]/.test(text)) return { kind: 'arithmetic', parts: [], static: text };
  return { kind: 'arithmetic', parts: compileText(text.replace(/\$(?=["'])/g, ''), line), static: undefined };
}

const texts = new Map<string, Part[]>();

/** Compiles text in which only `$`, backquotes and backslashes count, as in a here-document. */
export function compileText(text: string, line = 1): Part[] {
  const cached = texts.get(text);
  if (cached) return cached;
  const end = '\x01end-of-text';
  const source = `:<<${end}\n${text}\n${end}\n`;
  const unit = new SourceUnit(source, line - 1);
  const [statement] = parse(source).commands;
  const command = statement?.command;
  const redirect = command?.type === 'Command' ? command.redirects[0] : undefined;
  const parts: Part[] = [];
  if (redirect?.type === 'HereDoc') {
    const body = redirect.body.text;
    parts.push(...compileHereDocument(body, redirect.body.parts, unit));
    trimLastNewline(parts);
  }
  if (texts.size > 500) texts.clear();
  texts.set(text, parts);
  return parts;
}

function trimLastNewline(parts: Part[]): void {
  const last = parts[parts.length - 1];
  if (last?.kind !== 'quoted' || !last.text.endsWith('\n')) return;
  last.text = last.text.slice(0, -1);
  if (last.text === '') parts.pop();
}

/** Compiles the body of a here-document whose delimiter was not quoted. */
export function compileHereDocument(text: string, parts: readonly WordPart[] | undefined, unit: SourceUnit): Part[] {
  const out: Part[] = [];
  const push = (raw: string): void => {
    const value = raw.replace(/\\([$`\\\n])/g, (_, escaped: string) => (escaped === '\n' ? '' : escaped));
    if (value !== '') pushText(out, 'quoted', value);
  };
  if (!parts) push(text);
  else for (const part of parts) {
    if (part.type === 'Literal') push(part.text);
    else compilePart(out, part, unit, 'double', false);
  }
  return out;
}

/** Compiles a word given as text at run time, such as a subscript in `unset 'a[$i]'`. */
export function compileWordText(text: string): CompiledWord {
  const source = `: ${text}`;
  const [statement] = parse(source).commands;
  const command = statement?.command;
  const word = command?.type === 'Command' ? command.suffix[0] : undefined;
  if (word?.type !== 'Word') return { parts: [{ kind: 'quoted', text }], constant: text, tilde: false };
  return compileWord(word, new SourceUnit(source));
}

function compileParameter(part: ParameterExpansionPart, unit: SourceUnit, quoting: Quoting): Parameter {
  const subscript = part.index && compileParts(part.index.text, part.index.parts, unit, 'none');
  // `${!-none}` is about `$!`.
  if (part.prefix === '!' && /^\$\{!:?[-=?+]/.test(part.text)) {
    const [twin] = compileWordText(`${quoting === 'double' ? '"' : ''}\${_${part.text.slice(3)}${quoting === 'double' ? '"' : ''}`).parts;
    const inner = twin?.kind === 'double' ? twin.parts[0] : twin;
    if (inner?.kind === 'parameter') return { ...inner.parameter, name: '!', text: part.text };
  }
  const [only] = subscript ?? [];
  const subscriptText = part.index && (part.index.text === '' ? '' : subscript?.length === 1 && only?.kind === 'literal' ? only.text : undefined);
  return { name: part.parameter, prefix: part.prefix, subscript, subscriptText, operation: compileOperation(part, unit, quoting), text: part.text };
}

function compileOperation(part: ParameterExpansionPart, unit: SourceUnit, quoting: Quoting): Operation | undefined {
  const operation = part.operation;
  if (part.parameter === '') return { kind: 'bad' };
  if (!operation) return undefined;
  const operand = (word: Word, inQuotes: Quoting = 'none'): Part[] => compileParts(word.text, word.parts, unit, inQuotes, inQuotes === 'double');
  switch (operation.type) {
    case 'Default':
      return { kind: 'default', operator: operation.operator.slice(-1) as '-', colon: operation.operator.length === 2, operand: operand(operation.operand, quoting) };
    case 'Remove':
      return { kind: 'remove', side: operation.operator[0] as '#', longest: operation.operator.length === 2, pattern: operand(operation.operand) };
    case 'Replace':
      return { kind: 'replace', operator: operation.operator, pattern: operand(operation.pattern), replacement: operand(operation.replacement) };
    case 'Slice':
      if (operation.offset.text === '' && !operation.length) return { kind: 'bad' };
      return { kind: 'slice', offset: operand(operation.offset, 'double'), length: operation.length && operand(operation.length, 'double') };
    case 'CaseModification':
      return { kind: 'case', operator: operation.operator, pattern: operation.operand && operand(operation.operand) };
    case 'Transform':
      return { kind: 'transform', operator: operation.operand.text };
    case 'Names':
      return { kind: 'names', operator: operation.operator };
    default: {
      // `~` is not documented, but bash has it: it turns the case over.
      const turn = /^\$\{\w+(~~?)\}$/.exec(part.text)?.[1];
      return turn === undefined ? { kind: 'bad' } : { kind: 'case', operator: turn as '~', pattern: undefined };
    }
  }
}
