export * from './algorithm.ts';
export * from './cipher/index.ts';
export * from './der/index.ts';
export * from './digest.ts';
export * from './error.ts';
export * from './key/index.ts';
export * from './pem.ts';
export * from './x509/index.ts';
