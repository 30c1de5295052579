export { internetRoot, internetRoots } from './root.ts';
export { opensslCnf } from './openssl-cnf.ts';
