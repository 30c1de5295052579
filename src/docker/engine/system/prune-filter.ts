import type { Filters } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import { parseGoDuration } from '../go-duration.ts';
import { parseQueryTime } from '../timestamp.ts';

/** The time that `until=` of a prune means: a duration before now, or a time. Undefined without it. */
export function pruneUntil(filters: Filters, now: number): number | undefined {
  const values = filters.get('until');
  if (!values || values.length === 0) return undefined;
  if (values.length > 1) throw new EngineError('invalidParameter', 'more than one until filter specified');
  const text = values[0] ?? '';
  const duration = parseGoDuration(text);
  if (duration !== undefined && text !== '0') return now - duration / 1e6;
  const time = parseQueryTime(text);
  if (time === undefined) throw new EngineError('invalidParameter', `failed to parse until filter: ${text}`);
  return time;
}
