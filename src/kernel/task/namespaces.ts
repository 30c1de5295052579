import type { MountNamespace } from '../vfs/index.ts';
import type { NetworkNamespace } from '../net/index.ts';

/** uts_namespaces(7) */
export interface UtsNamespace {
  readonly id: number;
  hostname: string;
}

/** ipc_namespaces(7): only its identity is modelled. */
export interface IpcNamespace {
  readonly id: number;
}

/** cgroup_namespaces(7): the group that is `/` to who is in it. */
interface CgroupNamespace<G> {
  readonly id: number;
  readonly root: G;
}

/** What a process sees of the world: namespaces(7). */
export interface Namespaces<P, G> {
  readonly pid: P;
  readonly mount: MountNamespace;
  readonly network: NetworkNamespace;
  readonly uts: UtsNamespace;
  readonly ipc: IpcNamespace;
  readonly cgroup: CgroupNamespace<G>;
}

/** The number that /proc/PID/ns shows for a namespace. */
export function namespaceInode(namespace: { readonly id: number }): number {
  return 4026531835 + namespace.id;
}
