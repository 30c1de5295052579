export * from './kill.ts';
export * from './pgrep.ts';
export * from './ps.ts';
export * from './runners.ts';
export * from './timeout.ts';
export * from './uptime.ts';
export * from './xargs.ts';
