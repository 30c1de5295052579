import type { PortSummary } from '../../api/index.ts';

/** Ports as `docker ps` shows them: neighbours joined to ranges, those mapped to another number last. */
export function displayPorts(ports: readonly PortSummary[]): string {
  const groups = new Map<string, { first: number; last: number }>();
  const result: string[] = [];
  const mapped: string[] = [];
  for (const port of ports.toSorted(comparePorts)) {
    const current = port.PrivatePort;
    if (port.IP && port.PublicPort !== current) {
      mapped.push(`${port.IP}:${port.PublicPort}->${current}/${port.Type}`);
      continue;
    }
    const key = port.IP ? `${port.IP}/${port.Type}` : port.Type;
    const group = groups.get(key);
    if (group && current === group.last + 1) group.last = current;
    else {
      if (group) result.push(groupText(key, group));
      groups.set(key, { first: current, last: current });
    }
  }
  for (const [key, group] of groups) result.push(groupText(key, group));
  return [...result, ...mapped].join(', ');
}

function groupText(key: string, { first, last }: { first: number; last: number }): string {
  const slash = key.lastIndexOf('/');
  const range = first === last ? String(first) : `${first}-${last}`;
  return slash < 0 ? `${range}/${key}` : `${key.slice(0, slash)}:${range}->${range}/${key.slice(slash + 1)}`;
}

function comparePorts(a: PortSummary, b: PortSummary): number {
  if (a.PrivatePort !== b.PrivatePort) return a.PrivatePort - b.PrivatePort;
  const [left, right] = [a.IP ?? '', b.IP ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  if (a.PublicPort !== b.PublicPort) return (a.PublicPort ?? 0) - (b.PublicPort ?? 0);
  return a.Type < b.Type ? -1 : 1;
}
