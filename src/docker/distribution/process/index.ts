export { processDial } from './process-dial.ts';
