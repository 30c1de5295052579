import type { FullScreen } from '../full-screen.ts';
import type { Tool } from '../../program/index.ts';
import { closeMenu, mainMenu, type Menu, questionRows } from './menus.ts';
import type { TextBuffer } from './text-buffer.ts';
import { render, type Status, textRows, type ViewState } from './view.ts';

/** An open file. */
export interface OpenBuffer {
  text: TextBuffer;
  /** Empty for a text without a file. */
  path: string;
  top: number;
  format: 'unix' | 'dos';
  /** What the file held when it was read or written last; undefined when it did not exist. */
  mtime: number | undefined;
}

/** Options that change while nano runs. */
export interface NanoSettings {
  numbers: boolean;
  help: boolean;
  view: boolean;
  indent: boolean;
  tabs: boolean;
  tabSize: number;
  constant: boolean;
  cutToEnd: boolean;
  caseSensitive: boolean;
  regex: boolean;
  backwards: boolean;
  saveOnExit: boolean;
  noNewline: boolean;
}

/** What a prompt gave: the text, or the key that ended it otherwise. */
export interface Answer {
  key: string;
  text: string;
}

/** One run of nano: its screen, its open files, its settings, what was cut and searched. */
export class NanoSession {
  readonly tool: Tool;
  readonly screen: FullScreen;
  readonly settings: NanoSettings;
  buffers: OpenBuffer[] = [];
  at = 0;
  status: Status | undefined;
  cut = '';
  lastKey = '';
  searches: string[] = [];
  replacements: string[] = [];
  spotlight: ViewState['spotlight'];
  running = true;
  /** Keys until the message goes away. */
  patience = 0;

  constructor(tool: Tool, screen: FullScreen, settings: NanoSettings) {
    this.tool = tool;
    this.screen = screen;
    this.settings = settings;
  }

  get current(): OpenBuffer {
    const open = this.buffers[this.at];
    if (!open) throw new Error('nano without a buffer');
    return open;
  }

  get text(): TextBuffer {
    return this.current.text;
  }

  /** Rows of text on the screen. */
  get height(): number {
    return textRows(this.screen.size.rows, this.settings.help);
  }

  say(text: string, alert = false): void {
    this.status = { text, alert };
    this.patience = 20;
  }

  async draw(prompt?: ViewState['prompt'], menu?: ViewState['menu']): Promise<void> {
    const { rows, columns } = this.screen.size;
    const { settings, current } = this;
    const frame = render({
      buffer: current.text, title: current.path === '' ? 'New Buffer' : current.path, place: this.buffers.length > 1 ? `[${this.at + 1}/${this.buffers.length}]` : undefined, top: current.top,
      numbers: settings.numbers, showHelp: settings.help && rows >= 5, tabSize: settings.tabSize, readOnly: settings.view, status: this.status, prompt, spotlight: this.spotlight,
      menu: menu ?? (this.buffers.length > 1 ? closeMenu : mainMenu),
    }, rows, columns);
    current.top = frame.top;
    await this.screen.draw(frame.rows, frame.cursor);
  }

  /** Asks for a text at the status bar. Keys in `special` end it at once. */
  async ask(label: string, menu: Menu, initial = '', special: readonly string[] = [], history: readonly string[] = []): Promise<Answer> {
    let text = initial;
    let cursor = text.length;
    let place = history.length;
    for (;;) {
      await this.draw({ label: `${label}: `, text, cursor }, menu);
      const key = (await this.screen.key()) ?? '';
      if (special.includes(key)) return { key, text };
      const before = [...text.slice(0, cursor)];
      const previous = cursor - (before.at(-1)?.length ?? 0);
      switch (key) {
        case 'enter': case '^J': return { key: 'enter', text };
        case '^C': case 'eof': return { key: '^C', text: '' };
        case 'backspace':
          text = text.slice(0, previous) + text.slice(cursor);
          cursor = previous;
          break;
        case 'delete': case '^D': text = text.slice(0, cursor) + text.slice(cursor + ([...text.slice(cursor)][0]?.length ?? 0)); break;
        case 'left': case '^B': cursor = previous; break;
        case 'right': case '^F': cursor += [...text.slice(cursor)][0]?.length ?? 0; break;
        case 'home': case '^A': cursor = 0; break;
        case 'end': case '^E': cursor = text.length; break;
        case '^K': text = text.slice(0, cursor); break;
        case '^U':
          text = text.slice(0, cursor) + this.cut.replaceAll('\n', '') + text.slice(cursor);
          cursor += this.cut.replaceAll('\n', '').length;
          break;
        case 'up': case '^P': case 'down': case '^N': {
          place = Math.max(0, Math.min(history.length, place + (key === 'up' || key === '^P' ? -1 : 1)));
          text = history[place] ?? initial;
          cursor = text.length;
          break;
        }
        default: {
          const typed = key.startsWith('paste:') ? key.slice(6).replaceAll('\n', ' ') : [...key].length === 1 ? key : '';
          text = text.slice(0, cursor) + typed + text.slice(cursor);
          cursor += typed.length;
        }
      }
    }
  }

  /** Asks yes, no (or all); `undefined` for Cancel. */
  async confirm(question: string, all = false): Promise<'yes' | 'no' | 'all' | undefined> {
    for (;;) {
      const rows = questionRows(all, this.screen.size.columns);
      await this.draw({ label: `${question} `, text: '', cursor: 0 }, rows);
      const key = (await this.screen.key()) ?? '';
      if (/^[yY]$/.test(key)) return 'yes';
      if (/^[nN]$/.test(key)) return 'no';
      if (all && /^[aA]$/.test(key)) return 'all';
      if (key === '^C' || key === 'eof') return undefined;
    }
  }
}
