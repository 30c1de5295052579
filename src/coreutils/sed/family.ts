export { sed } from './sed.ts';
