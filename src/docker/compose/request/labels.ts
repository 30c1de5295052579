import { serviceHash } from '../file/index.ts';
import { labels } from '../observe/index.ts';
import type { ServiceConfig } from '../project/index.ts';

/** Labels of a container: the service's own, Compose's, and what is known only now. */
export function containerLabels(service: ServiceConfig, number: number, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const dependencies = Object.entries(service.depends_on ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const all = {
    ...service.labels, ...service.customLabels, ...extra,
    [labels.configHash]: serviceHash(service),
    [labels.number]: String(number),
    [labels.dependsOn]: dependencies.map(([name, { condition, restart = false }]) => `${name}:${condition}:${restart}`).join(','),
  };
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
