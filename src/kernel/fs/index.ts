export * from './build-tree.ts';
export * from './device-file.ts';
export * from './devpts.ts';
export * from './devtmpfs.ts';
export * from './overlayfs.ts';
export * from './tmpfs.ts';
export type { TmpFsData, TmpNodeData } from './tmpfs-node.ts';
