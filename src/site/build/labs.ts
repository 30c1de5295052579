import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Lab } from '../../lab/index.ts';
import { parseLab } from '../../lab/authoring/index.ts';

/** The folder of all labs; the site is built from the repository's top folder. */
const labsFolder = join(process.cwd(), 'labs');
const parsed = new Map<string, Lab>();

/** Ids of all labs. */
export function labIds(): string[] {
  return readdirSync(labsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** A lab, read and checked when the site is built; mistakes stop the build with file and line. */
export function readLab(id: string): Lab {
  const known = (import.meta as { env?: { DEV?: boolean } }).env?.DEV ? undefined : parsed.get(id);
  if (known) return known;
  const folder = join(labsFolder, id);
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), readFileSync(path));
  }
  const lab = parseLab(id, files);
  parsed.set(id, lab);
  return lab;
}

/** A lab as pages get it: without what only tests need. */
export function labForPage(lab: Lab): Lab {
  return { ...lab, tasks: lab.tasks.map((task) => ({ ...task, wrong: [] })) };
}
