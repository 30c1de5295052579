export { cacheRoot, isAlive } from './cache-folder.ts';
export { ensureGolden, type Golden, type GoldenPart } from './golden.ts';
export { type Shown, shownOnce } from './shown-once.ts';
