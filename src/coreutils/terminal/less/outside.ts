import { isSystemError, strerror } from '../../../kernel/uapi/index.ts';
import { helpText } from './help.ts';
import type { Pager } from './pager-state.ts';
import { ask } from './search.ts';
import { TextSource } from './source.ts';
import { TextView } from './view.ts';

const reversed = (text: string): string => `\x1b[7m${text}\x1b[27m`;

export function help(pager: Pager): void {
  if (pager.inHelp) return;
  const { process } = pager.tool;
  const [reader, writer] = process.pipe();
  const saved = { view: pager.view, top: pager.top };
  const source = new TextSource(process, reader, 'HELP');
  process.close(writer);
  source.lines.push(...helpText.split('\n'));
  source.ends.push(...source.lines.map((_, index) => index));
  source.ended = true;
  process.close(reader);
  pager.view = new TextView(source, { ...pager.options, raw: true, numbers: false });
  pager.top = { line: 0, row: 0 };
  pager.inHelp = true;
  pager.low = false;
  pager.leaveHelp = () => {
    pager.view = saved.view;
    pager.top = saved.top;
    pager.inHelp = false;
    pager.fresh = true;
    pager.leaveHelp = undefined;
  };
}

export async function command(pager: Pager): Promise<void> {
  const command = await ask(pager, '!');
  if (command !== undefined) await shell(pager, command === '' ? '${SHELL:-sh}' : command, true);
}

export async function shell(pager: Pager, command: string, wait: boolean): Promise<void> {
  const { process } = pager.tool;
  await pager.screen.end();
  const pid = process.fork(async (child) => {
    for (const signal of ['SIGINT', 'SIGTSTP'] as const) child.onSignal(signal, 'default');
    return child.exec('/bin/sh', ['sh', '-c', command]);
  });
  for (;;) {
    try {
      await process.wait(pid);
      break;
    } catch (error) {
      if (!isSystemError(error, 'EINTR')) break;
    }
  }
  await pager.screen.start();
  if (wait) {
    await pager.screen.write(`\x1b[${pager.screen.size.rows};1H${reversed('!done  (press RETURN)')}`);
    await pager.screen.key();
  }
  pager.fresh = true;
  pager.screen.forget();
}

export async function save(pager: Pager): Promise<void> {
  const name = await ask(pager, 'log file: ');
  if (!name) return;
  await pager.view.source.readAll();
  try {
    pager.tool.process.writeFile(name, pager.view.source.lines.map((line) => `${line}\n`).join(''));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    pager.message = `Cannot write to "${name}": ${strerror(error.code)}`;
  }
}
