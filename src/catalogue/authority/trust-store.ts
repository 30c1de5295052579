import type { FileRecipe } from '../recipe/file.ts';
import { internetRoot } from './root.ts';

/** A bundle of trusted certificates as images have it, of the real one's apparent size; the one that counts here is the simulated internet's. */
export function trustStore(path: string, size = internetRoot.length): FileRecipe {
  return { kind: 'text', path, text: internetRoot, size, mode: 0o644 };
}
