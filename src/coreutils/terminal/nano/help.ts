import { cut, widthOf } from '../cells.ts';
import { helpMenu, menuRows } from './menus.ts';
import type { NanoSession } from './session.ts';

/** Own words; the keys are nano's. */
const text = `
This editor is small on purpose. The top line shows the program's version,
the name of the file, and a star when it was changed. Below is the text. The
third line from the bottom shows messages and asks questions; the two lowest
lines show the most used shortcuts.

^X means: hold Ctrl and press X. M-X means: hold Alt and press X, or press
Esc and then X.

^G     (F1)      Show this text
^X     (F2)      Close the file; asks whether to save
^O     (F3)      Write the text to a file
^S               Save without asking
^R     (Ins)     Put a file in at the cursor

^W     (F6)      Search forward
^Q               Search backward
M-W              Search the next one
M-Q              Search the previous one
^\\     (M-R)     Search and replace
^/     (M-G)     Go to a line and a column

^K               Cut the line, or the marked text
M-6              Copy the line, or the marked text
^U               Paste what was cut or copied
M-A    (^6)      Set or take away the mark
M-T              Cut from here to the end of the file
M-U              Undo
M-E              Redo

^B     (Left)    Back one character
       (Right)   Forward one character
^P     (Up)      To the line before
^N     (Down)    To the next line
^A     (Home)    To the start of the line
^E     (End)     To the end of the line
^Y     (PgUp)    One page up
^V     (PgDn)    One page down
M-\\              To the first line
M-/              To the last line
M-]              To the matching bracket
^Left            To the word before
^Right           To the next word

^C     (F11)     Show where the cursor is
M-D              Count lines, words and characters
^J               Fill the paragraph anew
^T               Run a command and take in what it prints
M-}              Indent
M-{              Unindent
M-3              Comment or uncomment
M-N              Line numbers on or off
M-I              Automatic indentation on or off
M-X              The two help lines on or off
M-.              To the next open file
M-,              To the previous open file
^L               Draw the screen anew
^Z               Suspend: fg brings the editor back
`.trim().split('\n');

/** ^G: the help text, until ^X. */
export async function showHelp(session: NanoSession): Promise<void> {
  let top = 0;
  for (;;) {
    const { rows, columns } = session.screen.size;
    const height = Math.max(1, rows - 4);
    top = Math.max(0, Math.min(top, text.length - height));
    const title = 'Main nano help text';
    const bar = `${' '.repeat(Math.max(0, Math.floor((columns - widthOf(title)) / 2)))}${title}`;
    const out = [`\x1b[7m${cut(bar, 0, columns).padEnd(columns)}`, ''];
    for (let row = 0; row < height - 1; row++) out.push(text[top + row] === undefined ? '' : ` ${cut(text[top + row] ?? '', 0, columns - 1)}`);
    out.push('', ...menuRows(helpMenu, columns));
    await session.screen.draw(out.slice(0, rows), undefined);
    switch (await session.screen.key()) {
      case '^X': case 'q': case '^C': case 'eof': case 'F1': case 'escape': return;
      case 'up': case '^P': case 'k': top--; break;
      case 'down': case '^N': case 'j': top++; break;
      case 'pageup': case '^Y': case 'b': top -= height - 2; break;
      case 'pagedown': case '^V': case ' ': top += height - 2; break;
      case 'M-\\': case 'home': top = 0; break;
      case 'M-/': case 'end': top = text.length; break;
      default:
    }
  }
}
