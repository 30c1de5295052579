const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** A number of bytes as buildx shows it: `31B`, `2.10MB`. */
export function byteCount(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return unit === 0 ? `${bytes}B` : `${value.toFixed(2)}${units[unit]}`;
}

/** How far a transfer is, with a space before it; empty when nothing is known. */
export function transferText({ current, total }: { current: number; total: number }): string {
  if (total !== 0) return ` ${byteCount(current)} / ${byteCount(total)}`;
  return current !== 0 ? ` ${byteCount(current)}` : '';
}
