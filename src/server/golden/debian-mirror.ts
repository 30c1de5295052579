import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The mirror that this machine takes Debian from, else Debian's own. */
export async function debianMirror(): Promise<string> {
  const given = process.env['DRYDOCK_DEBIAN_MIRROR'];
  if (given) return given;
  const folder = '/etc/apt/sources.list.d';
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(['/etc/apt/sources.list', ...names.map((name) => join(folder, name))].map((path) => readFile(path, 'utf8').catch(() => '')));
  for (const text of texts) {
    const found = /^(?:URIs:\s*|deb\s+(?:\[[^\]]*\]\s*)?)(https?:\/\/\S+?\/debian)\/?(?:\s|$)/m.exec(text);
    if (found?.[1]) return found[1];
  }
  return 'http://deb.debian.org/debian';
}
