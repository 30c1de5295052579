import { decodeUtf8 } from '../../base/index.ts';
import { isSystemError, type Process } from '../../kernel/uapi/index.ts';

/** How a unit is, as pid 1 tells it. */
export interface UnitState {
  active: 'active' | 'inactive' | 'failed' | 'activating';
  sub: string;
  pid?: number;
  since: number;
  exit?: { code: 'exited' | 'killed'; status: number; pid: number };
  result: string;
}

/** Asks pid 1. Undefined when it is no systemd (in a container). */
export async function askManager(process: Process, request: { verb: string; unit: string; enabled?: boolean }): Promise<{ ok: boolean; state?: UnitState } | undefined> {
  const path = `/run/systemd/${request.verb === 'state' ? 'query' : 'private'}`;
  let fd: number;
  try {
    fd = await process.connect({ family: 'unix', path });
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
  try {
    await process.write(fd, `${JSON.stringify(request)}\n`);
    let text = '';
    while (!text.includes('\n')) {
      const part = await process.read(fd);
      if (part.length === 0) return undefined;
      text += decodeUtf8(part);
    }
    return JSON.parse(text) as { ok: boolean; state?: UnitState };
  } finally {
    process.close(fd);
  }
}

/** A unit as its file and the links say. */
export interface Unit {
  name: string;
  description: string;
  path: string;
  enabled: boolean;
  masked: boolean;
  /** Where `enable` puts a link. */
  wantedBy: string | undefined;
  documentation: string | undefined;
  execStart: string | undefined;
}

const folders = ['/etc/systemd/system', '/usr/lib/systemd/system'];

/** `docker` is `docker.service`. */
export function unitName(text: string): string {
  return /\.(service|socket|target|timer|mount)$/.test(text) ? text : `${text}.service`;
}

/** The unit of that name; undefined when there is no file. */
export function findUnit(process: Process, name: string): Unit | undefined {
  for (const folder of folders) {
    const path = `${folder}/${name}`;
    let target: string | undefined;
    try {
      target = process.readlink(path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
    const masked = target === '/dev/null';
    if (!masked && !process.exists(path)) continue;
    const text = masked ? '' : process.readTextFile(path);
    const field = (key: string): string | undefined => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1];
    const wantedBy = field('WantedBy');
    return { name, path, masked, description: field('Description') ?? name, wantedBy, enabled: wantedBy !== undefined && process.exists(`/etc/systemd/system/${wantedBy}.wants/${name}`), documentation: field('Documentation'), execStart: field('ExecStart') };
  }
  return undefined;
}

/** Names of all units on the disk. */
export function unitNames(process: Process): string[] {
  const names = folders.flatMap((folder) => (process.exists(folder) ? process.readdir(folder).map((entry) => entry.name).filter((name) => /\.(service|socket)$/.test(name)) : []));
  return [...new Set(names)].sort();
}

/** The state of a unit; what pid 1 does not run itself is active when it is enabled and its program is there. */
export async function stateOf(process: Process, unit: Unit): Promise<UnitState> {
  const answer = await askManager(process, { verb: 'state', unit: unit.name, enabled: unit.enabled });
  if (answer?.state) return answer.state;
  const program = unit.execStart?.split(' ')[0];
  const running = process.processes().find((entry) => entry.argv[0] === program);
  const active = running !== undefined || (unit.name === 'containerd.service' && unit.enabled);
  return { active: active ? 'active' : 'inactive', sub: active ? 'running' : 'dead', ...(running && { pid: running.pid }), since: running?.startTime ?? 0, result: 'success' };
}
