import type { Measurement } from './measurement.ts';

/** Whether a measurement keeps what is promised. */
export function isKept({ value, limit }: Measurement): boolean {
  return limit === undefined || value <= limit;
}

/** The measurements as a table, one line each. */
export function table(measurements: readonly Measurement[]): string {
  const number = (value: number | undefined, unit: string): string => (value === undefined ? '' : `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ${unit}`);
  const ratio = ({ value, real }: Measurement): string => (real === undefined ? '' : real >= value ? `${(real / value).toFixed(1)} times faster` : `${(value / real).toFixed(1)} times slower`);
  const rows = [
    ['', 'here', 'real', '', 'limit', '', ''],
    ...measurements.map((item) => [item.what, number(item.value, item.unit), number(item.real, item.unit), ratio(item), number(item.limit, item.unit), item.limit === undefined ? '' : isKept(item) ? 'kept' : 'MISSED', item.how]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => (column === 0 || column > 4 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()).join('\n');
}
