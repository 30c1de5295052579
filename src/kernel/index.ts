export * from './uapi/index.ts';
