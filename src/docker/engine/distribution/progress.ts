import type { JsonMessage } from '../../api/index.ts';

/** Takes the lines of a progress stream. */
export type SendProgress = (message: JsonMessage) => void;

/** A layer's line: `{"status":"Downloading","progressDetail":{"current":1,"total":2},"progress":"[==>  ]  1B/2B","id":"…"}`. */
export function layerProgress(id: string, status: string, current?: number, total?: number): JsonMessage {
  if (current === undefined) return { status, progressDetail: {}, id };
  return { status, progressDetail: { current, ...(total !== undefined && { total }) }, progress: progressBar(current, total), id };
}

/** As Docker draws it on a wide terminal: a bar of 50 and the amounts. */
export function progressBar(current: number, total: number | undefined): string {
  if (total === undefined || total <= 0) return size(current).padStart(8);
  const percent = Math.min(Math.trunc((current / total) * 100), 100);
  const filled = Math.trunc(percent / 2);
  const bar = `[${'='.repeat(filled)}>${' '.repeat(Math.max(50 - filled, 0))}]`;
  return `${bar}  ${size(current).padStart(8)}${current > total ? '' : `/${size(total)}`}`;
}

function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < 3) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(4))}${units[unit]}`;
}
