export * from './golden/index.ts';
export * from './lab-host/index.ts';
