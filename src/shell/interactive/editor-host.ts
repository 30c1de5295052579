import { isSystemError } from '../../kernel/index.ts';
import type { EditorHost, LineState } from '../readline/editing.ts';
import type { Shell } from '../state/shell.ts';
import { decodeText } from '../text/byte-string.ts';
import { historyWords } from './history-words.ts';

/** What the loop lends the editor. */
export interface EditorTerminal {
  size(): { rows: number; columns: number };
  /** Runs something with the terminal as commands expect it. */
  cooked<T>(run: () => Promise<T>): Promise<T>;
}

/** The shell as the line editor sees it. What is used seldom is loaded at first use. */
export function editorHost(shell: Shell, terminal: EditorTerminal): EditorHost {
  return {
    write: (text) => shell.writeError(text),
    size: () => terminal.size(),
    history: () => shell.history,
    words: historyWords,
    complete: async (line, cursor, kind) => (await import('./complete-line.ts')).completeLine(shell, line, cursor, kind),
    expand: (how, line) => expand(shell, how, line),
    runCommand: (command, line) => terminal.cooked(() => runBound(shell, command, line)),
    editText: (text) => terminal.cooked(() => editText(shell, text)),
    readInit: () => readInitFile(shell),
    version: 'GNU bash, version 5.2.37(1)-release (x86_64-pc-linux-gnu)',
  };
}

async function expand(shell: Shell, how: Parameters<EditorHost['expand']>[0], line: string): Promise<string | undefined> {
  const { expandLine } = await import('./expand-line.ts');
  return expandLine(shell, how, line);
}

/** A command of `bind -x`: it sees the line in READLINE_LINE and may change it. */
async function runBound(shell: Shell, command: string, { text, cursor, mark }: LineState): Promise<LineState> {
  const { variables, status, pipeStatus } = shell;
  const names = ['READLINE_LINE', 'READLINE_POINT', 'READLINE_MARK'] as const;
  for (const [index, value] of [text, String(cursor), String(mark)].entries()) variables.assign(names[index] ?? '', value);
  for (const name of names) variables.setExported(name, true);
  await shell.runner.runText(shell, command, { name: 'bind' });
  Object.assign(shell, { status, pipeStatus });
  const after = variables.text('READLINE_LINE') ?? '';
  const number = (name: string): number => Number.parseInt(variables.text(name) ?? '', 10) || 0;
  const result = { text: after, cursor: Math.max(0, Math.min([...after].length, number('READLINE_POINT'))), mark: number('READLINE_MARK') };
  for (const name of names) variables.unset(name);
  return result;
}

/** The line in `$VISUAL`, `$EDITOR` or the system's editor; what is left there is run. */
async function editText(shell: Shell, text: string): Promise<string | undefined> {
  const file = `/tmp/bash-fc.${shell.process.pid}${Math.floor(shell.process.clock.now()).toString(36)}`;
  shell.process.writeFile(file, `${text}\n`, { mode: 0o600 });
  try {
    const status = await shell.runner.runText(shell, `\${VISUAL:-\${EDITOR:-$(command -v editor || echo emacs)}} ${file}`, { name: 'fc' });
    if (status !== 0) return undefined;
    const edited = decodeText(shell.process.readFile(file)).replace(/\n+$/, '');
    if (edited !== '') await shell.writeError(`${edited}\n`);
    return edited;
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  } finally {
    if (shell.process.exists(file)) shell.process.unlink(file);
  }
}

/** Reads `$INPUTRC` or ~/.inputrc, if there is one. */
export async function readInitFile(shell: Shell): Promise<void> {
  const { editing } = shell;
  const file = shell.variables.text('INPUTRC') || `${shell.variables.text('HOME') ?? ''}/.inputrc`;
  if (!editing || !shell.process.exists(file)) return;
  const [{ applyInitText }, { initContext }] = await Promise.all([import('../readline/init-file.ts'), import('./bind.ts')]);
  const context = initContext(shell, file);
  const text = context.include(file);
  if (text === undefined) return;
  await applyInitText(editing, text, context);
  if (editing.keymaps.current !== 'emacs') {
    shell.options.put('vi', true);
    shell.options.put('emacs', false);
  }
}
