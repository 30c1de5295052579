import { goQuote, parseDuration, parseRfc3339 } from '../../base/go/index.ts';
import { CliError } from './command/status-error.ts';

/** What `--since` and `--until` take, as the API does: Unix seconds. A duration counts back from `now` (milliseconds); dates may lack parts and are in UTC. Empty stays empty. `flag` is named in the error; `end`: it ends what is shown. */
export function timestampOf(text: string, now: number, options: { flag?: 'since' | 'until'; end?: boolean } = {}): string {
  const { flag, end = false } = options;
  if (text === '' || text === '0') return text;
  const ago = parseDuration(text);
  // docker cuts to seconds. Here more happens within one: `--until 0s` shall still hold what was before the call, so that end is exact.
  if (ago !== undefined) return end ? ((now - ago / 1e6) / 1000).toFixed(9) : String(Math.floor((now - ago / 1e6) / 1000));
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  const date = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  const time = date && parseRfc3339(`${date[1]}T${date[2] ?? '00:00'}${date[3] ?? ':00'}${date[4] ?? ''}${date[5] ?? 'Z'}`);
  if (!time) throw new CliError(`${flag === undefined ? '' : `invalid value for ${goQuote(flag)}: `}failed to parse value as time or duration: ${goQuote(text)}`);
  return `${time.seconds}.${String(time.nanoseconds).padStart(9, '0')}`;
}
