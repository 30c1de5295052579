/** A number of seconds, with as many digits as count. */
export function decimal(seconds: number): string {
  if (seconds >= 9.95) return seconds.toFixed(0);
  if (seconds >= 0.95) return seconds.toFixed(1);
  if (seconds >= 0.0005) return String(Number(seconds.toPrecision(1)));
  return '0';
}

/** Seconds as the totals have them: `0.5s`, `2m 3s`, `1h 2m 3s`. */
export function duration(seconds: number): string {
  const whole = Math.floor(seconds);
  if (whole >= 86_400) return `${Math.floor(whole / 86_400)}d ${Math.floor((whole % 86_400) / 3600)}h ${Math.floor((whole % 3600) / 60)}m ${whole % 60}s`;
  if (whole >= 3600) return `${Math.floor(whole / 3600)}h ${Math.floor((whole % 3600) / 60)}m ${whole % 60}s`;
  if (whole >= 60) return `${Math.floor(whole / 60)}m ${whole % 60}s`;
  return `${decimal(seconds)}s`;
}

/** A size with a power of 1024, from 1024 on: `12K`, `1.4M`. */
export function humanBytes(bytes: number, decimals = 1): string {
  if (bytes < 1024) return String(bytes);
  let value = bytes;
  let power = -1;
  while (value >= 1024 && power < 5) {
    value /= 1024;
    power++;
  }
  return `${value >= 10 && decimals === 1 ? value.toFixed(0) : value.toFixed(decimals)}${'KMGTPE'[power] ?? ''}`;
}

/** Bytes a second as value and power of 1024. */
export function rate(bytes: number, seconds: number): { value: number; power: number } {
  let value = bytes / Math.max(seconds, 0.000_001);
  let power = 0;
  while (value >= 1024 && power < 3) {
    value /= 1024;
    power++;
  }
  return { value, power };
}

/** A rate's value with three digits. */
export function threeDigits(value: number): string {
  return value.toFixed(value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2);
}

/** A rate in words: `1.25 MB/s`. */
export function speed(bytes: number, seconds: number): string {
  const { value, power } = rate(bytes, seconds);
  return `${threeDigits(value)} ${['B/s', 'KB/s', 'MB/s', 'GB/s'][power] ?? ''}`;
}
