export * from './tty.ts';
export * from './tty-file.ts';
