import { isSystemError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import { spawnCommand } from '../../program/index.ts';
import { IpError, type Manner, means, type Words } from './manner.ts';
import { forward } from './run-program.ts';
import { usages } from './usages.ts';

const folder = '/run/netns';

/** The file that a named namespace is bound to; an error when there is none. */
export function namespacePath(process: Process, name: string): string {
  const path = name.includes('/') ? name : `${folder}/${name}`;
  if (!process.exists(path)) throw new IpError(`Cannot open network namespace "${name}": ${strerror('ENOENT')}`, 255);
  return path;
}

/** Named namespaces by the inode number that /proc/PID/ns/net shows. */
export function namedNamespaces(process: Process): Map<number, string> {
  const found = new Map<number, string>();
  if (!process.exists(folder)) return found;
  for (const { name } of process.readdir(folder)) {
    try {
      found.set(process.network.namespaceInode({ path: `${folder}/${name}` }), name);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  return found;
}

/** `ip netns` */
export async function netnsCommand(manner: Manner, words: Words): Promise<number> {
  const { tool } = manner;
  const { process } = tool;
  const command = words.next() ?? 'list';
  if (means(command, 'list', 'show', 'lst')) return list(manner);
  if (command === 'help') {
    await tool.errorText(usages.netns);
    return 255;
  }
  if (means(command, 'add')) return add(manner, words.next());
  if (means(command, 'delete')) return remove(manner, words.next());
  if (means(command, 'exec')) return exec(manner, words);
  if (means(command, 'pids')) return pids(manner, words.next());
  if (means(command, 'identify')) {
    const pid = Number(words.next() ?? process.pid);
    const name = namedNamespaces(process).get(process.network.namespaceInode({ pid }));
    tool.out.write(`${name ?? ''}\n`);
    return 0;
  }
  throw new IpError(`Command "${command}" is unknown, try "ip netns help".`, 255);
}

function list({ tool, json, pretty }: Manner): number {
  const { process } = tool;
  const ids = new Map(process.network.interfaces().map(({ peerNamespace }) => peerNamespace).filter((inode) => inode !== undefined).map((inode, index) => [inode, index]));
  const names = [...namedNamespaces(process)].toReversed();
  if (json) tool.out.write(`${JSON.stringify(names.map(([inode, name]) => ({ name, ...(ids.has(inode) && { id: ids.get(inode) }) })), undefined, pretty ? 4 : undefined)}\n`);
  else for (const [inode, name] of names) tool.out.write(`${name}${ids.has(inode) ? ` (id: ${ids.get(inode)})` : ''}\n`);
  return 0;
}

function add({ tool: { process } }: Manner, name: string | undefined): number {
  if (name === undefined) throw new IpError('No netns name specified', 1);
  if (name.includes('/') || name === '.' || name === '..') throw new IpError(`Invalid netns name "${name}"`, 255);
  try {
    if (!process.exists(folder)) process.mkdir(folder, 0o755);
    process.network.bindNamespace(`${folder}/${name}`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new IpError(process.exists(folder) ? `Cannot create namespace file "${folder}/${name}": ${strerror(error.code)}` : `mkdir ${folder} failed: ${strerror(error.code)}`, 1);
  }
  return 0;
}

function remove({ tool: { process } }: Manner, name: string | undefined): number {
  if (name === undefined) throw new IpError('No netns name specified', 1);
  try {
    process.network.unbindNamespace(`${folder}/${name}`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new IpError(`Cannot remove namespace file "${folder}/${name}": ${strerror(error.code)}`, 1);
  }
  return 0;
}

async function exec({ tool }: Manner, words: Words): Promise<number> {
  const { process } = tool;
  const name = words.next();
  if (name === undefined) throw new IpError('No netns name specified', 1);
  const argv = words.rest();
  const [program] = argv;
  if (program === undefined) throw new IpError('No command specified', 1);
  const path = namespacePath(process, name);
  await tool.out.flush();
  try {
    return await forward(process, spawnCommand(process, argv, { namespaces: { network: { path } } }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new IpError(error.code === 'EPERM' ? `setting the network namespace "${name}" failed: ${strerror('EPERM')}` : `exec of "${program}" failed: ${strerror(error.code)}`, 1);
  }
}

function pids({ tool }: Manner, name: string | undefined): number {
  const { process } = tool;
  if (name === undefined) throw new IpError('No netns name specified', 1);
  const inode = process.network.namespaceInode({ path: namespacePath(process, name) });
  for (const { pid, state } of process.processes()) if (state !== 'Z' && process.network.namespaceInode({ pid }) === inode) tool.out.write(`${pid}\n`);
  return 0;
}
