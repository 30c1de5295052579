import type { Tool } from '../../program/index.ts';
import type { FullScreen } from '../full-screen.ts';
import type { LessOptions } from './options.ts';
import { equalsPrompt, expandPrompt, type PromptFacts } from './prompt.ts';
import type { TextSource } from './source.ts';
import { type Place, TextView } from './view.ts';

const reversed = (text: string): string => `\x1b[7m${text}\x1b[27m`;

/** Opens a file for reading; the reason when it cannot be. */
export type OpenSource = (name: string) => TextSource | string;

/** Shows texts a screen at a time and obeys less's keys. */
export class Pager {
  readonly tool: Tool;
  readonly screen: FullScreen;
  readonly options: LessOptions;
  readonly open: OpenSource;
  readonly names: string[];
  at = 0;
  view: TextView;
  top: Place = { line: 0, row: 0 };
  message: string | undefined;
  fresh = true;
  /** The first page of a text shorter than the screen stands at its bottom. */
  low = true;
  atEnd = false;
  last: Place = { line: 0, row: 0 };
  half: number | undefined;
  window: number | undefined;
  search: { pattern: RegExp; text: string; backwards: boolean; not: boolean } | undefined;
  readonly marks = new Map<string, { at: number; top: Place }>();
  count = '';
  running = true;
  inHelp = false;

  constructor(tool: Tool, screen: FullScreen, options: LessOptions, names: string[], open: OpenSource, first: TextSource, at: number) {
    this.tool = tool;
    this.screen = screen;
    this.options = options;
    this.names = names;
    this.open = open;
    this.at = at;
    this.view = new TextView(first, options);
  }

  get height(): number {
    return Math.max(1, this.screen.size.rows - 1);
  }

  facts(): PromptFacts {
    const { source } = this.view;
    const bottomLine = this.last.line;
    return {
      name: source.name === '-' ? undefined : source.name, fresh: this.fresh, file: this.at + 1, files: this.names.length, next: this.atEnd ? this.names[this.at + 1] : undefined, topLine: this.top.line + 1,
      bottomLine: bottomLine + 1, lines: source.ended ? source.lines.length : undefined, bottomByte: source.ends[bottomLine] ?? 0, size: source.size, atEnd: this.atEnd,
    };
  }

  async draw(): Promise<void> {
    const { rows: total, columns } = this.screen.size;
    const height = total - 1;
    this.view.columns = columns;
    this.view.highlight = this.search?.not ? undefined : this.search?.pattern;
    const page = await this.view.page(this.top, height);
    this.last = page.last;
    this.atEnd = page.end;
    // The size of a file is known: its lines are counted when the prompt needs them.
    if (page.end || (this.view.source.regular && this.options.promptKind === 2)) await this.view.source.readAll();
    const rows = page.rows.length < height && this.low ? [...Array.from({ length: height - page.rows.length }, () => ''), ...page.rows] : page.rows;
    while (rows.length < height) rows.push(this.options.tilde ? '\x1b[1m~\x1b[0m' : '');
    await this.screen.draw([...rows, this.prompt()], undefined);
    await this.screen.write(`\x1b[${total};${Math.min(columns, this.promptWidth + 1)}H\x1b[?25h`);
    this.message = undefined;
    this.fresh = false;
  }

  promptWidth = 0;

  prompt(): string {
    let text = this.message === undefined ? expandPrompt(this.options.prompts[this.options.promptKind] ?? '', this.facts()).replace(/ +$/, '') : `${this.message}  (press RETURN)`;
    if (this.inHelp && this.message === undefined) text = this.atEnd ? 'HELP -- END -- Press g to see it again, or q when done' : 'HELP -- Press RETURN for more, or q when done';
    if (this.view.filter && this.message === undefined) {
      this.promptWidth = text === '' ? 3 : text.length + 2;
      return text === '' ? '& :' : `& ${reversed(text)}`;
    }
    if (this.count !== '') {
      this.promptWidth = this.count.length + 2;
      return `:${this.count}`;
    }
    this.promptWidth = text === '' ? 1 : text.length;
    return text === '' ? ':' : reversed(text);
  }

  async tellPlace(): Promise<void> {
    const page = await this.view.page(this.top, this.height);
    this.last = page.last;
    this.atEnd = page.end;
    if (this.view.source.regular) await this.view.source.readAll();
    this.message = expandPrompt(equalsPrompt, this.facts()).trimEnd();
  }

  async scroll(count: number): Promise<void> {
    this.low = false;
    for (let left = Math.abs(count); left > 0; left--) {
      if (count > 0) {
        const page = await this.view.page(this.top, this.height);
        if (page.end) break;
      }
      const next = count > 0 ? await this.view.next(this.top) : this.view.previous(this.top);
      if (!next) break;
      this.top = next;
    }
  }

  async goLine(number: number): Promise<void> {
    this.low = false;
    const line = await this.view.firstFrom(Math.max(0, number - 1));
    if (line === undefined) {
      this.message = this.view.source.lines.length < number ? `Cannot seek to line number ${number}` : undefined;
      return this.goEnd();
    }
    this.top = { line, row: 0 };
    const bottom = this.view.source.ended ? this.view.lastTop(this.height) : undefined;
    if (bottom && (bottom.line < line || (bottom.line === line && bottom.row < 0))) this.top = bottom;
    return undefined;
  }

  async goEnd(): Promise<void> {
    this.low = false;
    await this.view.source.readAll();
    this.top = this.view.lastTop(this.height);
  }

  /** Goes back from the help text. */
  leaveHelp: (() => void) | undefined;

  /** Leaves the help text, or less. */
  quit(): void {
    if (this.leaveHelp) this.leaveHelp();
    else this.running = false;
  }

}
