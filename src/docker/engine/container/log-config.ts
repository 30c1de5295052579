import type { HostConfig } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import type { Container } from './container.ts';

const shared = ['mode', 'max-buffer-size', 'cache-disabled', 'cache-max-size', 'cache-max-file', 'cache-compress'];

/** Options of the log drivers that keep logs here. */
const options: Readonly<Record<string, readonly string[]>> = {
  'json-file': ['max-file', 'max-size', 'compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag', ...shared],
  local: ['max-file', 'max-size', 'compress', ...shared],
  none: [],
};

/** Drivers that send logs elsewhere: known, but there is nobody here to send them to. */
const remote = ['awslogs', 'fluentd', 'gcplogs', 'gelf', 'journald', 'splunk', 'syslog'];

/** Throws for a log driver that is not registered and for options that it does not know. */
export function checkLogConfig({ Type: type, Config: config }: HostConfig['LogConfig']): void {
  const known = options[type];
  if (!known && !remote.includes(type)) throw new EngineError('system', `error looking up logging plugin ${type}: plugin ${JSON.stringify(type)} not found`);
  const unknown = known && type !== 'none' ? Object.keys(config).find((name) => !known.includes(name)) : undefined;
  if (unknown !== undefined) throw new EngineError('invalidParameter', `unknown log opt '${unknown}' for ${type} log driver`);
  if (config.mode !== undefined && !['blocking', 'non-blocking'].includes(config.mode)) throw new EngineError('invalidParameter', `logger: logging mode not supported: ${config.mode}`);
}

/** Throws when a container's logs would have to go to a service that is not there. */
export function checkLogDriver({ Type: type }: HostConfig['LogConfig']): void {
  if (remote.includes(type)) throw new EngineError('system', `failed to create task for container: failed to initialize logging driver: ${type} is not part of this sandbox; json-file, local and none are`);
}

/** What goes with every line of a container's log: labels and variables that its options name, and its tag. */
export function logAttributes({ id, name, config, hostConfig }: Container): Record<string, string> {
  const { labels, env, tag, 'labels-regex': labelPattern, 'env-regex': envPattern } = hostConfig.LogConfig.Config;
  const variables = Object.fromEntries((config.Env ?? []).map((pair) => [pair.replace(/=.*/s, ''), pair.replace(/^[^=]*=?/, '')]));
  const facts: Record<string, string> = { Name: name, ID: id.slice(0, 12), FullID: id, ImageName: config.Image, DaemonName: 'docker' };
  const attributes = {
    ...named(config.Labels ?? {}, labels, labelPattern), ...named(variables, env, envPattern),
    ...(tag && { tag: tag.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (whole, key: string) => facts[key] ?? whole) }),
  };
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function named(values: Readonly<Record<string, string>>, names: string | undefined, pattern: string | undefined): Record<string, string> {
  const wanted = new Set(names?.split(','));
  return Object.fromEntries(Object.entries(values).filter(([key]) => wanted.has(key) || (pattern && new RegExp(pattern).test(key))));
}
