export * from './clear.ts';
export * from './less.ts';
export * from './stty.ts';
