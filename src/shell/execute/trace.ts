import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { needsAnsiC, quoteAnsiC, quoteReusable, quoteSingle } from '../text/quote.ts';
import { expandPrompt } from '../expand/prompt.ts';
import type { ExpandedAssignment } from '../state/argument.ts';

/** Prints a command under `set -x`. */
export async function traceCommand(shell: Shell, words: readonly string[]): Promise<void> {
  await trace(shell, (shell.settings.dialect.name === 'dash' ? words : words.map(quoteTraced)).join(' '));
}

/** Prints an assignment under `set -x`. */
export async function traceAssignment(shell: Shell, assignment: ExpandedAssignment, text: string): Promise<void> {
  if (assignment.elements) return trace(shell, text);
  const { name, subscript, append, value } = assignment;
  await trace(shell, `${name}${subscript === undefined ? '' : `[${subscript}]`}${append ? '+' : ''}=${value === '' ? '' : quoteTraced(value ?? '')}`);
}

/** Prints a line with PS4 before it; its first character is repeated for each level of nesting. */
export async function trace(shell: Shell, text: string): Promise<void> {
  const { status } = shell;
  // PS4 itself is not traced.
  shell.options.put('xtrace', false);
  const prompt = await expandPs4(shell, shell.variables.text('PS4') ?? '');
  shell.options.put('xtrace', true);
  shell.status = status;
  const first = [...prompt][0] ?? '';
  const depth = Math.max(shell.traceDepth, 0);
  const line = `${first.repeat(depth)}${prompt}${text}\n`;
  const fd = Number(shell.variables.text('BASH_XTRACEFD') || 2);
  if (fd === 2) await shell.writeError(line);
  else await shell.write(fd, line);
}

/** PS4 as it stands when it cannot be expanded. */
async function expandPs4(shell: Shell, text: string): Promise<string> {
  try {
    return await expandPrompt(shell, text);
  } catch (error) {
    if (!(error instanceof ShellFailure)) throw error;
    await shell.report(error);
    return text;
  }
}

function quoteTraced(text: string): string {
  if (text === '') return "''";
  if (needsAnsiC(text) && !/[\s;&|<>()$`\\"'*?[\]!{}^]/.test(text)) return quoteAnsiC(text);
  if (/[\t\n]/.test(text)) return quoteSingle(text);
  return quoteReusable(text) === text ? text : quoteSingle(text);
}
