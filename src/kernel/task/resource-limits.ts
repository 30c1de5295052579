import type { Resource, ResourceLimit } from '../uapi/index.ts';

const same = (value: number): ResourceLimit => ({ soft: value, hard: value });

/** What pid 1 has: a Debian host's limits. */
export const defaultResourceLimits: ReadonlyMap<Resource, ResourceLimit> = new Map<Resource, ResourceLimit>([
  ['core', { soft: 0, hard: Infinity }], ['memlock', same(8388608)], ['msgqueue', same(819200)], ['nice', same(0)], ['nofile', { soft: 1024, hard: 1048576 }], ['nproc', same(2048)], ['rtprio', same(0)],
  ['sigpending', same(2048)], ['stack', { soft: 8388608, hard: Infinity }],
]);

/** Rows of /proc/PID/limits: resource, its words, unit. */
const rows: readonly [Resource, string, string][] = [
  ['cpu', 'Max cpu time', 'seconds'], ['fsize', 'Max file size', 'bytes'], ['data', 'Max data size', 'bytes'], ['stack', 'Max stack size', 'bytes'], ['core', 'Max core file size', 'bytes'],
  ['rss', 'Max resident set', 'bytes'], ['nproc', 'Max processes', 'processes'], ['nofile', 'Max open files', 'files'], ['memlock', 'Max locked memory', 'bytes'], ['as', 'Max address space', 'bytes'],
  ['locks', 'Max file locks', 'locks'], ['sigpending', 'Max pending signals', 'signals'], ['msgqueue', 'Max msgqueue size', 'bytes'], ['nice', 'Max nice priority', ''], ['rtprio', 'Max realtime priority', ''],
  ['rttime', 'Max realtime timeout', 'us'],
];

/** The text of /proc/PID/limits. */
export function limitsText(limits: ReadonlyMap<Resource, ResourceLimit>): string {
  const word = (value: number): string => (value === Infinity ? 'unlimited' : String(value));
  const line = (name: string, soft: string, hard: string, unit: string): string => `${name.padEnd(25)} ${soft.padEnd(20)} ${hard.padEnd(20)} ${unit.padEnd(10)}\n`;
  return line('Limit', 'Soft Limit', 'Hard Limit', 'Units') + rows.map(([resource, name, unit]) => {
    const { soft, hard } = limits.get(resource) ?? { soft: Infinity, hard: Infinity };
    return line(name, word(soft), word(hard), unit);
  }).join('');
}
