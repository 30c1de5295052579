import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import type { Backend, BackendTerminal } from '../../backend/index.ts';
import { type Disposable, Emitter, type Event } from '../../base/index.ts';
import { keepScrollback, linesOf, recallScrollback } from './scrollback.ts';
import type { Settings } from './settings.ts';
import { t } from './texts.ts';
import { terminalTheme } from './terminal-theme.ts';
import { LineTracker, planTyping } from './typing.ts';

const monoFont = "'IBM Plex Mono', 'DejaVu Sans Mono', Consolas, Menlo, monospace";

/** What became of a text that was to be typed. */
export type Typed = 'typed' | 'busy' | 'not-ready';

/** One host's terminal: the screen, and a shell on the host behind it. Survives that shell. */
export class TerminalView implements Disposable {
  readonly host: string | undefined;
  readonly #xterm: Terminal;
  readonly #fit = new FitAddon();
  readonly #sizes = new ResizeObserver(() => this.fit());
  readonly #leaving = (): void => this.#keep();
  readonly #element: HTMLElement;
  readonly #line = new LineTracker();
  readonly #output = new Emitter<void>();
  readonly #inputs = new Emitter<string>();
  readonly #ends = new Emitter<void>();
  #session: BackendTerminal | undefined;
  #connect: (() => Promise<void>) | undefined;
  #early = '';
  /** The shell has shown itself, and has what was typed before: input goes to it from now on. */
  #greeted = false;
  #knowsPaste = false;
  #ended = false;
  /** What was recalled when the shell was opened; undefined once something was typed. */
  #recalled: readonly string[] | undefined;
  #intercept: ((data: string) => string | undefined) | undefined;
  /** What is pressed while a text is being typed comes after it. */
  #held: string | undefined;

  /** Something was written to the screen. */
  readonly onOutput: Event<void> = this.#output.event;
  /** The learner typed or pasted this. */
  readonly onInput: Event<string> = this.#inputs.event;
  /** The shell ended by itself. */
  readonly onEnd: Event<void> = this.#ends.event;

  constructor(element: HTMLElement, host: string | undefined, settings: Settings) {
    this.host = host;
    this.#element = element;
    this.#xterm = new Terminal({
      fontFamily: monoFont,
      fontSize: settings.fontSize,
      lineHeight: 1.25,
      cursorBlink: false,
      cursorStyle: 'bar',
      cursorWidth: 2,
      cursorInactiveStyle: 'outline',
      scrollback: 5000,
      theme: terminalTheme(),
      screenReaderMode: settings.screenReader,
      macOptionIsMeta: true,
      minimumContrastRatio: 4.5,
    });
    this.#xterm.loadAddon(this.#fit);
    this.#xterm.open(element);
    this.#xterm.onData((data) => this.#typed(data));
    this.#xterm.attachCustomKeyEventHandler((event) => !this.#isShortcut(event));
    this.#xterm.textarea?.setAttribute('enterkeyhint', 'send');
    this.#followPrompt();
    this.#sizes.observe(element);
    void document.fonts.load(`400 ${settings.fontSize}px ${monoFont}`).then(() => this.#measureAgain());
    addEventListener('pagehide', this.#leaving);
    this.fit();
  }

  /**
   * Opens a shell on the host; what was typed before reaches it. What the screen shows is kept under `key` (undefined: not at all); what was kept there is
   * shown first on hosts that were `resumed`. With another key than before, of another lab, the screen is a new one. Where shells outlive the page, the one of that `name` is joined, and its own
   * output is what is shown first.
   */
  async connect(backend: Backend, user: string, key: string | undefined, { resumed, name }: { resumed: boolean; name: string }): Promise<void> {
    const before = this.#element.dataset['key'];
    const other = before !== undefined && before !== key;
    if (other) {
      this.#keep();
      this.#xterm.reset();
    }
    this.#recalled = undefined;
    let recall: (() => void) | undefined;
    this.#connect = async () => {
      this.#ended = false;
      this.#greeted = false;
      const { rows, cols: columns } = this.#xterm;
      const session = await backend.openTerminal({ host: this.host, user, size: { rows, columns }, language: document.documentElement.lang, name });
      this.#session = session;
      if (session.joined) this.#xterm.reset();
      else recall?.();
      recall = undefined;
      session.onExit((code) => this.#exited(session, code));
      await new Promise<void>((shown) => {
        session.onData((data) => this.#show(session, data, shown));
      });
      if (this.#session !== session) return;
      if (this.#early !== '') session.write(this.#early);
      this.#early = '';
      this.#greeted = true;
    };
    if (key !== undefined) {
      this.#element.dataset['key'] = key;
      const why = other ? 'afterReturn' : 'afterReload';
      if (resumed && backend.capabilities.shells) recall = () => this.#recall(key, why);
      else if (resumed) this.#recall(key, why);
    }
    await this.#connect();
  }

  /** The host was reset or went away: a new shell is opened by `connect`. */
  disconnect(clear: boolean): void {
    this.#session?.dispose();
    this.#session = undefined;
    this.#connect = undefined;
    this.#knowsPaste = false;
    if (clear) this.#xterm.reset();
  }

  /** A new shell on the same, fresh host. */
  async reconnect(): Promise<void> {
    this.#session?.dispose();
    this.#session = undefined;
    this.#knowsPaste = false;
    this.#xterm.reset();
    await this.#connect?.();
  }

  /** The lab has no such host any more. */
  dispose(): void {
    this.disconnect(false);
    this.#sizes.disconnect();
    removeEventListener('pagehide', this.#leaving);
    this.#xterm.dispose();
  }

  /** Types a text as the learner would and runs it. `busy`: a program has the terminal; nothing was typed. */
  async type(text: string): Promise<Typed> {
    const session = this.#session;
    if (!session || !this.#greeted) return 'not-ready';
    const bracketedPaste = this.#xterm.modes.bracketedPasteMode;
    if ((this.#knowsPaste && !bracketedPaste) || this.#held !== undefined) return 'busy';
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const plan = planTyping(text, { bracketedPaste, clearLine: this.#line.dirty, still });
    this.#line.input('\r');
    this.#recalled = undefined;
    this.#xterm.scrollToBottom();
    this.#held = '';
    this.#reads('program');
    try {
      for (const part of plan.parts) {
        session.write(part);
        if (plan.pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, plan.pauseMs));
      }
      if (this.#held) session.write(this.#held);
    } finally {
      this.#held = undefined;
    }
    return 'typed';
  }

  /** Puts a text on the command line without running it, in place of what stands there. */
  put(text: string): Typed {
    const session = this.#session;
    if (!session || !this.#greeted) return 'not-ready';
    if ((this.#knowsPaste && !this.#xterm.modes.bracketedPasteMode) || this.#held !== undefined) return 'busy';
    if (this.#line.dirty) session.write('\x05\x15');
    session.write(text);
    this.#line.input(text);
    this.#recalled = undefined;
    this.#xterm.scrollToBottom();
    return 'typed';
  }

  /** Sends a key as the keyboard would. */
  press(keys: string): void {
    const arrow = /^\x1b\[([ABCD])$/.exec(keys);
    this.#typed(arrow && this.#xterm.modes.applicationCursorKeysMode ? `\x1bO${arrow[1]}` : keys);
    this.#xterm.focus();
  }

  /** Lets the next input be changed before it is sent (the key row's Ctrl); undefined from `change` sends it as it is. */
  interceptNext(change: ((data: string) => string | undefined) | undefined): void {
    this.#intercept = change;
  }

  focus(): void {
    this.#xterm.focus();
  }

  get focused(): boolean {
    return this.#element.contains(document.activeElement);
  }

  clear(): void {
    this.#xterm.clear();
  }

  /** Takes the size of its place. */
  fit(): void {
    if (this.#element.clientWidth < 40 || this.#element.clientHeight < 20) return;
    const { rows, cols } = this.#xterm;
    this.#fit.fit();
    if (rows !== this.#xterm.rows || cols !== this.#xterm.cols) this.#session?.resize({ rows: this.#xterm.rows, columns: this.#xterm.cols });
  }

  apply(settings: Settings): void {
    this.#xterm.options.fontSize = settings.fontSize;
    this.#xterm.options.screenReaderMode = settings.screenReader;
    this.fit();
  }

  retheme(): void {
    this.#xterm.options.theme = terminalTheme();
  }

  /** Name of the terminal for screen readers. */
  label(text: string): void {
    this.#xterm.textarea?.setAttribute('aria-label', text);
  }

  /** The last line with text in it. */
  get lastLine(): string {
    const buffer = this.#xterm.buffer.active;
    for (let row = buffer.baseY + buffer.cursorY; row >= 0; row--) {
      const text = buffer.getLine(row)?.translateToString(true).trim();
      if (text) return text;
    }
    return '';
  }

  #typed(input: string): void {
    const change = this.#intercept;
    this.#intercept = undefined;
    const data = change?.(input) ?? input;
    this.#inputs.fire(data);
    this.#recalled = undefined;
    this.#line.input(data);
    if (this.#ended) {
      if (data.includes('\r')) void this.#connect?.();
    } else if (this.#held !== undefined) this.#held += data;
    else if (this.#session && this.#greeted) this.#session.write(data);
    else this.#early += data;
    if (data.includes('\r')) this.#reads('program');
  }

  /** Who reads what is typed, as `data-reader`: a shell says it with bracketed paste, switched on at each prompt and off at each Enter (and at once at an Enter here). */
  #followPrompt(): void {
    for (const [final, reader] of [['h', 'prompt'], ['l', 'program']] as const) {
      this.#xterm.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
        if (parameters.includes(2004)) this.#reads(reader);
        return false;
      });
    }
  }

  #reads(reader: 'prompt' | 'program'): void {
    this.#element.dataset['reader'] = reader;
  }

  #show(session: BackendTerminal, data: Uint8Array, shown: () => void): void {
    this.#xterm.write(data, () => {
      session.shown(data.length);
      this.#knowsPaste ||= this.#xterm.modes.bracketedPasteMode;
      this.#output.fire();
      shown();
    });
  }

  #exited(session: BackendTerminal, code: number): void {
    if (this.#session !== session) return;
    this.#session = undefined;
    this.#ended = true;
    this.#knowsPaste = false;
    this.#ends.fire();
    this.#xterm.write(`\r\n\x1b[2m${t('sessionEnded', { code })} ${t('sessionAgain')}\x1b[22m\r\n`);
  }

  #recall(key: string, why: 'afterReload' | 'afterReturn'): void {
    const lines = recallScrollback(key);
    if (lines.length === 0) return;
    this.#recalled = lines;
    this.#xterm.write(`\x1b[2m${lines.join('\r\n')}\r\n— ${t(why)} —\x1b[22m\r\n\r\n`);
  }

  #keep(): void {
    const key = this.#element.dataset['key'];
    // Loaded again and left as it was: the same text is kept, without one more note.
    if (key !== undefined) keepScrollback(key, this.#recalled ?? linesOf(this.#xterm));
  }

  #measureAgain(): void {
    // Measured with a stand-in while the font was loading.
    this.#xterm.options.fontFamily = `${monoFont}, monospace`;
    this.#xterm.options.fontFamily = monoFont;
    this.fit();
  }

  #isShortcut(event: KeyboardEvent): boolean {
    if (event.altKey && !event.ctrlKey && /^Digit[0-9]$/.test(event.code)) return true;
    // As terminals on Linux have it: Ctrl-Shift-C copies, Ctrl-Shift-V pastes (the browser does that one).
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyC') {
      if (event.type === 'keydown' && this.#xterm.hasSelection()) void navigator.clipboard?.writeText(this.#xterm.getSelection());
      event.preventDefault();
      return true;
    }
    return event.ctrlKey && event.shiftKey && event.code === 'KeyV';
  }
}
