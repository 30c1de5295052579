import { compareText } from '../expand/glob.ts';
import type { CompletionSpec } from '../state/completion-spec.ts';
import { specialSpecs } from '../state/completion-spec.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, invalidOption, parseOptions, type ParsedOptions, textArguments, usage } from './builtin.ts';

const optionNames = ['bashdefault', 'default', 'dirnames', 'filenames', 'noquote', 'nosort', 'nospace', 'plusdirs'];

/** Reads the options that `complete` and `compgen` share; undefined after a message. */
async function readSpec(shell: Shell, builtin: Builtin, words: readonly string[], extra: string): Promise<{ spec: CompletionSpec; parsed: ParsedOptions } | number> {
  const { isAction, letterActions } = await import('../interactive/generate-words.ts');
  const spec: CompletionSpec = { actions: new Set(), options: new Set(), glob: undefined, words: undefined, functionName: undefined, command: undefined, filter: undefined, prefix: undefined, suffix: undefined };
  const rest = [...words];
  const repeated: string[] = [];
  // -A and -o may come several times: they are taken out before the others are parsed.
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? '';
    if (word === '--' || !word.startsWith('-')) break;
    const [, letter, value] = /^-[a-z]*([Ao])(.*)$/.exec(word) ?? [];
    if (letter === undefined) {
      if (/[GWFCXPS]$/.test(word)) index++;
      continue;
    }
    const given = value || rest[index + 1];
    if (given === undefined) break;
    repeated.push(letter + given);
    rest[index] = word.slice(0, word.indexOf(letter));
    if (!value) rest.splice(index + 1, 1);
    if (rest[index] === '-') rest.splice(index--, 1);
  }
  const parsed = parseOptions(rest, `abcdefgjksuv${extra}o:A:G:W:F:C:X:P:S:`);
  if (parsed.invalid) return invalidOption(shell, builtin, parsed.invalid);
  if (parsed.missing) {
    await shell.complain(`${builtin.name}: ${parsed.missing}: option requires an argument`);
    return usage(shell, builtin);
  }
  for (const letter of parsed.letters) if (letterActions[letter] !== undefined && !(extra.includes(letter))) spec.actions.add(letterActions[letter] ?? '');
  for (const one of repeated) {
    const name = one.slice(1);
    if (one.startsWith('A')) {
      if (!isAction(name)) {
        await shell.complain(`${builtin.name}: ${name}: invalid action name`);
        return 2;
      }
      spec.actions.add(name);
    } else {
      if (!optionNames.includes(name)) {
        await shell.complain(`${builtin.name}: ${name}: invalid option name`);
        return 2;
      }
      spec.options.add(name);
    }
  }
  const { values } = parsed;
  spec.glob = values.get('G');
  spec.words = values.get('W');
  spec.functionName = values.get('F');
  spec.command = values.get('C');
  spec.filter = values.get('X');
  spec.prefix = values.get('P');
  spec.suffix = values.get('S');
  return { spec, parsed };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const lettersOf: Record<string, string> = { alias: 'a', builtin: 'b', command: 'c', directory: 'd', export: 'e', file: 'f', group: 'g', job: 'j', keyword: 'k', service: 's', user: 'u', variable: 'v' };

/** The command that makes the specification again. */
function show(name: string, spec: CompletionSpec): string {
  const words = ['complete', ...optionNames.filter((one) => spec.options.has(one)).map((one) => `-o ${one}`)];
  const actions = [...spec.actions].sort(compareText);
  for (const action of actions) if (lettersOf[action]) words.push(`-${lettersOf[action]}`);
  for (const action of actions) if (!lettersOf[action]) words.push(`-A ${action}`);
  for (const [letter, value] of [['G', spec.glob], ['W', spec.words], ['P', spec.prefix], ['S', spec.suffix], ['X', spec.filter], ['C', spec.command]] as const) if (value !== undefined) words.push(`-${letter} ${quoted(value)}`);
  if (spec.functionName !== undefined) words.push(`-F ${spec.functionName}`);
  const special = Object.entries(specialSpecs).find(([, own]) => own === name)?.[0];
  words.push(special ? `-${special}` : name);
  return `${words.join(' ')}\n`;
}

/** The names that -D, -E, -I and operands mean. */
function names(parsed: ParsedOptions): string[] {
  for (const letter of ['E', 'D', 'I'] as const) if (parsed.letters.has(letter)) return [specialSpecs[letter]];
  return parsed.rest;
}

async function missing(shell: Shell, builtin: string, name: string): Promise<number> {
  await shell.complain(`${builtin}: ${name}: no completion specification`);
  return 1;
}

export const complete: Builtin = {
  name: 'complete', usage: '[-abcdefgjksuv] [-pr] [-DEI] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [name ...]',
  summary: 'Specify how arguments are to be completed by Readline.',
  async run(shell, args) {
    const read = await readSpec(shell, complete, textArguments(args), 'prDEI');
    if (typeof read === 'number') return read;
    const { spec, parsed } = read;
    const wanted = names(parsed);
    const { completionSpecs } = shell;
    let status = 0;
    if (parsed.letters.has('r')) {
      if (wanted.length === 0) completionSpecs.clear();
      for (const name of wanted) if (!completionSpecs.delete(name)) status = await missing(shell, 'complete', name);
      return status;
    }
    if (parsed.letters.has('p') || (wanted.length === 0 && parsed.letters.size === 0)) {
      for (const name of wanted.length > 0 ? wanted : completionSpecs.keys()) {
        const known = completionSpecs.get(name);
        if (known) await shell.write(1, show(name, known));
        else status = await missing(shell, 'complete', name);
      }
      return status;
    }
    if (wanted.length === 0) return usage(shell, complete);
    for (const name of wanted) completionSpecs.set(name, spec);
    return 0;
  },
};

export const compopt: Builtin = {
  name: 'compopt', usage: '[-o|+o option] [-DEI] [name ...]', summary: 'Modify or display completion options.',
  async run(shell, args) {
    const words = textArguments(args);
    const changes: [string, boolean][] = [];
    const wanted: string[] = [];
    for (let index = 0; index < words.length; index++) {
      const word = words[index] ?? '';
      if (word === '-o' || word === '+o') {
        const name = words[++index] ?? '';
        if (!optionNames.includes(name)) {
          await shell.complain(`compopt: ${name}: invalid option name`);
          return 2;
        }
        changes.push([name, word === '-o']);
      } else if (/^-[DEI]$/.test(word)) wanted.push(specialSpecs[word.slice(1) as 'D']);
      else if (word.startsWith('-') && word !== '--') return invalidOption(shell, compopt, word);
      else if (word !== '--') wanted.push(word);
    }
    const apply = (options: Set<string>): void => {
      for (const [name, on] of changes) {
        if (on) options.add(name);
        else options.delete(name);
      }
    };
    if (wanted.length === 0) {
      if (!shell.completing) {
        await shell.complain('compopt: not currently executing completion function');
        return 1;
      }
      apply(shell.completing);
      return 0;
    }
    let status = 0;
    for (const name of wanted) {
      const spec = shell.completionSpecs.get(name);
      if (!spec) status = await missing(shell, 'compopt', name);
      else if (changes.length > 0) apply(spec.options);
      else await shell.write(1, `compopt ${optionNames.map((one) => `${spec.options.has(one) ? '-' : '+'}o ${one}`).join(' ')} ${name}\n`);
    }
    return status;
  },
};

export const compgen: Builtin = {
  name: 'compgen', usage: '[-abcdefgjksuv] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [word]',
  summary: 'Display possible completions depending on the options.',
  async run(shell, args) {
    const read = await readSpec(shell, compgen, textArguments(args), '');
    if (typeof read === 'number') return read;
    const { spec, parsed } = read;
    const word = parsed.rest[0] ?? '';
    const { runSpec } = await import('../interactive/run-spec.ts');
    if (spec.functionName !== undefined) await shell.complain('warning: -F option may not work as you expect', 'compgen');
    if (spec.command !== undefined) await shell.complain('warning: -C option may not work as you expect', 'compgen');
    const result = await runSpec(shell, spec, { line: '', point: 0, words: [], index: -1, command: 'compgen', current: word, previous: '', type: 9 });
    let { words } = result;
    if (words.length === 0 && (spec.options.has('default') || spec.options.has('bashdefault'))) words = (await import('../interactive/generate-words.ts')).pathNames(shell, word, 'any');
    if (words.length === 0) return 1;
    await shell.write(1, words.map((one) => `${one}\n`).join(''));
    return 0;
  },
};
