export { awk } from './awk.ts';
