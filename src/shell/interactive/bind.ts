import { isSystemError, strerror } from '../../kernel/index.ts';
import { fail, invalidOption, parseOptions, usage } from '../builtins/builtin.ts';
import type { Builtin } from '../builtins/builtin.ts';
import type { Editing } from '../readline/editing.ts';
import { functionNames } from '../readline/function-names.ts';
import { applyInitLine, applyInitText } from '../readline/init-file.ts';
import { parseSequence, showSequence } from '../readline/key-notation.ts';
import { type Binding, type Keymap, type KeymapName, keymapAliases } from '../readline/keymap.ts';
import type { Shell } from '../state/shell.ts';
import { decodeText } from '../text/byte-string.ts';

/** Names that mean the same function. */
const sameFunction: Record<string, string> = { 'insert-last-argument': 'yank-last-arg' };

function sequencesOf(keymap: Keymap, name: string): string[] {
  const wanted = sameFunction[name] ?? name;
  return keymap.entries().filter(([, binding]) => binding.kind === 'function' && (sameFunction[binding.name] ?? binding.name) === wanted).map(([sequence]) => sequence);
}

function listFunctions(keymap: Keymap, reusable: boolean): string {
  let out = '';
  for (const name of functionNames) {
    const sequences = sequencesOf(keymap, name).map((sequence) => `"${showSequence(sequence)}"`);
    if (reusable) out += sequences.length === 0 ? `# ${name} (not bound)\n` : sequences.map((sequence) => `${sequence}: ${name}\n`).join('');
    else if (sequences.length === 0) out += `${name} is not bound to any keys\n`;
    else out += `${name} can be found on ${sequences.slice(0, 5).join(', ')}${sequences.length > 5 ? ', ...' : '.'}\n`;
  }
  return `\n${out}`;
}

function listMacros(keymap: Keymap, kind: 'macro' | 'shell', reusable: boolean): string {
  const rows = keymap.entries().filter((entry): entry is [string, Exclude<Binding, { kind: 'function' }>] => entry[1].kind === kind);
  return rows.map(([sequence, binding]) => {
    const text = binding.kind === 'macro' ? `"${showSequence(binding.keys)}"` : `"${binding.command}"`;
    if (reusable) return `"${showSequence(sequence)}"${binding.kind === 'shell' ? ' ' : ': '}${text}\n`;
    return `${showSequence(sequence)} outputs ${binding.kind === 'macro' ? showSequence(binding.keys) : binding.command}\n`;
  }).join('');
}

function listSettings({ settings }: Editing, reusable: boolean): string {
  return settings.entries().map(([name, value]) => (reusable ? `set ${name} ${value}\n` : `${name} is set to \`${value}'\n`)).join('');
}

/** `"KEYS": command` or `"KEYS" command` of `bind -x`. */
async function bindCommand(shell: Shell, keymap: Keymap, text: string): Promise<number> {
  const [, keys, command = ''] = /^\s*"((?:\\.|[^"\\])*)"\s*:?\s*(.*)$/s.exec(text) ?? [];
  if (keys === undefined) return fail(shell, 'bind', `${text.trim()}: first non-whitespace character is not \`"'`);
  const quoted = /^(["'])(.*)\1$/s.exec(command);
  keymap.bind(parseSequence(keys), { kind: 'shell', command: quoted?.[2] ?? command });
  return 0;
}

/** The builtin's work, once the editor is there. */
export async function runBind(shell: Shell, builtin: Builtin, editing: Editing, words: readonly string[]): Promise<number> {
  const parsed = parseOptions(words, 'lvpVPsSXm:f:q:u:r:x:');
  if (parsed.invalid) return invalidOption(shell, builtin, parsed.invalid);
  if (parsed.missing) {
    await shell.complain(`bind: ${parsed.missing}: option requires an argument`);
    return usage(shell, builtin);
  }
  const { letters, values, rest } = parsed;
  const wanted = values.get('m');
  let name: KeymapName = editing.keymaps.current;
  if (wanted !== undefined) {
    const known = keymapAliases[wanted];
    if (!known) return fail(shell, 'bind', `\`${wanted}': invalid keymap name`);
    name = known;
  }
  if (name !== 'emacs') {
    const { current } = editing.keymaps;
    await editing.useKeymap(name);
    editing.keymaps.current = current;
  }
  const keymap = editing.keymaps.get(name);
  let out = '';
  let status = 0;
  if (letters.has('l')) out += functionNames.map((one) => `${one}\n`).join('');
  if (letters.has('p')) out += listFunctions(keymap, true);
  if (letters.has('P')) out += listFunctions(keymap, false);
  if (letters.has('s') || letters.has('S')) out += listMacros(keymap, 'macro', letters.has('s'));
  if (letters.has('v') || letters.has('V')) out += listSettings(editing, letters.has('v'));
  if (letters.has('X')) out += listMacros(keymap, 'shell', true);
  const query = values.get('q');
  if (query !== undefined) {
    if (!functionNames.includes(query)) return fail(shell, 'bind', `\`${query}': unknown function name`);
    const sequences = sequencesOf(keymap, query);
    if (sequences.length === 0) status = 1;
    out += sequences.length === 0 ? `${query} is not bound to any keys.\n` : `${query} can be invoked via ${sequences.slice(0, 5).map((one) => `"${showSequence(one)}"`).join(', ')}${sequences.length > 5 ? ', ...' : '.'}\n`;
  }
  await shell.write(1, out);
  const unbound = values.get('u');
  if (unbound !== undefined) {
    if (!functionNames.includes(unbound)) return fail(shell, 'bind', `\`${unbound}': unknown function name`);
    for (const sequence of sequencesOf(keymap, unbound)) keymap.unbind(sequence);
  }
  const removed = values.get('r');
  if (removed !== undefined) keymap.unbind(parseSequence(removed));
  const file = values.get('f');
  if (file !== undefined) {
    try {
      await applyInitText(editing, decodeText(shell.process.readFile(file)), initContext(shell, file));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return fail(shell, 'bind', `${file}: cannot read: ${strerror(error.code)}`);
    }
  }
  const command = values.get('x');
  if (command !== undefined) status = await bindCommand(shell, keymap, command);
  for (const line of rest) {
    const problem = await applyInitLine(editing, line.trim(), keymap);
    if (problem === undefined) continue;
    await shell.writeError(`readline: ${problem}\n`);
  }
  return status;
}

/** How a file of bindings reaches the shell. */
export function initContext(shell: Shell, file: string): Parameters<typeof applyInitText>[2] {
  return {
    term: shell.variables.text('TERM') ?? '',
    complain: (message) => shell.writeError(`readline: ${file}: ${message}\n`),
    include: (path) => {
      try {
        return decodeText(shell.process.readFile(path.replace(/^~(?=\/)/, shell.variables.text('HOME') ?? '')));
      } catch (error) {
        if (isSystemError(error)) return undefined;
        throw error;
      }
    },
  };
}
