import { fileType, fileTypeMask, isSystemError, strerror } from '../../../kernel/uapi/index.ts';
import { openInput, rawProgram, readBlocks, type Tool } from '../../program/index.ts';
import { FullScreen } from '../full-screen.ts';
import { helpText } from './help.ts';
import { initialOptions, type LessOptions, readOptionWord } from './options.ts';
import { runPager } from './pager.ts';
import { Pager } from './pager-state.ts';
import { TextSource } from './source.ts';
import { TextView } from './view.ts';

export const less = rawProgram('less', async (tool, words) => {
  const { process } = tool;
  const options = initialOptions();
  const names: string[] = [];
  if (process.env['LESS']) readOptionWord(options, `-${process.env['LESS'].replace(/^-/, '')}`, () => undefined);
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') {
      names.push(...queue.splice(0));
      break;
    }
    if (word === '--help' || word === '-?') {
      if (process.isatty(1)) return await showText(tool, options, helpText);
      tool.out.write(`${helpText.replace(/\x1b\[[0-9;]*m/g, '')}\n`);
      return 0;
    }
    if (word === '--version' || word === '-V') {
      tool.out.write('less 668 (GNU regular expressions)\nCopyright (C) 1984-2024  Mark Nudelman\n\nless comes with NO WARRANTY, to the extent permitted by law.\nFor information about the terms of redistribution,\nsee the file named README in the less distribution.\nHome page: https://greenwoodsoftware.com/less\n');
      return 0;
    }
    if (word.startsWith('+')) options.commands.push(word.replace(/^\++/, ''));
    else if (word.startsWith('-') && word !== '-') {
      const bad = readOptionWord(options, word, () => queue.shift());
      if (bad !== undefined) await tool.errorText(`There is no ${bad.length > 1 ? '' : '-'}${bad} option ("less --help" for help)\n`);
    } else names.push(word);
  }
  if (names.length === 0) {
    if (process.isatty(0)) {
      await tool.errorText('Missing filename ("less --help" for help)\n');
      return 1;
    }
    names.push('-');
  }
  if (!process.isatty(1)) return await copy(tool, names);
  return await page(tool, options, names);
});

/** What cannot be shown, in less's words. */
function openSource(tool: Tool, name: string): TextSource | string {
  const { process } = tool;
  try {
    if (name !== '-' && (process.stat(name).mode & fileTypeMask) === fileType.directory) return `${name} is a directory`;
    return new TextSource(process, openInput(process, name), name);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `${name}: ${strerror(error.code)}`;
  }
}

/** Without a terminal less is cat. */
async function copy(tool: Tool, names: readonly string[]): Promise<number> {
  let status = 0;
  for (const name of names) {
    const source = openSource(tool, name);
    if (typeof source === 'string') {
      // What is no terminal gets complaints with the text.
      await tool.process.write(1, `${source}\n`);
      if (tool.busybox) status = 1;
    } else for await (const block of readBlocks(tool.process, source.fd)) await tool.process.write(1, block);
  }
  return status;
}

async function page(tool: Tool, options: LessOptions, names: string[]): Promise<number> {
  let first: TextSource | undefined;
  let at = 0;
  const kept: string[] = [];
  for (const name of names) {
    const source = first ? undefined : openSource(tool, name);
    if (typeof source === 'string') {
      await tool.errorText(`${source}\n`);
      continue;
    }
    if (source) {
      first = source;
      at = kept.length;
    }
    kept.push(name);
  }
  if (!first) return 1;
  const { process } = tool;
  if (options.quitIfOneScreen && kept.length === 1 && (await fits(tool, first, options))) {
    tool.out.write(new TextViewText(first, options, process.windowSize(1).columns || 80).text);
    return 0;
  }
  const screen = new FullScreen(process, { signals: true, alternate: !options.noInit });
  await screen.start();
  try {
    await runPager(new Pager(tool, screen, options, kept, (name) => openSource(tool, name), first, at));
  } finally {
    await screen.end(options.noInit ? '\r\x1b[K' : '');
  }
  return 0;
}

/** The rows of a whole text. */
class TextViewText {
  readonly text: string;

  constructor(source: TextSource, options: LessOptions, columns: number) {
    const view = new TextView(source, options);
    view.columns = columns;
    this.text = source.lines.flatMap((_, line) => view.rows(line)).map((row) => `${row}\n`).join('');
  }
}

async function fits(tool: Tool, source: TextSource, options: LessOptions): Promise<boolean> {
  const { rows, columns } = tool.process.windowSize(1);
  await source.ensure(rows);
  if (!source.ended) return false;
  return new TextViewText(source, options, columns || 80).text.split('\n').length - 1 < (rows || 24);
}

async function showText(tool: Tool, options: LessOptions, text: string): Promise<number> {
  const { process } = tool;
  const [reader, writer] = process.pipe();
  process.close(writer);
  const source = new TextSource(process, reader, '-');
  source.lines.push(...text.split('\n'));
  source.ends.push(...source.lines.map((_, index) => index));
  source.ended = true;
  options.raw = true;
  options.prompts = ['?e(END):HELP -- Press RETURN for more, or q when done.', '', ''];
  const screen = new FullScreen(process, { signals: true, alternate: true });
  await screen.start();
  try {
    await runPager(new Pager(tool, screen, options, ['-'], () => '', source, 0));
  } finally {
    await screen.end();
  }
  return 0;
}
