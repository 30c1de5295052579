import { type ByteSource, concatBytes, encodeUtf8, noBytes } from '../../../base/index.ts';
import { queryEscape } from '../../../base/go/index.ts';
import { encodeStdFrame } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { parseQueryTime, rfc3339NanoFixed } from '../timestamp.ts';
import type { Container } from './container.ts';
import type { LogEntry } from './json-log.ts';
import { logAttributes } from './log-config.ts';

/** What `docker logs` asks for. Times are milliseconds since the epoch. */
export interface LogsOptions {
  stdout: boolean;
  stderr: boolean;
  follow: boolean;
  timestamps: boolean;
  since: number | undefined;
  until: number | undefined;
  /** Undefined: all. */
  tail: number | undefined;
  details: boolean;
}

/** Reads the query of `GET /containers/{id}/logs`. */
export function logsOptions(query: (name: string) => string | undefined): LogsOptions {
  const flag = (name: string): boolean => !['', '0', 'no', 'false', 'none'].includes((query(name) ?? '').toLowerCase());
  const time = (name: string): number | undefined => {
    const text = query(name) ?? '';
    if (text === '' || text === '0') return undefined;
    const parsed = parseQueryTime(text);
    if (parsed === undefined) throw new EngineError('system', `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
    return parsed;
  };
  const tail = query('tail') ?? 'all';
  const options = { stdout: flag('stdout'), stderr: flag('stderr'), follow: flag('follow'), timestamps: flag('timestamps'), since: time('since'), until: time('until'), tail: /^\d+$/.test(tail) ? Number(tail) : undefined, details: flag('details') };
  if (!options.stdout && !options.stderr) throw new EngineError('invalidParameter', 'Bad parameters: you must choose at least one stream');
  return options;
}

/** The lines asked for, in the frames of stdcopy (raw for a container with a terminal). With `follow` it goes on until the container ends. */
export function containerLogs(daemon: Daemon, container: Container, options: LogsOptions): ByteSource & { close(): void } {
  if (container.hostConfig.LogConfig.Type !== 'json-file' && container.hostConfig.LogConfig.Type !== 'local') throw new EngineError('notImplemented', 'configured logging driver does not support reading');
  const log = daemon.containers.log(container);
  const details = options.details ? `${Object.entries(logAttributes(container)).map((pair) => pair.map(queryEscape).join('=')).sort().join(',')} ` : '';
  const format = (entry: LogEntry): Uint8Array => {
    const text = encodeUtf8(`${options.timestamps ? `${rfc3339NanoFixed(entry.time)} ` : ''}${details}${entry.log}`);
    return container.config.Tty ? text : encodeStdFrame(entry.stream, text);
  };
  const wanted = (entry: LogEntry): boolean =>
    options[entry.stream] && (options.since === undefined || entry.time >= options.since) && (options.until === undefined || entry.time <= options.until);
  let past = log.read().filter(wanted);
  if (options.tail !== undefined) past = options.tail === 0 ? [] : past.slice(-options.tail);
  const queue: Uint8Array[] = past.map(format);
  const live = options.follow && container.isRunning && (options.until === undefined || options.until > daemon.clock.now());
  let ended = !live;
  let wake: (() => void) | undefined;
  const subscriptions = live
    ? [
        log.event((entry) => {
          if (wanted(entry)) queue.push(format(entry));
          wake?.();
        }),
        container.changes.event((change) => {
          if (change === 'removed' || (change === 'exited' && !container.isRunning)) finish();
        }),
        ...(options.until === undefined ? [] : [daemon.clock.setTimeout(() => finish(), options.until - daemon.clock.now())]),
      ]
    : [];
  const finish = (): void => {
    ended = true;
    for (const subscription of subscriptions) subscription.dispose();
    wake?.();
  };
  return {
    async read() {
      while (queue.length === 0) {
        if (ended) return noBytes;
        await new Promise<void>((resolve) => { wake = resolve; });
      }
      return concatBytes(queue.splice(0));
    },
    close: finish,
  };
}
