import type { ContainerOf } from './containers.ts';
import type { HostModel } from './host-model.ts';

/** One thing that is not as it was on the last drawing. */
export interface Change {
  kind: 'new' | 'gone' | 'changed';
  what: 'container' | 'image' | 'network' | 'volume';
  /** As in `keyOf`. */
  key: string;
  name: string;
  /** Of a container whose state changed. */
  state?: ContainerOf;
}

interface Seen {
  what: Change['what'];
  name: string;
  /** All about it that is drawn and worth a word. */
  looks: string;
  state?: ContainerOf;
}

/** What differs between two drawings, and the layers that were not there before. */
export function changesOf(before: HostModel, after: HostModel): { changes: Change[]; layers: string[] } {
  const old = seen(before);
  const now = seen(after);
  const changes: Change[] = [];
  for (const [key, { what, name, looks, state }] of now) {
    const was = old.get(key);
    if (was?.looks === looks) continue;
    const told = state && was?.state?.state !== state.state;
    changes.push({ kind: was ? 'changed' : 'new', what, key, name, ...(told && was && { state }) });
  }
  for (const [key, { what, name }] of old) if (!now.has(key)) changes.push({ kind: 'gone', what, key, name });
  const known = new Set(before.images.flatMap(({ layers }) => layers.map(({ chain }) => chain)));
  const layers = new Set(after.images.flatMap(({ layers }) => layers.map(({ chain }) => chain)));
  return { changes, layers: [...layers].filter((chain) => !known.has(chain)).map((chain) => `layer ${chain}`) };
}

function seen(model: HostModel): Map<string, Seen> {
  const found = new Map<string, Seen>();
  for (const container of model.containers) {
    const { id, name, state, exitCode, health, ports, mounts, networks } = container;
    found.set(`container ${id}`, { what: 'container', name, looks: JSON.stringify([name, state, exitCode, health, ports, mounts, networks]), state: container });
  }
  for (const { id, name, tags } of model.images) found.set(`image ${id}`, { what: 'image', name, looks: JSON.stringify(tags) });
  for (const { id, name } of model.networks) found.set(`network ${id}`, { what: 'network', name, looks: name });
  for (const { key, kind, name } of model.volumes) if (kind === 'volume') found.set(`volume ${key}`, { what: 'volume', name: name.length === 64 ? name.slice(0, 12) : name, looks: '' });
  return found;
}
