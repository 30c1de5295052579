import type { EditorHost } from '../readline/editing.ts';
import type { Shell } from '../state/shell.ts';
import { expandAliases } from '../syntax/alias.ts';
import { expandTilde } from '../expand/tilde.ts';
import { expandList } from './expand-list.ts';
import { expandHistory } from './history-expansion.ts';

/** The line as history, aliases or the shell's expansions make it; undefined when they fail. */
export async function expandLine(shell: Shell, how: Parameters<EditorHost['expand']>[0], line: string): Promise<string | undefined> {
  switch (how) {
    case 'history': {
      const result = expandHistory(line, shell.history, shell.historyBase);
      return result.kind === 'line' ? result.text : undefined;
    }
    case 'alias': return expandAliases(shell.aliases, line, 0, line.length)?.text ?? line;
    case 'history-and-alias': {
      const expanded = await expandLine(shell, 'history', line);
      return expanded === undefined ? undefined : expandLine(shell, 'alias', expanded);
    }
    case 'tilde': return line.replace(/^~([^/]*)/, (whole, name: string) => expandTilde(shell, name) ?? whole);
    case 'shell': {
      const text = await expandLine(shell, 'history-and-alias', line);
      return text === undefined ? undefined : (await expandList(shell, text))?.join(' ');
    }
  }
}
