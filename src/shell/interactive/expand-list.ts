import type { Word } from 'unbash';
import { expandWords } from '../expand/expand.ts';
import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { parseScript } from '../syntax/script.ts';

/** Expands words as on a command line; undefined when the text is no list of words or an expansion fails. */
export async function expandList(shell: Shell, text: string): Promise<string[] | undefined> {
  const script = parseScript(`: ${text}`);
  const statement = script.groups[0]?.statements[0];
  const node = statement?.command;
  if (script.error || script.groups.length !== 1 || script.groups[0]?.statements.length !== 1 || node?.type !== 'Command') return undefined;
  try {
    return await expandWords(shell, node.suffix.filter((word): word is Word => 'text' in word), script.unit);
  } catch (error) {
    if (error instanceof ShellFailure) return undefined;
    throw error;
  }
}
