export { opensslCnf } from './openssl-cnf.ts';
export { internetRoot, internetRoots } from './root.ts';
export { trustStore } from './trust-store.ts';
