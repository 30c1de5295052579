import { defineProgram, localTime, strftime, timeZoneOf, UsageError } from '../program/index.ts';
import { cut, widthOf } from './cells.ts';
import { FullScreen } from './full-screen.ts';
import { layOutLine } from './less/layout.ts';
import { runToText } from './nano/run-command.ts';

const help = `
Usage:
 watch [options] command

Options:
  -b, --beep             beep if command has a non-zero exit
  -c, --color            interpret ANSI color and style sequences
  -C, --no-color         do not interpret ANSI color and style sequences
  -d, --differences[=<permanent>]
                         highlight changes between updates
  -e, --errexit          exit if command has a non-zero exit
  -g, --chgexit          exit when output from command changes
  -q, --equexit <cycles>
                         exit when output from command does not change
  -n, --interval <secs>  seconds to wait between updates
  -p, --precise          attempt run command in precise intervals
  -r, --no-rerun         do not rerun program on window resize
  -t, --no-title         turn off header
  -w, --no-wrap          turn off line wrapping
  -x, --exec             pass command to exec instead of "sh -c"

 -h, --help     display this help and exit
 -v, --version  output version information and exit

For more details see watch(1).
`;

export const watch = defineProgram({
  name: 'watch', usage: '[options] command', inOrder: true, ownHelp: true,
  options: {
    beep: '-b --beep', color: '-c --color', noColor: '-C --no-color', differences: '-d[=] --differences[=]', errexit: '-e --errexit', chgexit: '-g --chgexit', equexit: '-q= --equexit=', interval: '-n= --interval=',
    precise: '-p --precise', noRerun: '-r --no-rerun', noTitle: '-t --no-title', noWrap: '-w --no-wrap', exec: '-x --exec', help: '-h --help', version: '-v --version',
  },
  async run(tool, args) {
    const { process } = tool;
    if (args.has('help') || args.has('version')) {
      tool.out.write(args.has('help') ? help : 'watch from procps-ng 4.0.4\n');
      return 0;
    }
    if (args.operands.length === 0) {
      await tool.errorText(help);
      return 1;
    }
    const text = args.value('interval') ?? process.env['WATCH_INTERVAL'] ?? '2';
    if (!/^\d*\.?\d+$/.test(text.replace(',', '.'))) throw new UsageError(`failed to parse argument: '${text}': Invalid argument`, false);
    const seconds = Math.max(0.1, Number(text.replace(',', '.')));
    const command = args.has('exec') ? args.operands.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ') : args.operands.join(' ');
    const screen = new FullScreen(process, { signals: true, alternate: true });
    await screen.start();
    let before: string | undefined;
    let changed: Set<string> = new Set();
    let cycles = 0;
    try {
      for (;;) {
        const output = (await runToText(process, `${command}\nprintf '\\036%s' $?`, '')).replace(/\t/g, '        ');
        const [, body = '', code = '0'] = /^([^]*)\x1e(\d+)$/.exec(output) ?? [];
        const status = Number(code);
        const differs = before !== undefined && before !== body;
        cycles = before === body ? cycles + 1 : 0;
        if (args.has('beep') && status !== 0) await screen.write('\x07');
        const { rows, columns } = screen.size;
        const lines: string[] = [];
        if (!args.has('noTitle')) {
          const left = `Every ${seconds.toFixed(1)}s: `;
          const right = `${process.hostname()}: ${strftime('%a %b %e %H:%M:%S %Y', localTime(process.clock.now(), timeZoneOf(process)))}`;
          const room = columns - left.length - right.length - 1;
          const shown = room < 0 ? '' : widthOf(command) > room ? (room > 4 ? `${cut(command, 0, room - 4)}... ` : '') : command;
          lines.push(room < -left.length ? cut(right, 0, columns) : left + shown.replaceAll('\n', ' ') + ' '.repeat(Math.max(1, columns - left.length - widthOf(shown) - right.length)) + right, '');
        }
        const layout = { width: columns, chop: false, shift: 0, raw: args.has('color'), prefix: '', prefixWidth: 0, highlight: undefined };
        const plain = body.replace(/\n$/, '').split('\n').map((line) => (args.has('color') ? line : line.replace(/\x1b\[[0-9;]*m/g, '')));
        const wrapped = plain.flatMap((line) => (args.has('noWrap') ? [args.has('color') ? layOutLine(line, layout)[0] ?? '' : cut(line, 0, columns)] : layOutLine(line, layout)));
        if (args.has('differences') && before !== undefined) changed = markChanges(before.split('\n'), body.split('\n'), args.value('differences') === undefined ? new Set() : changed);
        lines.push(...wrapped.map((line, row) => (args.has('differences') ? highlight(line, row, changed) : line)));
        while (lines.length < rows) lines.push('');
        await screen.draw(lines.slice(0, rows), { row: 0, column: columns - 1 });
        if (args.has('chgexit') && differs) return 0;
        if (args.has('equexit') && cycles >= Number(args.value('equexit'))) return 0;
        if (args.has('errexit') && status !== 0) {
          await screen.write(`\x1b[${rows};1H\x1b[7mcommand exit with a non-zero status, press a key to exit\x1b[27m`);
          await screen.key();
          return status;
        }
        before = body;
        const until = process.clock.now() + seconds * 1000;
        for (;;) {
          const key = await screen.key(Math.max(0, until - process.clock.now()));
          if (key === '^C' || key === 'eof' || key === 'q') return 0;
          if (key === '^Z') await screen.suspend();
          if (key === undefined || key === ' ' || (key === 'resize' && !args.has('noRerun'))) break;
        }
      }
    } finally {
      await screen.end();
    }
  },
});

function markChanges(before: readonly string[], after: readonly string[], known: Set<string>): Set<string> {
  for (const [row, line] of after.entries()) {
    const old = before[row] ?? '';
    for (let at = 0; at < Math.max(line.length, old.length); at++) if (line[at] !== old[at]) known.add(`${row}:${at}`);
  }
  return known;
}

function highlight(line: string, row: number, changed: ReadonlySet<string>): string {
  return [...line].map((character, at) => (changed.has(`${row}:${at}`) ? `\x1b[7m${character}\x1b[27m` : character)).join('');
}
