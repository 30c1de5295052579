export { internetRoot, internetRoots } from './root.ts';
