import { formatGoDuration } from '../go-duration.ts';
import type { HealthConfig } from '../../api/index.ts';
import type { Instruction } from '../dockerfile/index.ts';

/** Go's %q of a list of strings: `["a" "b"]`. */
export function goQuotedList(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(' ')}]`;
}

/** Go's %v of a health check, as it stands in histories. */
export function healthText(health: HealthConfig): string {
  const duration = (value: number | undefined): string => JSON.stringify(formatGoDuration(value ?? 0));
  const retries = health.Retries ?? 0;
  const char = retries < 32 ? `\\x${retries.toString(16).padStart(2, '0')}` : String.fromCharCode(retries);
  return `&{${goQuotedList(health.Test ?? [])} ${duration(health.Interval)} ${duration(health.Timeout)} ${duration(health.StartPeriod)} ${duration(health.StartInterval)} '${char}'}`;
}

/** What the history says of an instruction that only changes the configuration. `expand` expands variables; `command` is CMD's or ENTRYPOINT's words. */
export function metadataHistory(instruction: Instruction, expand: (word: string) => string, command: readonly string[], exposed: readonly string[]): string | undefined {
  switch (instruction.kind) {
    case 'maintainer': return `MAINTAINER ${instruction.name}`;
    case 'env': return `ENV ${instruction.pairs.map(([name, value]) => `${expand(name)}=${expand(value)}`).join(' ')}`;
    case 'label': return `LABEL ${instruction.pairs.map(([name, value]) => `${expand(name)}=${expand(value)}`).join(' ')}`;
    case 'user': return `USER ${expand(instruction.user)}`;
    case 'cmd': return `CMD ${goQuotedList(command)}`;
    case 'entrypoint': return `ENTRYPOINT ${goQuotedList(command)}`;
    case 'expose': return `EXPOSE map[${[...exposed].sort().map((port) => `${port}:{}`).join(' ')}]`;
    case 'volume': return `VOLUME [${instruction.paths.map(expand).join(' ')}]`;
    case 'stopsignal': return `STOPSIGNAL ${expand(instruction.signal)}`;
    case 'shell': return `SHELL [${instruction.shell.join(' ')}]`;
    case 'healthcheck': return `HEALTHCHECK ${healthText(instruction.health)}`;
    default: return undefined;
  }
}
