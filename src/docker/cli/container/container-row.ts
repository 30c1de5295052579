import { formatGoTime, goQuote, humanDuration, humanSize } from '../../../base/go/index.ts';
import { familiarName, familiarString, parseReference } from '../../../oci/index.ts';
import type { ContainerSummary } from '../../api/index.ts';
import type { RowFields } from '../format/formatter.ts';
import { labelText } from '../format/labels.ts';
import { ellipsis, shortId } from '../format/text.ts';
import { displayPorts } from './ports.ts';

export const containerHeaders = {
  ID: 'CONTAINER ID', Names: 'NAMES', Image: 'IMAGE', Command: 'COMMAND', CreatedAt: 'CREATED AT', RunningFor: 'CREATED', Ports: 'PORTS', State: 'STATE', Status: 'STATUS',
  Size: 'SIZE', Labels: 'LABELS', Mounts: 'MOUNTS', LocalVolumes: 'LOCAL VOLUMES', Networks: 'NETWORKS',
};

/** A container as `docker ps` shows it. `now` is milliseconds since the epoch. */
export function containerRow(container: ContainerSummary, options: { truncate: boolean; now: number }): RowFields {
  const { truncate } = options;
  return {
    ID: truncate ? shortId(container.Id) : container.Id,
    Names: names(container.Names, truncate),
    Image: imageOf(container, truncate),
    Command: goQuote(truncate ? ellipsis(container.Command, 20) : container.Command),
    CreatedAt: formatGoTime({ seconds: container.Created, nanoseconds: 0 }),
    RunningFor: `${humanDuration(options.now - container.Created * 1000)} ago`,
    Ports: displayPorts(container.Ports ?? []),
    State: container.State,
    Status: container.Status,
    Size: sizeOf(container),
    Labels: labelText(container.Labels),
    Mounts: (container.Mounts ?? []).map((mount) => (truncate ? ellipsis(mount.Name || mount.Source, 15) : mount.Name || mount.Source)).join(','),
    LocalVolumes: String((container.Mounts ?? []).filter((mount) => mount.Driver === 'local').length),
    Networks: Object.keys(container.NetworkSettings?.Networks ?? {}).join(','),
  };
}

function names(all: readonly string[], truncate: boolean): string {
  const bare = all.map((name) => name.slice(1));
  const own = truncate ? bare.find((name) => !name.includes('/')) : undefined;
  return own ?? bare.join(',');
}

function imageOf(container: ContainerSummary, truncate: boolean): string {
  if (container.Image === '') return '<no image>';
  if (!truncate) return container.Image;
  if (shortId(container.ImageID) === shortId(container.Image)) return shortId(container.ImageID);
  try {
    const { digest: _, ...reference } = parseReference(container.Image);
    return reference.tag === undefined ? familiarName(reference) : familiarString(reference);
  } catch {
    return container.Image; // Not a reference: an id or what the daemon made of it.
  }
}

function sizeOf({ SizeRw = 0, SizeRootFs = 0 }: ContainerSummary): string {
  return SizeRootFs > 0 ? `${humanSize(SizeRw, 3)} (virtual ${humanSize(SizeRootFs, 3)})` : humanSize(SizeRw, 3);
}
