import { isSystemError, parseSignal, strerror } from '../../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../../program/index.ts';
import { busyboxTop } from '../../process/busybox-top.ts';
import { cut } from '../cells.ts';
import { FullScreen } from '../full-screen.ts';
import { keysText, usageText } from './help.ts';
import { CpuClock } from './processes.ts';
import { fields, type SortField, topFrame, type TopFrame, type TopSettings } from './view.ts';

interface Invocation {
  batch: boolean;
  times: number;
  width: number | undefined;
  settings: TopSettings;
}

const longNames: Record<string, string> = { 'batch-mode': 'b', 'cmdline-toggle': 'c', delay: 'd', 'scale-summary-mem': 'E', 'scale-task-mem': 'e', 'threads-show': 'H', 'idle-toggle': 'i', iterations: 'n', 'list-fields': 'O', 'sort-override': 'o', pid: 'p', 'accum-time-toggle': 'S', 'secure-mode': 's', 'filter-any-user': 'U', 'filter-only-euser': 'u', width: 'w', 'single-cpu-toggle': '1', help: 'h', version: 'V' };

/** Reads the command line; a text instead is what to print (status 0) or to complain about. */
function parse(tool: Tool, words: readonly string[]): Invocation | { text: string; status: number } {
  const settings: TopSettings = {
    delay: tool.busybox ? 5 : 3, sort: '%CPU', reversed: false, fullCommand: false, perCpu: false, idle: true, forest: false, user: undefined, pids: undefined, limit: 0, showLoad: true, showTasks: true, showMemory: true,
    bold: true, columnMarked: false, coloured: false, scale: 1,
  };
  const result: Invocation = { batch: false, times: Infinity, width: undefined, settings };
  const queue = [...words];
  const bad = (text: string): { text: string; status: number } => ({ text: `top: ${text}\n`, status: 1 });
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word.startsWith('--')) {
      const [name = '', value] = word.slice(2).split('=');
      const letter = longNames[name];
      if (letter === undefined) return bad(`unrecognized option '${word}'`);
      word = `-${letter}${value ?? ''}`;
    }
    if (!word.startsWith('-')) word = `-${word}`;
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? '';
      const value = (): string => {
        const rest = (word ?? '').slice(at + 1).replace(/^=/, '');
        at = (word ?? '').length;
        return rest !== '' ? rest : queue.shift() ?? '';
      };
      switch (letter) {
        case 'b': result.batch = true; break;
        case 'c': settings.fullCommand = true; break;
        case 'i': settings.idle = false; break;
        case '1': settings.perCpu = true; break;
        case 'H': case 'S': case 's': break;
        case 'h': return { text: usageText, status: 0 };
        case 'V': return { text: 'top from procps-ng 4.0.4\n', status: 0 };
        case 'O': return { text: `${fields.join('\n')}\n`, status: 0 };
        case 'd': {
          const text = value();
          if (!/^\d*\.?\d+$/.test(text)) return bad(`bad delay interval '${text}'`);
          settings.delay = Number(text);
          break;
        }
        case 'n': {
          const text = value();
          if (!/^\d+$/.test(text) || Number(text) < 1) return bad(`bad iterations argument '${text}'`);
          result.times = Number(text);
          break;
        }
        case 'o': {
          const text = value().replace(/^([-+])/, '');
          const field = fields.find((one) => one === text);
          if (!field) return bad(`unrecognized field name '${text}'`);
          settings.sort = field;
          break;
        }
        case 'p': settings.pids = [...(settings.pids ?? []), ...value().split(',').map(Number)]; break;
        case 'u': case 'U': settings.user = value(); break;
        case 'w': result.width = Number(value()) || 512; break;
        case 'E': settings.scale = Math.max(0, 'kmgt'.indexOf(value())); break;
        case 'e': value(); break;
        default: return bad(`invalid option -- '${letter}'`);
      }
    }
  }
  return result;
}

export const top = rawProgram('top', async (tool, words) => {
  const { process, out } = tool;
  const parsed = parse(tool, words);
  if ('text' in parsed) {
    if (parsed.status === 0) out.write(parsed.text);
    else await tool.errorText(parsed.text);
    return parsed.status;
  }
  const { batch, times, settings } = parsed;
  if (tool.busybox) return await busyboxTop(tool, { batch, times, delay: settings.delay * 1000 });
  if (!batch && !process.isatty(0)) {
    await tool.errorText('top: failed tty get\n');
    return 1;
  }
  const clock = new CpuClock();
  if (!batch) return await new InteractiveTop(tool, settings, clock).run(times);
  for (let round = 0; round < times; round++) {
    if (round > 0) await process.sleep(settings.delay * 1000);
    const frame = topFrame(tool, clock, settings);
    const width = parsed.width ?? (process.isatty(1) ? process.windowSize(1).columns || 80 : 512);
    const lines = [...frame.summary.map((line) => line.replaceAll('~', '')), '', frame.head, ...frame.tasks.map((task) => clip(task.text, width))];
    out.write(`${round > 0 ? '\n' : ''}${lines.join('\n')}\n`);
    await out.flush();
  }
  return 0;
});

/** A line that is too long ends in `+`. */
function clip(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}+` : text;
}

class InteractiveTop {
  readonly #tool: Tool;
  readonly #settings: TopSettings;
  readonly #clock: CpuClock;
  readonly #screen: FullScreen;
  #frame: TopFrame | undefined;
  #message: string | undefined;
  #from = 0;

  constructor(tool: Tool, settings: TopSettings, clock: CpuClock) {
    this.#tool = tool;
    this.#settings = settings;
    this.#clock = clock;
    this.#screen = new FullScreen(tool.process, { signals: true, alternate: false });
  }

  async run(times: number): Promise<number> {
    const screen = this.#screen;
    await screen.start();
    await screen.write('\x1b[H\x1b[2J');
    try {
      for (let round = 0; round < times; round++) {
        this.#frame = topFrame(this.#tool, this.#clock, this.#settings);
        await this.#draw();
        if (round === times - 1) break;
        const until = this.#tool.process.clock.now() + this.#settings.delay * 1000;
        for (;;) {
          const key = await screen.key(Math.max(0, until - this.#tool.process.clock.now()));
          if (key === undefined || key === ' ' || key === 'enter') break;
          if (key === 'q' || key === '^C' || key === 'eof') return 0;
          if (key === '^Z') {
            await screen.suspend();
            await screen.write('\x1b[H\x1b[2J');
          } else if (key !== 'resize') await this.#obey(key);
          if (key !== 'resize') this.#frame = topFrame(this.#tool, this.#clock, this.#settings);
          await this.#draw();
        }
      }
    } finally {
      await screen.end(`\x1b[${screen.size.rows};1H\n`);
    }
    return 0;
  }

  async #draw(prompt?: string): Promise<void> {
    const frame = this.#frame;
    if (!frame) return;
    const { rows, columns } = this.#screen.size;
    const { coloured, columnMarked, sort, bold } = this.#settings;
    const base = coloured ? '\x1b[31m' : '';
    const summary = frame.summary.map((line, index) => (index === 0 && this.#settings.showLoad ? cut(line, 0, columns) : paint(line, columns, base, bold)));
    const message = prompt ?? this.#message ?? '';
    const lines = [...summary, message === '' ? '' : `\x1b[1m${cut(message, 0, columns)}\x1b[0m`];
    const head = columnMarked ? frame.head.replace(sort, (name) => `\x1b[27;1m${name}\x1b[22;7m`) : frame.head;
    lines.push(`\x1b[7m${coloured ? '\x1b[33m' : ''}${head.length > columns && !columnMarked ? head.slice(0, columns) : head}${' '.repeat(Math.max(0, columns - frame.head.length))}`);
    for (const task of frame.tasks.slice(this.#from)) lines.push(`${base}${task.running && bold ? '\x1b[1m' : ''}${clip(task.text, columns)}`);
    while (lines.length < rows) lines.push('');
    await this.#screen.draw(lines.slice(0, rows), prompt === undefined ? { row: summary.length, column: 0 } : { row: summary.length, column: Math.min(columns - 1, prompt.length) });
    this.#message = undefined;
  }

  /** Asks in the line above the table; undefined when it was given up. */
  async #ask(question: string): Promise<string | undefined> {
    let text = '';
    for (;;) {
      await this.#draw(`${question} ${text}`);
      const key = (await this.#screen.key()) ?? '';
      if (key === 'enter' || key === '^J') return text;
      if (key === 'escape' || key === '^C' || key === 'eof') return undefined;
      if (key === 'backspace') text = text.slice(0, -1);
      else if ([...key].length === 1) text += key;
    }
  }

  async #obey(key: string): Promise<void> {
    const settings = this.#settings;
    const sorts: Record<string, SortField> = { P: '%CPU', M: '%MEM', T: 'TIME+', N: 'PID' };
    const sort = sorts[key];
    if (sort) {
      settings.sort = sort;
      return;
    }
    switch (key) {
      case 'R': settings.reversed = !settings.reversed; return;
      case '<': case '>': settings.sort = fields[Math.max(0, Math.min(fields.length - 1, fields.indexOf(settings.sort) + (key === '<' ? -1 : 1)))] ?? settings.sort; return;
      case 'c': settings.fullCommand = !settings.fullCommand; return;
      case '1': settings.perCpu = !settings.perCpu; return;
      case 'i': settings.idle = !settings.idle; return;
      case 'V': settings.forest = !settings.forest; return;
      case 'l': settings.showLoad = !settings.showLoad; return;
      case 't': settings.showTasks = !settings.showTasks; return;
      case 'm': settings.showMemory = !settings.showMemory; return;
      case 'E': settings.scale = (settings.scale + 1) % 4; return;
      case 'x': settings.columnMarked = !settings.columnMarked; return;
      case 'b': case 'B': case 'y': settings.bold = !settings.bold; return;
      case 'z': settings.coloured = !settings.coloured; return;
      case 'up': this.#from = Math.max(0, this.#from - 1); return;
      case 'down': this.#from = Math.min(Math.max(0, (this.#frame?.tasks.length ?? 1) - 1), this.#from + 1); return;
      case 'home': this.#from = 0; return;
      case 'h': case '?': return this.#help();
      case 'd': case 's': return this.#delay();
      case 'k': return this.#kill();
      case 'r': return this.#renice();
      case 'u': case 'U': return this.#user();
      case 'n': case '#': {
        const text = await this.#ask(`Maximum tasks = ${settings.limit}, change to (0 is unlimited)`);
        if (text !== undefined && /^\d+$/.test(text)) settings.limit = Number(text);
        return;
      }
      case 'W': this.#message = ' Wrote configuration to \'~/.config/procps/toprc\' '; return;
      default: this.#message = ' Unknown command - try \'h\' for help ';
    }
  }

  async #help(): Promise<void> {
    const { rows, columns } = this.#screen.size;
    const lines = keysText.split('\n').map((line) => cut(line, 0, columns));
    while (lines.length < rows) lines.push('');
    await this.#screen.draw(lines.slice(0, rows), { row: Math.min(rows, keysText.split('\n').length) - 1, column: 26 });
    await this.#screen.key();
    this.#screen.forget();
  }

  async #delay(): Promise<void> {
    const text = await this.#ask(`Change delay from ${this.#settings.delay.toFixed(1)} to`);
    if (text === undefined || text === '') return;
    if (/^\d*\.?\d+$/.test(text)) this.#settings.delay = Number(text);
    else this.#message = ' Unacceptable floating point ';
  }

  async #user(): Promise<void> {
    const text = await this.#ask('Which user (blank for all)');
    if (text === undefined) return;
    const { process } = this.#tool;
    const known = text === '' || /^\d+$/.test(text) || new RegExp(`^${text.replace(/[^\w-]/g, '')}:`, 'm').test(process.exists('/etc/passwd') ? process.readTextFile('/etc/passwd') : '');
    if (!known) this.#message = ' Invalid user ';
    else this.#settings.user = text === '' ? undefined : text;
  }

  async #kill(): Promise<void> {
    const suggested = this.#frame?.first?.entry.pid;
    const text = await this.#ask(`PID to signal/kill [default pid = ${suggested ?? 0}]`);
    if (text === undefined) return;
    const pid = text === '' ? suggested : Number(text);
    if (!pid || !Number.isInteger(pid)) {
      this.#message = ' Unacceptable integer ';
      return;
    }
    const wanted = await this.#ask(`Send pid ${pid} signal [15/sigterm]`);
    if (wanted === undefined) return;
    const signal = parseSignal(wanted === '' ? 'TERM' : wanted);
    try {
      if (!signal) this.#message = ' Invalid signal ';
      else this.#tool.process.kill(pid, signal);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#message = ` Failed signal pid '${pid}' with '${wanted || 15}': ${strerror(error.code)} `;
    }
  }

  async #renice(): Promise<void> {
    const suggested = this.#frame?.first?.entry.pid ?? 0;
    const text = await this.#ask(`PID to renice [default pid = ${suggested}]`);
    if (text === undefined) return;
    const value = await this.#ask(`Renice PID ${text || suggested} to value`);
    if (value === undefined) return;
    try {
      this.#tool.process.setpriority(Number(text || suggested), Number(value));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#message = ` Failed renice of PID ${text || suggested} to ${value}: ${strerror(error.code)} `;
    }
  }
}

/** A summary line: what stands between `~` is bold. */
function paint(line: string, columns: number, base: string, bold: boolean): string {
  let out = base;
  let used = 0;
  for (const [index, part] of line.split('~').entries()) {
    const text = part.slice(0, Math.max(0, columns - used));
    used += text.length;
    out += index % 2 === 1 && bold ? `\x1b[1;39m${text}\x1b[0m${base}` : text;
  }
  return out;
}
