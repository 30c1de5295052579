export { lookupFailure, processDial } from './process-dial.ts';
