import { isSystemError, type Process, strerror, errnoTable } from '../../../kernel/uapi/index.ts';
import { matchGlob } from '../../files/glob.ts';
import { type Context, contextOf, rulesOf } from './directives.ts';
import { Emergency, emergencyAt, type Place } from './emergency.ts';
import { tokens } from './tokens.ts';

/** A directive with its block. */
export interface Directive extends Place {
  name: string;
  args: string[];
  block: Directive[];
}

/** What was read: the tree, and the files in the order of reading, for `-T`. */
export interface Configuration {
  directives: Directive[];
  files: { path: string; text: string }[];
}

/** The words that the C library has for a failed call, with its number. */
export function failure(error: unknown): string {
  if (!isSystemError(error)) throw error;
  return `${errnoTable[error.code][0]}: ${strerror(error.code)}`;
}

/** Reads a configuration and what it includes; throws an Emergency. `globals` are the directives of `-g`. */
export function readConfiguration(process: Process, path: string, prefix: string, globals: string): Configuration {
  const reader = new Reader(process, prefix);
  const directives: Directive[] = [];
  reader.read(globals, '', 'M', directives);
  reader.include(path, 'M', directives);
  return { directives, files: reader.files };
}

class Reader {
  readonly files: Configuration['files'] = [];
  readonly #process: Process;
  readonly #folder: string;

  constructor(process: Process, prefix: string) {
    this.#process = process;
    this.#folder = prefix;
  }

  include(path: string, context: Context | 'words', into: Directive[], at?: Place): void {
    let text: string;
    try {
      text = this.#process.readTextFile(path);
    } catch (error) {
      const message = `open() "${path}" failed (${failure(error)})`;
      throw at ? emergencyAt(at, message) : new Emergency(message);
    }
    if (!this.files.some((file) => file.path === path)) this.files.push({ path, text });
    this.read(text, path, context, into);
  }

  read(text: string, file: string, outer: Context | 'words', into: Directive[]): void {
    const stack: { context: Context | 'words'; into: Directive[] }[] = [{ context: outer, into }];
    let words: string[] = [];
    let line = 1;
    for (const token of tokens(text)) {
      line = token.line;
      const place = { file, line };
      const top = stack[stack.length - 1] ?? { context: outer, into };
      if (token.kind === 'word') {
        words.push(token.text);
        continue;
      }
      if (token.kind === 'end') {
        if (words.length > 0 || token.open) throw emergencyAt(place, file === '' ? 'unexpected end of parameter, expecting ";"' : 'unexpected end of file, expecting ";" or "}"');
        if (stack.length > 1) throw emergencyAt(place, 'unexpected end of file, expecting "}"');
        return;
      }
      if (token.kind === '}' ? words.length > 0 || stack.length === 1 : words.length === 0) throw emergencyAt(place, `unexpected "${token.kind}"`);
      if (token.kind === '}') {
        stack.pop();
        continue;
      }
      const [name = '', ...args] = words;
      words = [];
      if (name === 'include' && token.kind === ';') {
        if (args.length !== 1) throw emergencyAt(place, 'invalid number of arguments in "include" directive');
        for (const path of this.#expand(args[0] ?? '')) this.include(path, top.context, top.into, place);
        continue;
      }
      const directive: Directive = { name, args, block: [], ...place };
      if (top.context !== 'words') check(directive, top.context, top.into, token.kind === '{');
      top.into.push(directive);
      if (token.kind === '{') stack.push({ context: top.context === 'words' ? 'words' : contextOf(name, top.context), into: directive.block });
    }
  }

  #expand(pattern: string): string[] {
    const path = pattern.startsWith('/') ? pattern : `${this.#folder}/${pattern}`;
    if (!/[*?[]/.test(path)) return [path];
    let found = [''];
    for (const part of path.split('/').slice(1)) {
      found = found.flatMap((folder) => {
        if (!/[*?[]/.test(part)) return this.#process.exists(`${folder}/${part}`) ? [`${folder}/${part}`] : [];
        try {
          return this.#process.readdir(folder === '' ? '/' : folder).map(({ name }) => name).filter((name) => matchGlob(part, name) && (!name.startsWith('.') || part.startsWith('.'))).sort().map((name) => `${folder}/${name}`);
        } catch (error) {
          if (isSystemError(error)) return [];
          throw error;
        }
      });
    }
    return found;
  }
}

function check(directive: Directive, context: Context, siblings: readonly Directive[], block: boolean): void {
  const { name, args } = directive;
  const known = rulesOf(name);
  if (!known) throw emergencyAt(directive, `unknown directive "${name}"`);
  const rule = known.find(({ contexts }) => contexts.includes(context));
  if (!rule) throw emergencyAt(directive, `"${name}" directive is not allowed here`);
  if (rule.block && !block) throw emergencyAt(directive, `directive "${name}" has no opening "{"`);
  if (!rule.block && block) throw emergencyAt(directive, `directive "${name}" is not terminated by ";"`);
  if (args.length < rule.least || args.length > rule.most) throw emergencyAt(directive, `invalid number of arguments in "${name}" directive`);
  if (rule.flag && !/^(on|off)$/i.test(args[0] ?? '')) throw emergencyAt(directive, `invalid value "${args[0]}" in "${name}" directive, it must be "on" or "off"`);
  if (rule.single && !rule.block && siblings.some((other) => other.name === name)) throw emergencyAt(directive, `"${name}" directive is duplicate`);
}
