import { defineProgram, readToEnd, textOf } from '../../program/index.ts';
import { FullScreen } from '../full-screen.ts';
import { act } from './actions.ts';
import { openFile } from './files.ts';
import { showHelp } from './help.ts';
import { NanoSession } from './session.ts';
import { TextBuffer } from './text-buffer.ts';
import { usageText } from './usage.ts';

const ignored = 'ABDFGHIKLMNOPRSUWZadegjmnpquwyz@%_0/';

export const nano = defineProgram({
  name: 'nano', usage: '[OPTIONS] [[+LINE[,COLUMN]] FILE]...', ownHelp: true,
  options: {
    help: '-h --help', version: '-V --version', indent: '-i --autoindent', numbers: '-l --linenumbers', spaces: '-E --tabstospaces', tabSize: '-T= --tabsize=', view: '-v --view', constant: '-c --constantshow',
    cutToEnd: '-k --cutfromcursor', noHelp: '-x --nohelp', saveOnExit: '-t --saveonexit', noNewline: '-L --nonewlines', values1: '-C= --backupdir=', values2: '-J= --guidestripe=', values3: '-Q= --quotestr=',
    values4: '-X= --wordchars=', values5: '-Y= --syntax=', values6: '-f= --rcfile=', values7: '-o= --operatingdir=', values8: '-r= --fill=', values9: '-s= --speller=', softwrap: '-S --softwrap', backup: '-B --backup',
    ...Object.fromEntries([...ignored].filter((letter) => !'LSB'.includes(letter)).map((letter) => [`ignored${letter}`, `-${letter}`])),
  },
  async run(tool, args) {
    const { process } = tool;
    if (args.has('help')) {
      tool.out.write(usageText);
      return 0;
    }
    if (args.has('version')) {
      tool.out.write(' GNU nano, version 8.4\n');
      return 0;
    }
    if (!process.isatty(1)) {
      await tool.errorText('Could not initialize terminal: standard output is not a terminal\n');
      return 1;
    }
    let piped: string | undefined;
    if (args.operands.includes('-')) piped = textOf(await readToEnd(process, 0));
    const screen = new FullScreen(process, { signals: false, alternate: true, ...(process.isatty(0) ? {} : { keyboard: process.open('/dev/tty', 'r+') }) });
    const session = new NanoSession(tool, screen, {
      numbers: args.has('numbers'), help: !args.has('noHelp'), view: args.has('view'), indent: args.has('indent'), tabs: !args.has('spaces'), tabSize: Number(args.value('tabSize')) || 8,
      constant: args.has('constant'), cutToEnd: args.has('cutToEnd'), caseSensitive: false, regex: false, backwards: false, saveOnExit: args.has('saveOnExit'), noNewline: args.has('noNewline'),
    });
    await screen.start();
    await screen.write('\x1b[?2004h');
    try {
      openAll(session, args.operands, piped);
      await loop(session);
    } finally {
      await screen.end('\x1b[?2004l');
    }
    return 0;
  },
});

function openAll(session: NanoSession, operands: readonly string[], piped: string | undefined): void {
  let line: { row: number; column: number } | undefined;
  for (const [index, operand] of operands.entries()) {
    const [, row, column] = /^\+(-?\d+)?(?:,(\d+))?$/.exec(operand) ?? [];
    if ((row !== undefined || column !== undefined) && index < operands.length - 1) {
      line = { row: Number(row ?? 1), column: Number(column ?? 1) };
      continue;
    }
    if (operand === '-') {
      openFile(session, '');
      session.current.text = new TextBuffer(piped ?? '');
      session.current.text.modified = true;
    } else openFile(session, operand, line);
    line = undefined;
  }
  if (session.buffers.length === 0) {
    openFile(session, '');
    session.say('Welcome to nano.  For basic help, type Ctrl+G.');
  }
  if (session.buffers.length > 1) session.at = 0;
}

async function loop(session: NanoSession): Promise<void> {
  while (session.running) {
    if (!session.screen.typedAhead) {
      if (session.settings.constant && !session.status) await act(session, '^C');
      await session.draw();
    }
    const key = (await session.screen.key()) ?? '';
    if (key === 'eof') return;
    if (key === 'resize' || key === '') continue;
    session.spotlight = undefined;
    // Messages stay for some keys; what changes whole lines takes them away at once.
    if (--session.patience <= 0 || /^(?:\^[KUXOWFQ\\_/]|M-[6^])$/.test(key)) session.status = undefined;
    if (key === '^G' || key === 'F1') await showHelp(session);
    else await act(session, key);
    session.lastKey = key;
  }
}
