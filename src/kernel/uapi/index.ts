export * from './end-of-process.ts';
export * from './errno.ts';
export * from './file.ts';
export * from './network.ts';
export * from './process.ts';
export * from './resource-limit.ts';
export * from './signal.ts';
export * from './tty.ts';
