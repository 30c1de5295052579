import { canonicalName, familiarName, familiarString, type Reference } from '../../../oci/index.ts';
import type { Filters, ImageSummary } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { labelMatches } from '../event/event-filter.ts';
import { globRegExp } from '../glob.ts';
import { parseQueryTime, parseRfc3339 } from '../timestamp.ts';
import { getImage } from './find-image.ts';
import type { ImageRecord } from './image-store.ts';

/** What `docker images` asks for. */
export interface ImageListOptions {
  /** With the classic builder's intermediate images. */
  all: boolean;
  filters: Filters;
  sharedSize?: boolean;
  containerCount?: boolean;
}

const known = ['dangling', 'label', 'label!', 'before', 'since', 'reference', 'until'];

/** `GET /images/json`, newest first. */
export function listImages(daemon: Daemon, { all, filters, sharedSize, containerCount }: ImageListOptions): ImageSummary[] {
  for (const key of filters.keys()) if (!known.includes(key)) throw new EngineError('invalidParameter', `invalid filter '${key}'`);
  const dangling = booleanFilter(filters, 'dangling');
  const before = bound(daemon, filters.get('before')?.[0]);
  const since = bound(daemon, filters.get('since')?.[0]);
  const until = filters.get('until')?.[0];
  const untilTime = until === undefined ? undefined : parseQueryTime(until);
  const patterns = filters.get('reference');
  const rows: { summary: ImageSummary; created: number }[] = [];
  for (const image of daemon.images.all()) {
    const created = createdMs(image);
    const labels = image.config.config?.Labels ?? null;
    if (before !== undefined && created >= before) continue;
    if (since !== undefined && created <= since) continue;
    if (untilTime !== undefined && created > untilTime) continue;
    if (!(filters.get('label') ?? []).every((wanted) => labelMatches(labels, wanted))) continue;
    if ((filters.get('label!') ?? []).some((wanted) => labelMatches(labels, wanted))) continue;
    const names = daemon.references.of(image.id);
    const shown = patterns ? names.filter((name) => patterns.some((pattern) => referenceMatches(pattern, name))) : names;
    if (patterns && shown.length === 0) continue;
    const isDangling = names.length === 0 && daemon.images.children(image.id).length === 0;
    if (dangling !== undefined && dangling !== isDangling) continue;
    if (!all && dangling === undefined && names.length === 0 && daemon.images.children(image.id).length > 0) continue;
    rows.push({ created, summary: summarize(daemon, image, shown, created) });
  }
  rows.sort((a, b) => b.created - a.created);
  const summaries = rows.map((row) => row.summary);
  if (sharedSize) addSharedSizes(daemon, summaries);
  if (containerCount) for (const summary of summaries) summary.Containers = daemon.containers.all().filter((container) => container.imageId === summary.Id).length;
  return summaries;
}

function summarize(daemon: Daemon, image: ImageRecord, names: readonly Reference[], created: number): ImageSummary {
  return {
    Containers: -1, Created: Math.floor(created / 1000), Id: image.id, Labels: image.config.config?.Labels ?? null, ParentId: image.parent ?? '',
    RepoDigests: names.filter((name) => name.digest !== undefined).map(familiarString), RepoTags: names.filter((name) => name.digest === undefined).map(familiarString),
    SharedSize: -1, Size: daemon.layers.stackSize(image.chainId),
  };
}

function addSharedSizes(daemon: Daemon, summaries: readonly ImageSummary[]): void {
  const uses = new Map<string, number>();
  const stacks = new Map(daemon.images.all().map((image) => [image.id as string, daemon.layers.stack(image.chainId)]));
  for (const stack of stacks.values()) for (const layer of stack) uses.set(layer.chainId, (uses.get(layer.chainId) ?? 0) + 1);
  for (const summary of summaries) {
    summary.SharedSize = (stacks.get(summary.Id) ?? []).filter((layer) => (uses.get(layer.chainId) ?? 0) > 1).reduce((sum, layer) => sum + layer.size, 0);
  }
}

/** Milliseconds since the epoch. */
export function createdMs(image: ImageRecord): number {
  return image.config.created === undefined ? 0 : parseRfc3339(image.config.created);
}

function bound(daemon: Daemon, name: string | undefined): number | undefined {
  return name === undefined ? undefined : createdMs(getImage(daemon, name));
}

/** The value of a filter that is yes or no. */
export function booleanFilter(filters: Filters, key: string): boolean | undefined {
  const value = filters.get(key)?.[0];
  if (value === undefined) return undefined;
  if (['1', 'true', 't', 'T', 'TRUE', 'True'].includes(value)) return true;
  if (['0', 'false', 'f', 'F', 'FALSE', 'False'].includes(value)) return false;
  throw new EngineError('invalidParameter', `invalid filter '${key}=[${value}]'`);
}

function referenceMatches(pattern: string, name: Reference): boolean {
  const expression = globRegExp(pattern);
  if (!expression) throw new EngineError('invalidParameter', `invalid reference format: ${pattern}`);
  return [familiarString(name), familiarName(name), canonicalName(name), `${canonicalName(name)}:${name.tag ?? ''}`].some((text) => expression.test(text));
}
