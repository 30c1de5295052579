export * from './cipher.ts';
export * from './encryption-scheme.ts';
export * from './pkcs12-key.ts';
export * from './password.ts';
