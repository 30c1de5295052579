import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../../lab/index.ts';
import { type LabFolder, parseLab } from '../../lab/authoring/index.ts';
import { UsageError } from '../usage-error.ts';

/** Where the labs are. */
export const labsFolder = fileURLToPath(new URL('../../../labs/', import.meta.url));

/** Ids of all labs, sorted. */
export function labIds(folder = labsFolder): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The files of one lab's folder. */
export function readLabFolder(id: string, folder = labsFolder): LabFolder {
  const base = join(folder, id);
  const files = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(base, path).split(sep).join('/'), new Uint8Array(readFileSync(path))];
    }),
  );
}

/** One lab, or UsageError with the ids there are. Throws LabMistakes for a lab with mistakes. */
export function readLab(id: string): Lab {
  if (!labIds().includes(id)) throw new UsageError(`there is no lab ${id}; labs are: ${labIds().join(', ')}`);
  return parseLab(id, readLabFolder(id));
}

/** Folders on whose files a lab's proofs on real hosts depend, besides the hosts themselves. */
export function proofFolders(id: string): string[] {
  return [join(labsFolder, id), join(labsFolder, '..', 'src', 'lab'), fileURLToPath(new URL('.', import.meta.url))];
}
