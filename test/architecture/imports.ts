import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** One import statement, `import()`, `export … from` or `new URL('…', import.meta.url)`. */
export interface Import {
  /** The importing file, relative to src, with `/`. */
  readonly from: string;
  readonly line: number;
  /** A package (`hono`, `node:fs`), or the imported file relative to src. */
  readonly to: string;
  readonly kind: 'file' | 'package' | 'url';
}

/** All files below a folder of the project, relative to it, with `/`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(root, folder), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

const statement = /(?:^|[\s;}])(?:import|export)\s*(?:type\s)?(?:[\w$*\s{},]*?\sfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]|\bnew URL\(\s*['"](\.[^'"\n]+)['"]\s*,\s*import\.meta\.url/g;

/** The imports of a source file of src (TypeScript or Astro). Comments are left out. */
export function importsOf(file: string, text: string = readFileSync(join(root, 'src', file), 'utf8')): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...code.matchAll(statement)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const line = code.slice(0, match.index + match[0].indexOf(target)).split('\n').length;
    if (!target.startsWith('.')) return { from: file, line, to: target, kind: 'package' };
    const to = posix.normalize(posix.join(posix.dirname(file), target)).replace(/[?#].*$/, '');
    return { from: file, line, to, kind: match[3] ? 'url' : 'file' };
  });
}
