import { decimal, humanBytes, rate, threeDigits } from './quantities.ts';

/** Shows how far a file has come. */
export interface Progress {
  /** Before the first byte. */
  start(): string;
  /** `size` bytes of the file are there after `seconds`. */
  update(size: number, seconds: number): string;
  finish(size: number, seconds: number): string;
}

interface DotStyle {
  bytes: number;
  cluster: number;
  line: number;
}

const dotStyles: Record<string, DotStyle> = { default: { bytes: 1024, cluster: 10, line: 50 }, binary: { bytes: 8192, cluster: 16, line: 48 }, mega: { bytes: 65_536, cluster: 8, line: 48 }, giga: { bytes: 1_048_576, cluster: 8, line: 32 } };

/** The style that --progress names; undefined for none. */
export function progressStyle(text: string): { kind: 'bar'; force: boolean } | { kind: 'dot'; style: DotStyle } | undefined {
  const [kind, ...more] = text.split(':');
  if (kind === 'bar') return { kind, force: more.includes('force') };
  const style = dotStyles[more[0] ?? 'default'] ?? dotStyles['default'];
  return kind === 'dot' && style ? { kind, style } : undefined;
}

/** Dots, fifty in a line: for logs. `from`: bytes that were there before; `total`: of the whole file, where it is known. */
export function dots(style: DotStyle, from: number, total: number | undefined): Progress {
  const row = style.bytes * style.line;
  const begun = Math.floor(from / row) * row;
  let [rows, count, pending, lineStarted, seconds] = [begun / row, 0, 0, 0, 0];
  let seen = from;
  const head = (): string => `\n${String(Math.floor((rows * row) / 1024)).padStart(6)}K`;
  const figures = (bytes: number, size: number, last: boolean): string => {
    const percent = total !== undefined && total > 0 ? `${String(Math.floor((100 * size) / total)).padStart(3)}%` : '';
    const { value, power } = rate(bytes, seconds - lineStarted);
    const left = total === undefined || last ? '' : ` ${eta(total - size, size - from, seconds)}`;
    return `${percent} ${threeDigits(value).padStart(4)}${[' ', 'K', 'M', 'G'][power] ?? ''}${last ? `=${decimal(seconds)}s` : left}`;
  };
  return {
    start() {
      if (from === 0) return '';
      let text = begun > 0 ? `\n${' '.repeat(2 + Math.max(6, String(begun / 1024).length))}[ skipping ${begun / 1024}K ]` : '';
      text += head();
      for (pending = from - begun; pending >= style.bytes; pending -= style.bytes) text += `${count % style.cluster === 0 ? ' ' : ''}${count++ >= 0 ? ',' : ''}`;
      return text;
    },
    update(size, now) {
      let text = '';
      seconds = now;
      pending += size - seen;
      seen = size;
      for (; pending >= style.bytes; pending -= style.bytes) {
        if (count === 0) text += head();
        text += `${count % style.cluster === 0 ? ' ' : ''}.`;
        if (++count < style.line) continue;
        rows++;
        count = 0;
        text += figures(row, rows * row, false);
        lineStarted = seconds;
      }
      return text;
    },
    finish(size, now) {
      seconds = now;
      let text = count === 0 ? head() : '';
      for (let i = count; i < style.line; i++) text += i % style.cluster === 0 ? '  ' : ' ';
      return `${text}${figures(size - Math.max(from, rows * row), size, true)}\n\n`;
    },
  };
}

function eta(left: number, done: number, seconds: number): string {
  const whole = Math.round((left * seconds) / Math.max(done, 1));
  if (whole < 100) return `${whole}s`;
  if (whole < 6000) return `${Math.floor(whole / 60)}m${whole % 60}s`;
  return `${Math.floor(whole / 3600)}h${Math.floor((whole % 3600) / 60)}m`;
}

/** A bar over the width of a terminal. */
export function bar(name: string, from: number, total: number | undefined, columns: number): Progress {
  const width = Math.max(columns, 45) - 1;
  const nameWidth = Math.floor(width / 4);
  const inner = Math.max(1, width - nameWidth - 40);
  let [tick, shown, last] = [0, '', 0];
  const draw = (size: number, seconds: number, end: boolean): string => {
    const percent = total !== undefined && total > 0 ? Math.min(100, Math.floor((100 * size) / total)) : undefined;
    const filled = percent === undefined || total === undefined ? 0 : Math.floor((inner * size) / total);
    const room = Math.max(1, inner - 2);
    const at = tick % (2 * room - 2 || 1) < room ? tick % (2 * room - 2 || 1) : 2 * room - 2 - (tick % (2 * room - 2 || 1));
    const middle = percent === undefined ? `${' '.repeat(at)}<=>`.slice(0, inner) : filled > 0 ? `${'='.repeat(filled - 1)}>` : '';
    tick++;
    const { value, power } = rate(size - from, seconds);
    const speed = size > from && seconds > 0.001 ? `${threeDigits(value).padStart(4)}${[' B/s', 'KB/s', 'MB/s', 'GB/s'][power] ?? ''}` : '--.-KB/s';
    const long = name.length > nameWidth;
    const label = long ? (end ? name.slice(0, nameWidth) : name.slice(0, Math.ceil(nameWidth / 2)).padStart(nameWidth)) : name.padEnd(nameWidth);
    const when = end ? `    in ${decimal(seconds)}s` : seconds > 3 && percent !== undefined && total !== undefined && size > from ? `    eta ${eta(total - size, size - from, seconds)}` : '';
    shown = `\r${label} ${percent === undefined ? '    ' : `${String(percent).padStart(3)}%`}[${middle.padEnd(inner)}] ${humanBytes(size, 2).padStart(7)}  ${speed}${when.padEnd(15)}`;
    return shown;
  };
  return {
    start: () => draw(from, 0, false),
    update(size, seconds) {
      if (seconds - last < 0.2) return '';
      last = seconds;
      return draw(size, seconds, false);
    },
    finish: (size, seconds) => `${draw(size, seconds, true)}\n\n`,
  };
}
