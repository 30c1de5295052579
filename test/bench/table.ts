import type { Measurement } from './measurement.ts';

/** Whether a measurement keeps what is promised. */
export function isKept({ value, real, limit, timesReal }: Measurement): boolean {
  return (limit === undefined || value <= limit) && (timesReal === undefined || real === undefined || value <= real * timesReal);
}

function promise({ limit, timesReal, unit }: Measurement): string {
  return [...(limit === undefined ? [] : [quantity(limit, unit)]), ...(timesReal === undefined ? [] : [`${timesReal} times real`])].join(', ');
}

function quantity(value: number | undefined, unit: string): string {
  return value === undefined ? '' : `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ${unit}`;
}

/** The measurements as a table, one line each. */
export function table(measurements: readonly Measurement[]): string {
  const ratio = ({ value, real }: Measurement): string => (real === undefined ? '' : real >= value ? `${(real / value).toFixed(1)} times faster` : `${(value / real).toFixed(1)} times slower`);
  const rows = [
    ['', 'here', 'real', '', 'just-bash', 'limit', '', ''],
    ...measurements.map((item) => [item.what, quantity(item.value, item.unit), quantity(item.real, item.unit), ratio(item), quantity(item.justBash, item.unit), promise(item), promise(item) === '' ? '' : isKept(item) ? 'kept' : 'MISSED', item.how]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => (column === 0 || column > 5 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()).join('\n');
}
