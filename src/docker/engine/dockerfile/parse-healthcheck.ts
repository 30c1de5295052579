import type { HealthConfig } from '../../api/index.ts';
import { jsonStrings } from './arguments.ts';
import type { InstructionBody } from './instruction.ts';
import type { InstructionContext } from './instruction-context.ts';
import { parseGoDuration } from '../go-duration.ts';

/** HEALTHCHECK NONE, or HEALTHCHECK [flags] CMD … */
export function parseHealthcheck({ rest, flags, fail }: InstructionContext): InstructionBody {
  const [, word = '', command = ''] = /^(\S+)\s*([\s\S]*)$/.exec(rest.trim()) ?? [];
  const type = word.toUpperCase();
  if (type === 'NONE') {
    if (command !== '') return fail('HEALTHCHECK NONE takes no arguments');
    return { kind: 'healthcheck', health: { Test: ['NONE'] } };
  }
  if (type !== 'CMD') return fail(`Unknown type ${JSON.stringify(type)} in HEALTHCHECK (try CMD)`);
  const exec = jsonStrings(command);
  if (command === '' || exec?.length === 0) return fail('Missing command after HEALTHCHECK CMD');
  const health: HealthConfig = { Test: exec ? ['CMD', ...exec] : ['CMD-SHELL', command] };
  const duration = (name: string): number | undefined => {
    const text = flags.text(name);
    if (text === '') return undefined;
    const parsed = parseGoDuration(text);
    if (parsed === undefined) return fail(/^[+-]?[\d.]*\d[\d.]*$/.test(text) ? `time: missing unit in duration ${JSON.stringify(text)}` : `time: invalid duration ${JSON.stringify(text)}`);
    if (parsed < 0 || (parsed > 0 && parsed < 1e6)) return fail(`Interval ${JSON.stringify(name)} cannot be less than 1ms`);
    return parsed;
  };
  const interval = duration('interval');
  const timeout = duration('timeout');
  const startPeriod = duration('start-period');
  const startInterval = duration('start-interval');
  if (interval !== undefined) health.Interval = interval;
  if (timeout !== undefined) health.Timeout = timeout;
  if (startPeriod !== undefined) health.StartPeriod = startPeriod;
  if (startInterval !== undefined) health.StartInterval = startInterval;
  const retries = flags.text('retries');
  if (retries !== '') {
    if (/^-\d+$/.test(retries)) return fail(`--retries cannot be negative (${retries})`);
    if (!/^\d+$/.test(retries)) return fail(`strconv.ParseInt: parsing ${JSON.stringify(retries)}: invalid syntax`);
    health.Retries = Number(retries);
  }
  return { kind: 'healthcheck', health };
}
