export { createEngine, type Engine, type EngineOptions } from './engine.ts';
export { type DaemonConfig, defaultDaemonConfig, parseDaemonConfig } from './daemon-config.ts';
export type { HostFacts } from './daemon.ts';
export type { EngineErrorKind } from './engine-error.ts';
export type { Dial, TlsTerms } from '../distribution/index.ts';
export { hasErrno, type HostFiles, type HostStat } from './ports/host-files.ts';
export type { BridgeSpec, EndpointSpec, InterfaceTraffic, NameResolver, NetworkDriver, PortForward } from './ports/network-driver.ts';
export {
  type ExitStatus, type NamespaceSpec, type ProcessSpec, type Runtime, type RuntimeContainer, RuntimeError, type RuntimeMount, type RuntimeProcess, type RuntimeProcessEntry, type RuntimeResources, type RuntimeSpec, type RuntimeUsage,
} from './ports/runtime.ts';
export type { Snapshotter } from './ports/snapshotter.ts';
export { makeDirectories, removeTree } from './store/json-file.ts';
export { entryAt } from './store/read-tree.ts';
export { scopedPath } from './store/scoped-path.ts';
export { treeSize } from './store/tree-size.ts';
export { writeEntry, writeTree, type WriteTreeOptions } from './store/write-tree.ts';
