import type { Shell } from '../state/shell.ts';
import { readLine } from './line-input.ts';
import { displayWidth } from '../text/width.ts';

/** The loop of `select`: shows the menu, reads a reply, runs the body until it breaks or the input ends. */
export async function runSelect(shell: Shell, name: string, words: readonly string[], state: { status: number }, body: () => Promise<boolean>): Promise<void> {
  let show = true;
  for (;;) {
    if (show) await shell.writeError(menu(words, Number(shell.variables.text('COLUMNS') ?? 80)));
    await shell.writeError(shell.variables.text('PS3') ?? '#? ');
    const line = await readLine(shell, 0);
    if (line === undefined) {
      await shell.write(1, '\n');
      state.status = 1;
      return;
    }
    const reply = line.replace(/\n$/, '');
    shell.variables.assign('REPLY', reply);
    show = reply === '';
    if (show) continue;
    const index = /^\s*\d+\s*$/.test(reply) ? Number(reply) : 0;
    shell.variables.assign(name, words[index - 1] ?? '');
    if (!(await body())) return;
    show = shell.variables.text('REPLY') === '';
  }
}

function menu(words: readonly string[], columns: number): string {
  const digits = String(words.length).length;
  const longest = Math.max(...words.map(displayWidth));
  const width = longest + digits + 2 + 2;
  const across = Math.max(1, Math.floor(columns / width));
  let rows = Math.ceil(words.length / across);
  const count = Math.ceil(words.length / rows);
  if (rows === 1) rows = words.length;
  const item = (index: number): string => `${String(index + 1).padStart(digits)}) ${words[index] ?? ''}`;
  let out = '';
  for (let row = 0; row < rows; row++) {
    const cells: string[] = [];
    for (let index = row; index < words.length; index += rows) cells.push(item(index));
    out += `${cells.map((cell, at) => (at < cells.length - 1 && count > 1 ? cell + ' '.repeat(Math.max(0, width - displayWidth(cell))) : cell)).join('')}\n`;
  }
  return out;
}
