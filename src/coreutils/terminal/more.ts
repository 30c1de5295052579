import { fileType, fileTypeMask } from '../../kernel/uapi/index.ts';
import { openInput, rawProgram, readBlocks, readInput, reason, textOf, type Tool } from '../program/index.ts';
import { cut } from './cells.ts';
import { FullScreen } from './full-screen.ts';

const help = `Usage:
 more [options] <file>...

Display the contents of a file in a terminal.

Options:
 -d, --silent          display help instead of ringing bell
 -f, --logical         count logical rather than screen lines
 -l, --no-pause        suppress pause after form feed
 -c, --print-over      do not scroll, display text and clean line ends
 -p, --clean-print     do not scroll, clean screen and display text
 -e, --exit-on-eof     exit on end-of-file
 -s, --squeeze         squeeze multiple blank lines into one
 -u, --plain           suppress underlining and bold
 -n, --lines <number>  the number of lines per screenful
 -<number>             same as --lines
 +<number>             display file beginning from line number
 +/<pattern>           display file beginning from pattern match

 -h, --help            display this help
 -V, --version         display version

For more details see more(1).
`;

/** The pager of util-linux: text scrolls by, a screen at a time. */
export const more = rawProgram('more', async (tool, words) => {
  const { process } = tool;
  if (words.includes('--help') || words.includes('-h')) {
    tool.out.write(help);
    return 0;
  }
  const names = words.filter((word) => !/^[-+]./.test(word));
  const start = Number(words.find((word) => /^\+\d+$/.test(word)) ?? 1);
  const pattern = words.find((word) => word.startsWith('+/'))?.slice(2);
  const squeeze = words.some((word) => /^-[a-z]*s|^--squeeze/.test(word));
  if (names.length === 0) {
    if (process.isatty(0)) {
      await tool.errorText("more: bad usage\nTry 'more --help' for more information.\n");
      return 1;
    }
    names.push('-');
  }
  let status = 0;
  const screen = process.isatty(1) ? new FullScreen(process, { signals: true, alternate: false }) : undefined;
  await screen?.start();
  try {
    for (const [index, name] of names.entries()) {
      try {
        if (name !== '-' && (process.stat(name).mode & fileTypeMask) === fileType.directory) {
          await tool.errorText(`\n*** ${name}: directory ***\n\n`);
          continue;
        }
        if (names.length > 1) await tool.process.write(1, `${index > 0 ? '\n' : ''}::::::::::::::\n${name}\n::::::::::::::\n`);
        if (!screen) {
          for await (const block of readBlocks(process, openInput(process, name))) await process.write(1, block);
          continue;
        }
        let text = textOf(await readInput(process, name)).replace(/\n$/, '');
        if (squeeze) text = text.replace(/\n{3,}/g, '\n\n');
        const lines = text.split('\n');
        const found = pattern === undefined ? start - 1 : Math.max(0, lines.findIndex((line) => new RegExp(pattern).test(line)));
        if (!(await show(tool, screen, lines, found, index < names.length - 1 ? names[index + 1] : undefined))) break;
      } catch (error) {
        await tool.errorText(`more: cannot open ${name}: ${reason(error)}\n`);
        if (tool.busybox) status = 1;
      }
    }
  } finally {
    await screen?.end();
  }
  return status;
});

/** Shows the lines of a text; false when the user left. */
async function show(tool: Tool, screen: FullScreen, lines: readonly string[], from: number, next: string | undefined): Promise<boolean> {
  let at = from;
  let count = screen.size.rows - 1;
  let search: RegExp | undefined;
  const total = lines.reduce((sum, line) => sum + line.length + 1, 0);
  for (;;) {
    const { columns } = screen.size;
    let used = 0;
    while (at < lines.length && used < count) {
      const line = lines[at] ?? '';
      await tool.process.write(1, `${cut(line, 0, Infinity)}\n`);
      used += Math.max(1, Math.ceil(line.length / columns));
      at++;
    }
    if (at >= lines.length && next === undefined) return true;
    const shown = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
    await screen.write(`\x1b[7m--More--${at >= lines.length ? `(Next file: ${next})` : `(${Math.floor((100 * shown) / Math.max(1, total))}%)`}\x1b[27m`);
    const key = await screen.key();
    await screen.write('\r\x1b[K');
    const { rows } = screen.size;
    switch (key) {
      case 'q': case 'Q': case '^C': case 'eof': return false;
      case '^Z': await screen.suspend(); count = 0; break;
      case 'enter': case '^J': case 'j': count = 1; break;
      case 'd': case '^D': count = Math.floor(rows / 2); break;
      case 'b': case '^B': {
        at = Math.max(0, at - 2 * (rows - 1));
        await screen.write('...back 1 page\r\n');
        count = rows - 1;
        break;
      }
      case '=': await screen.write(`${at}`); count = 0; break;
      case 'h': case '?': await screen.write(`${help.replaceAll('\n', '\r\n')}`); count = 0; break;
      case '/': case 'n': {
        if (key === '/') {
          let text = '';
          await screen.write('/');
          for (let typed = await screen.key(); typed !== undefined && typed !== 'enter' && typed !== '^C'; typed = await screen.key()) {
            text = typed === 'backspace' ? text.slice(0, -1) : text + typed;
            await screen.write(`\r/${text}\x1b[K`);
          }
          search = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
        }
        const found = search ? lines.findIndex((line, index) => index >= at && search?.test(line)) : -1;
        if (found < 0) await screen.write('\r\x1b[7mPattern not found\x1b[27m\r\n');
        else {
          await screen.write('\r...skipping\r\n');
          at = Math.max(0, found - 2);
        }
        count = found < 0 ? 0 : rows - 1;
        break;
      }
      default: count = rows - 1;
    }
    if (at >= lines.length) return true;
  }
}
