export * from './adduser.ts';
export * from './getent.ts';
export * from './su.ts';
export * from './useradd.ts';
