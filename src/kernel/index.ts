export * from './uapi/index.ts';
export * from './exec/index.ts';
export { buildTree, OverlayFs, type OverlayOptions, TmpFs, type TmpFsData, type TmpFsOptions, type TmpNodeData, type TreeEntry } from './fs/index.ts';
export type { FileSystem } from './vfs/index.ts';
export { Kernel, type KernelOptions, type ProcessEvent } from './kernel.ts';
export { Terminal } from './terminal.ts';
