import type { Editing } from './editing.ts';
import { functionNames } from './function-names.ts';
import { parseKeyName, parseSequence } from './key-notation.ts';
import { type Keymap, type KeymapName, keymapAliases } from './keymap.ts';

/** What reading a file of bindings needs. */
export interface InitContext {
  /** `$if term=`. */
  term: string;
  /** Tells of a line that cannot be understood. */
  complain(message: string): Promise<void> | void;
  /** Text of an included file; undefined when it cannot be read. */
  include(path: string): string | undefined;
}

/** Carries out one line: `set NAME VALUE`, `KEY: function`, `"KEYS": "macro"`. Gives what is wrong with it, or undefined. */
export async function applyInitLine(editing: Editing, line: string, keymap: Keymap): Promise<string | undefined> {
  const setting = /^set\s+(\S+)\s*(.*?)\s*$/i.exec(line);
  if (setting) {
    const [, name = '', value = ''] = setting;
    if (!editing.settings.put(name, value)) return `${name}: unknown variable name`;
    if (name.toLowerCase() === 'editing-mode') await editing.useKeymap(value.toLowerCase() === 'vi' ? 'vi-insert' : 'emacs');
    return undefined;
  }
  const quoted = /^"((?:\\.|[^"\\])*)"\s*:?\s*(.*)$/s.exec(line);
  const named = quoted ? undefined : /^([^\s:"]+)\s*:\s*(.*)$/s.exec(line);
  if (!quoted && !named) return line.startsWith('"') ? `no closing \`"' in key binding` : `${line}: no key sequence terminator`;
  const sequence = quoted ? parseSequence(quoted[1] ?? '') : parseKeyName(named?.[1] ?? '');
  const what = (quoted?.[2] ?? named?.[2] ?? '').trim();
  const macro = /^(["'])((?:\\.|(?!\1)[^\\])*)\1/s.exec(what);
  if (macro) {
    keymap.bind(sequence, { kind: 'macro', keys: parseSequence(macro[2] ?? '') });
    return undefined;
  }
  const name = what.split(/\s/)[0] ?? '';
  if (name === '') keymap.unbind(sequence);
  else if (functionNames.includes(name)) keymap.bind(sequence, { kind: 'function', name });
  else return `${name}: unknown function name`;
  return undefined;
}

/** Reads a file of bindings such as ~/.inputrc into the editor. */
export async function applyInitText(editing: Editing, text: string, context: InitContext): Promise<void> {
  const conditions: boolean[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const directive = /^\$(\w+)\s*(.*)$/.exec(line);
    if (directive) {
      const [, word = '', rest = ''] = directive;
      if (word === 'if') conditions.push(holds(editing, rest, context));
      else if (word === 'else') conditions.push(!conditions.pop());
      else if (word === 'endif') conditions.pop();
      else if (word === 'include' && conditions.every(Boolean)) {
        const included = context.include(rest);
        if (included !== undefined) await applyInitText(editing, included, context);
      }
      continue;
    }
    if (!conditions.every(Boolean)) continue;
    const target = keymapAliases[editing.settings.text('keymap')] ?? 'emacs';
    const problem = await applyInitLine(editing, line, editing.keymaps.get(target as KeymapName));
    if (problem !== undefined) await context.complain(problem);
  }
}

function holds(editing: Editing, condition: string, { term }: InitContext): boolean {
  const [, name = '', value = ''] = /^(\w+)\s*(?:=|==)\s*(.*)$/.exec(condition) ?? [];
  switch (name) {
    case 'mode': return value === (editing.keymaps.current === 'emacs' ? 'emacs' : 'vi');
    case 'term': return value === term || value === term.split('-')[0];
    case '': return condition.toLowerCase() === 'bash';
    default: return editing.settings.text(name as 'keymap') === value;
  }
}
