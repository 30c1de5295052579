export * from './clear.ts';
export * from './less/less.ts';
export * from './more.ts';
export * from './nano/nano.ts';
export * from './stty.ts';
export * from './top/top.ts';
export * from './watch.ts';
