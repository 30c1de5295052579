import { fileType, isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { blockUnit, defineProgram, humanSize, IdNames, isDirectory, isSymlink, joinPath, localTime, modeString, quote, quoteIfNeeded, reason, strftime, timeZoneOf, type Tool } from '../program/index.ts';
import { displayWidth, layOutColumns, layOutEvenColumns } from './columns.ts';
import { Colors } from './ls-colors.ts';
import { checkLsArguments, type LsArguments as Args, lsOptions as options } from './ls-options.ts';
import { matchGlob } from './glob.ts';

interface Entry {
  name: string;
  path: string;
  stat: Stat;
  link: string | undefined;
  targetMode: number | null | undefined;
}

export const ls = defineProgram({ name: 'ls', usage: '[OPTION]... [FILE]...', summary: 'List information about the FILEs (the current directory by default).', options, usageStatus: 2, run });

async function run(tool: Tool, args: Args): Promise<number> {
  const listing = new Listing(tool, args);
  return await listing.run(args.operands.length ? args.operands : ['.']);
}

class Listing {
  readonly #tool: Tool;
  readonly #args: Args;
  readonly #format: 'long' | 'single' | 'vertical' | 'across' | 'commas';
  readonly #colors: Colors | undefined;
  readonly #names: IdNames;
  readonly #zone: string;
  readonly #quoting: string;
  readonly #tty: boolean;
  /** What --block-size asks for. */
  readonly #block: ReturnType<typeof blockUnit>;
  #status = 0;
  #colored = false;
  #first = true;

  constructor(tool: Tool, args: Args) {
    this.#tool = tool;
    this.#args = args;
    this.#tty = tool.process.isatty(1);
    this.#names = new IdNames(tool.process);
    this.#zone = timeZoneOf(tool.process);
    const formats = { long: 'long', numeric: 'long', noOwner: 'long', longNoGroup: 'long', fullTime: 'long', single: 'single', columns: 'vertical', across: 'across', commas: 'commas' } as const;
    const last = args.last(...(Object.keys(formats) as (keyof typeof formats)[]));
    const word = args.value('format');
    const named = word === 'long' || word === 'verbose' ? 'long' : word === 'single-column' ? 'single' : word === 'across' || word === 'horizontal' ? 'across' : word === 'commas' ? 'commas' : word === 'vertical' ? 'vertical' : undefined;
    this.#format = last === 'single' && args.has('long') ? 'long' : last ? formats[last] : named ?? (args.has('zero') || !this.#tty ? 'single' : 'vertical');
    const when = args.has('color') ? args.value('color') || 'always' : 'never';
    const wanted = /^(always|yes|force)$/.test(when) || (/^(auto|tty|if-tty)$/.test(when) && this.#tty);
    checkLsArguments(args);
    this.#colors = wanted && knownTerminal(tool.process.env) ? new Colors(tool.process.env['LS_COLORS']) : undefined;
    const style = args.last('literal', 'escape', 'quoteName', 'quotingStyle');
    this.#block = args.last('human', 'si', 'kibibytes', 'blockSize') === 'blockSize' ? blockUnit(args.value('blockSize') ?? '') : undefined;
    this.#quoting = style === 'literal' ? 'literal' : style === 'escape' ? 'escape' : style === 'quoteName' ? 'c' : args.value('quotingStyle') ?? (this.#tty && !tool.busybox ? 'shell-escape' : 'literal');
  }

  async run(operands: string[]): Promise<number> {
    const files: Entry[] = [];
    const folders: Entry[] = [];
    for (const operand of operands) {
      const follow = this.#args.has('dereferenceArguments') || this.#args.has('dereference')
        || (this.#format !== 'long' && !this.#args.has('directory') && !this.#args.has('classify'));
      const entry = await this.#examine(operand, operand, follow || operand.endsWith('/'), 2);
      if (!entry) continue;
      let mode = entry.stat.mode;
      if (this.#format !== 'long' && entry.targetMode) mode = entry.targetMode;
      if (isDirectory(mode) && !this.#args.has('directory')) folders.push(entry);
      else files.push(entry);
    }
    if (files.length) await this.#print(this.#sorted(files), false);
    this.#first = files.length === 0;
    const titled = operands.length > 1 || this.#args.has('recursive');
    for (const folder of this.#sorted(folders)) await this.#list(folder.path, titled);
    return this.#status;
  }

  async #examine(path: string, name: string, follow: boolean, failure: number): Promise<Entry | undefined> {
    const { process } = this.#tool;
    try {
      let stat = process.lstat(path);
      const linked = isSymlink(stat.mode);
      let targetMode: number | null | undefined;
      let link: string | undefined;
      if (linked) {
        try {
          const target = process.stat(path);
          targetMode = target.mode;
          if (follow) stat = target;
        } catch (error) {
          if (!isSystemError(error)) throw error;
          targetMode = null;
          if (this.#args.has('dereference') || (failure === 2 && this.#args.has('dereferenceArguments'))) throw error;
        }
        if (isSymlink(stat.mode)) link = process.readlink(path);
      }
      return { name, path, stat, link, targetMode };
    } catch (error) {
      const words = reason(error);
      await this.#tool.error(this.#tool.busybox ? `${path}: ${words}` : `cannot access ${quote(path)}: ${words}`);
      this.#status = Math.max(this.#status, this.#tool.busybox ? 1 : failure);
      return undefined;
    }
  }

  async #list(path: string, titled: boolean): Promise<void> {
    const { process, out } = this.#tool;
    const args = this.#args;
    let names: string[];
    try {
      names = process.readdir(path).map((entry) => entry.name);
    } catch (error) {
      const words = reason(error);
      await this.#tool.error(this.#tool.busybox ? `can't open '${path}': ${words}` : `cannot open directory ${quote(path)}: ${words}`);
      this.#status = this.#tool.busybox ? 1 : 2;
      return;
    }
    const all = args.last('all', 'almostAll', 'unsortedAll');
    if (all === 'all' || all === 'unsortedAll') names.unshift('.', '..');
    const hidden = args.values('hide');
    const ignored = args.values('ignore');
    names = names.filter((name) => (all || !name.startsWith('.')) && !(args.has('ignoreBackups') && name.endsWith('~'))
      && !ignored.some((pattern) => matchGlob(pattern, name)) && (all !== undefined || !hidden.some((pattern) => matchGlob(pattern, name))));
    const entries: Entry[] = [];
    for (const name of names) {
      const entry = await this.#examine(joinPath(path, name), name, args.has('dereference'), 1);
      if (entry) entries.push(entry);
      await process.checkpoint();
    }
    if (titled) {
      out.write(`${this.#first ? '' : '\n'}${this.#shown(path, false)}:\n`);
    } else if (!this.#first) out.write('\n');
    this.#first = false;
    const sorted = this.#sorted(entries);
    await this.#print(sorted, true);
    if (!args.has('recursive')) return;
    for (const entry of sorted) {
      if (isDirectory(entry.stat.mode) && entry.name !== '.' && entry.name !== '..') await this.#list(entry.path, true);
    }
  }

  #sorted(entries: Entry[]): Entry[] {
    const args = this.#args;
    const sorts = { sortSize: 'size', sortTime: 'time', unsorted: 'none', unsortedAll: 'none', sortVersion: 'version', sortExtension: 'extension' } as const;
    const last = args.last(...(Object.keys(sorts) as (keyof typeof sorts)[]), 'sort');
    let by: string = last === 'sort' ? args.value('sort') ?? 'name' : last ? sorts[last] : 'name';
    if (by === 'name' && !last && this.#format !== 'long' && (args.has('ctime') || args.has('atime'))) by = 'time';
    const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
    const compare: Record<string, (a: Entry, b: Entry) => number> = {
      size: (a, b) => b.stat.size - a.stat.size || byName(a, b),
      time: (a, b) => this.#timeOf(b) - this.#timeOf(a) || byName(a, b),
      version: (a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }),
      extension: (a, b) => (extension(a.name) < extension(b.name) ? -1 : extension(a.name) > extension(b.name) ? 1 : byName(a, b)),
    };
    const sorted = by === 'none' ? [...entries] : [...entries].sort(compare[by] ?? byName);
    if (args.has('reverse') && by !== 'none') sorted.reverse();
    if (args.has('directoriesFirst')) sorted.sort((a, b) => Number(isDirectory(b.targetMode ?? b.stat.mode)) - Number(isDirectory(a.targetMode ?? a.stat.mode)));
    return sorted;
  }

  #timeOf(entry: Entry): number {
    const last = this.#args.last('atime', 'ctime', 'time');
    const which = last === 'time' ? this.#args.value('time') ?? '' : last ?? '';
    return /^(atime|access|use)$/.test(which) ? entry.stat.atime : /^(ctime|status)$/.test(which) ? entry.stat.ctime : entry.stat.mtime;
  }

  #shown(name: string, pad: boolean): string {
    switch (this.#quoting) {
      case 'shell-escape': case 'shell': {
        const quoted = quoteIfNeeded(name);
        return pad && quoted === name ? ` ${name}` : quoted;
      }
      case 'shell-escape-always': case 'shell-always': return quote(name);
      case 'locale': case 'clocale': return this.#quoting === 'clocale' ? JSON.stringify(name) : quote(name);
      case 'c': return JSON.stringify(name);
      case 'escape': return JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll(' ', '\\ ');
      // eslint-disable-next-line no-control-regex
      default: return this.#args.has('hideControl') || (this.#tty && this.#quoting !== 'literal') ? name.replace(/[\x00-\x1f\x7f]/g, '?') : name;
    }
  }

  #indicator(entry: Entry, mode = entry.stat.mode): string {
    const last = this.#args.last('classify', 'fileType', 'slash', 'indicator');
    const word = last === 'classify' ? 'classify' : last === 'fileType' ? 'file-type' : last === 'slash' ? 'slash' : last ? this.#args.value('indicator') : 'none';
    if (word === 'none' || (last === 'classify' && this.#args.value('classify') === 'auto' && !this.#tty)) return '';
    if (isDirectory(mode)) return '/';
    if (word === 'slash') return '';
    if (isSymlink(mode)) return this.#format === 'long' ? '' : '@';
    const type = mode & 0o170000;
    if (type === fileType.fifo) return '|';
    if (type === fileType.socket) return '=';
    return word === 'classify' && type === fileType.regular && mode & 0o111 ? '*' : '';
  }

  #paint(text: string, code: string | undefined): string {
    if (code === undefined) return text;
    const start = this.#colored ? '' : '\x1b[0m';
    this.#colored = true;
    const pad = text.startsWith(' ') ? ' ' : '';
    return `${start}${pad}\x1b[${code}m${text.slice(pad.length)}\x1b[0m`;
  }

  #cell(entry: Entry, pad: boolean): { text: string; width: number } {
    const name = this.#shown(entry.name, pad);
    const indicator = this.#indicator(entry);
    const context = this.#args.has('context') && this.#format !== 'long' ? '? ' : '';
    return { text: context + this.#paint(name, this.#colors?.of(entry.name, entry.stat.mode, entry.targetMode)) + indicator, width: context.length + displayWidth(name) + indicator.length };
  }

  #blocksOf(stat: Stat): string {
    if (this.#args.has('human') || this.#args.has('si')) return humanSize(stat.blocks * 512, this.#args.has('si') ? 1000 : 1024);
    return this.#block ? `${Math.ceil((stat.blocks * 512) / this.#block.size)}${this.#block.suffix}` : String(Math.ceil(stat.blocks / 2));
  }

  async #print(entries: Entry[], total: boolean): Promise<void> {
    const { out } = this.#tool;
    const args = this.#args;
    const end = args.has('zero') ? '\0' : '\n';
    if (total && (this.#format === 'long' || args.has('blocks'))) {
      out.write(`total ${this.#blocksOf({ blocks: entries.reduce((sum, entry) => sum + entry.stat.blocks, 0) } as Stat)}${end}`);
    }
    const columnar = this.#format === 'vertical' || this.#format === 'across';
    const pad = this.#quoting === 'shell-escape' && (this.#format === 'long' || columnar) && entries.some((entry) => quoteIfNeeded(entry.name) !== entry.name);
    const inodeWidth = Math.max(0, ...entries.map((entry) => String(entry.stat.ino).length));
    const blocksWidth = Math.max(0, ...entries.map((entry) => this.#blocksOf(entry.stat).length));
    const prefix = (entry: Entry): string => {
      const padded = this.#format !== 'commas';
      return (args.has('inode') ? `${String(entry.stat.ino).padStart(padded ? inodeWidth : 0)} ` : '') + (args.has('blocks') ? `${this.#blocksOf(entry.stat).padStart(padded ? blocksWidth : 0)} ` : '');
    };
    const cells = this.#format === 'long' ? [] : entries.map((entry) => {
      const before = prefix(entry);
      const cell = this.#cell(entry, pad);
      return { text: before + cell.text, width: before.length + cell.width };
    });
    if (this.#format === 'long') this.#printLong(entries, prefix, pad, end);
    else if (this.#format === 'single') for (const cell of cells) out.write(cell.text + end);
    else if (this.#format === 'commas') out.write(joinCommas(cells, this.#width()));
    else if (cells.length) out.write((this.#tool.busybox ? layOutEvenColumns : layOutColumns)(cells, this.#width(), this.#format === 'across'));
    await out.flush();
  }

  #width(): number {
    const asked = this.#args.value('width') ?? this.#tool.process.env['COLUMNS'];
    if (asked && /^\d+$/.test(asked)) return Number(asked) || Number.MAX_SAFE_INTEGER;
    return this.#tty ? this.#tool.process.windowSize(1).columns || 80 : 80;
  }

  #printLong(entries: Entry[], prefix: (entry: Entry) => string, pad: boolean, end: string): void {
    const args = this.#args;
    const owner = !args.has('noOwner');
    const group = !args.has('longNoGroup') && !args.has('noGroup');
    const numeric = args.has('numeric');
    const isDevice = (stat: Stat): boolean => [fileType.character, fileType.block].includes((stat.mode & 0o170000) as typeof fileType.character);
    const devices = entries.map(({ stat }) => stat).filter(isDevice);
    const [major, minor] = this.#tool.busybox ? [4, 3] : [Math.max(0, ...devices.map(({ rdev }) => String(rdev >> 8).length)), Math.max(0, ...devices.map(({ rdev }) => String(rdev & 0xff).length))];
    const size = (stat: Stat): string => {
      if (isDevice(stat)) return `${String(stat.rdev >> 8).padStart(major)}, ${String(stat.rdev & 0xff).padStart(minor)}`;
      if (this.#block) return `${Math.ceil(stat.size / this.#block.size)}${this.#block.suffix}`;
      return args.has('human') || args.has('si') ? humanSize(stat.size, args.has('si') ? 1000 : 1024) : String(stat.size);
    };
    const rows = entries.map((entry) => [
      String(entry.stat.nlink), numeric ? String(entry.stat.uid) : this.#names.user(entry.stat.uid), numeric ? String(entry.stat.gid) : this.#names.group(entry.stat.gid), size(entry.stat), this.#when(this.#timeOf(entry)),
    ]);
    // busybox: "%4lu %-8.8s %-8.8s %9llu", sizes for people in 7 columns
    const fixed = this.#tool.busybox ? [4, 8, 8, args.has('human') ? 7 : 9] : undefined;
    const widths = [0, 1, 2, 3, 4].map((column) => fixed?.[column] ?? Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
    entries.forEach((entry, index) => {
      const [links = '', user = '', groupName = '', bytes = '', when = ''] = rows[index] ?? [];
      const pads = (text: string, column: number): string => (fixed ? text.slice(0, 8).padEnd(8) : numeric ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0));
      let line = `${prefix(entry)}${modeString(entry.stat.mode)} ${links.padStart(widths[0] ?? 0)} `;
      if (owner) line += `${pads(user, 1)} `;
      if (group) line += `${pads(groupName, 2)} `;
      if (args.has('author')) line += `${pads(user, 1)} `;
      if (args.has('context')) line += '? ';
      line += `${bytes.padStart(widths[3] ?? 0)} ${when.padStart(widths[4] ?? 0)} `;
      line += this.#cell(entry, pad).text;
      if (entry.link !== undefined) {
        const target = this.#shown(entry.link, false);
        const color = entry.targetMode ? this.#colors?.of(entry.link, entry.targetMode) : undefined;
        line += ` -> ${this.#paint(target, color)}${entry.targetMode ? this.#indicator(entry, entry.targetMode) : ''}`;
      }
      this.#tool.out.write(line + end);
    });
  }

  #when(ms: number): string {
    const style = this.#args.last('fullTime', 'timeStyle') === 'fullTime' ? 'full-iso' : this.#args.value('timeStyle') ?? this.#tool.process.env['TIME_STYLE'] ?? 'locale';
    const time = localTime(ms, this.#zone);
    const now = this.#tool.process.clock.now();
    const recent = ms <= now && now - ms < (31556952 / 2) * 1000;
    if (style.startsWith('+')) {
      const [old = '', fresh] = style.slice(1).split('\n');
      return strftime(recent && fresh !== undefined ? fresh : old, time);
    }
    switch (style) {
      case 'full-iso': return strftime(this.#tool.busybox ? '%Y-%m-%d %H:%M:%S %z' : '%Y-%m-%d %H:%M:%S.%N %z', time);
      case 'long-iso': return strftime('%Y-%m-%d %H:%M', time);
      case 'iso': return strftime(recent ? '%m-%d %H:%M' : '%Y-%m-%d ', time);
      default: return strftime(recent ? '%b %e %H:%M' : '%b %e  %Y', time);
    }
  }
}

/** Without LS_COLORS, colours are for terminals that are known to have them. */
function knownTerminal(env: Record<string, string>): boolean {
  return Boolean(env['LS_COLORS'] || env['COLORTERM']) || /^(Eterm|ansi|con\d+x\d+|cons25|console|cygwin|dtterm|gnome|hurd|jfbterm|konsole|kterm|linux(-c)?|mlterm|putty|rxvt.*|screen.*|st|terminator|tmux.*|vt100|vt220|xterm.*)$|color|direct/.test(env['TERM'] ?? '');
}

function extension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot);
}

function joinCommas(cells: { text: string; width: number }[], lineWidth: number): string {
  let text = '';
  let position = 0;
  cells.forEach((cell, index) => {
    const size = cell.width + (index < cells.length - 1 ? 2 : 0);
    if (index > 0) {
      if (position + size < lineWidth) {
        text += ', ';
      } else {
        text += ',\n';
        position = 0;
      }
    }
    text += cell.text;
    position += size;
  });
  return `${text}\n`;
}
