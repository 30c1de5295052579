export * from './base64.ts';
export * from './checksum.ts';
export * from './dump.ts';
export * from './gzip.ts';
export * from './tar.ts';
