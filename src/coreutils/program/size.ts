const letters = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** A size as `ls -h`, `du -h` and `df -h` show it: rounded up (dd's to the nearest), one decimal below ten. */
export function humanSize(bytes: number, base: 1024 | 1000 = 1024, rounded: 'up' | 'nearest' = 'up'): string {
  const round = rounded === 'up' ? (number: number): number => Math.ceil(number - 1e-9) : Math.round;
  let value = bytes;
  let power = 0;
  while (value >= base && power < letters.length - 1) {
    value /= base;
    power++;
  }
  if (power === 0) return String(Math.ceil(value));
  const tenths = round(value * 10) / 10;
  if (tenths < 10) return tenths.toFixed(1) + unit(power, base);
  const whole = round(value);
  return whole >= base && power < letters.length - 1 ? `1.0${unit(power + 1, base)}` : whole + unit(power, base);
}

function unit(power: number, base: number): string {
  const letter = letters[power] ?? '';
  return base === 1000 && letter === 'K' ? 'k' : letter;
}

const factors: Record<string, number> = { b: 512, K: 1024, k: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4, P: 1024 ** 5, KB: 1000, kB: 1000, MB: 1e6, GB: 1e9, TB: 1e12, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 };

/** A number with a multiplier as `head -c`, `dd bs=` and `truncate -s` take it (`10K`, `1MB`, `2G`, `5b`); undefined when it is none. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+)([a-zA-Z]*)$/.exec(text);
  if (!match) return undefined;
  const factor = match[2] ? factors[match[2]] ?? (match[2] === 'm' ? factors['M'] : match[2] === 'g' ? factors['G'] : match[2] === 'c' ? 1 : undefined) : 1;
  return factor === undefined ? undefined : Number(match[1]) * factor;
}

/** A unit of `--block-size`: its bytes, and the letters that follow a number where the unit was given without one (`-BM`: `3M`). Undefined when it is none. */
export function blockUnit(text: string): { size: number; suffix: string } | undefined {
  const bare = /^[a-zA-Z]+$/.test(text);
  const size = parseSize(bare ? `1${text}` : text);
  return size === undefined || size === 0 || (bare && size === 1) ? undefined : { size, suffix: bare ? text.replace(/^k$/, 'K').replace(/^kB$/, 'kB') : '' };
}
