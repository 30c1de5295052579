export { cacheRoot, isAlive } from './cache-folder.ts';
export { ensureGolden, type Golden } from './golden.ts';
