export * from './clear.ts';
export * from './less.ts';
export * from './nano/nano.ts';
export * from './stty.ts';
