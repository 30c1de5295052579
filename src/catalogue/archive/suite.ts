/** A suite of a distribution's archive. */
export interface Suite {
  /** Directory of the archive on its hosts: `debian`, `debian-security`, `ubuntu`. */
  root: string;
  /** Name under dists/. */
  name: string;
  /** Fields of Release before Date, in order. */
  release: readonly (readonly [string, string])[];
  /** RFC 5322 date of the release. */
  date: string;
  components: readonly string[];
  description: string;
  /** The list of packages (control fields as the distribution has them, and in Executables, Libraries, Links and Bulk what they install); absent where the suite is empty (updates that were folded into the release). */
  load?: () => Promise<string>;
}

const debian = (name: string, root: string, suite: string, version: string, codename: string, date: string, load?: Suite['load']): Suite => ({
  root, name, date, components: ['main'], description: `Debian ${version}`,
  release: [['Origin', 'Debian'], ['Label', root === 'debian' ? 'Debian' : 'Debian-Security'], ['Suite', suite], ['Version', version], ['Codename', codename]],
  ...(load && { load }),
});
const ubuntu = (name: string, load?: Suite['load']): Suite => ({
  root: 'ubuntu', name, date: 'Thu, 21 Apr 2022 17:16:08 UTC', components: ['main', 'restricted', 'universe', 'multiverse'], description: 'Ubuntu Jammy 22.04',
  release: [['Origin', 'Ubuntu'], ['Label', 'Ubuntu'], ['Suite', name], ['Version', '22.04'], ['Codename', 'jammy']],
  ...(load && { load }),
});
const bookwormDate = 'Sat, 11 Jul 2026 10:16:37 UTC';
const trixieDate = 'Sat, 21 Nov 2026 09:15:44 UTC';

/** What the archive serves. Older suites (wheezy and the like) are gone, as on the real mirrors. */
export const suites: readonly Suite[] = [
  debian('bookworm', 'debian', 'oldstable', '12.15', 'bookworm', bookwormDate, async () => (await import('./bookworm-packages.json', { with: { type: 'json' } })).default.join('\n\n')),
  debian('bookworm-updates', 'debian', 'oldstable-updates', '12-updates', 'bookworm-updates', bookwormDate),
  debian('bookworm-security', 'debian-security', 'oldstable-security', '12', 'bookworm-security', bookwormDate),
  debian('trixie', 'debian', 'stable', '13.8', 'trixie', trixieDate, async () => (await import('./trixie-packages.json', { with: { type: 'json' } })).default.join('\n\n')),
  debian('trixie-updates', 'debian', 'stable-updates', '13-updates', 'trixie-updates', trixieDate),
  debian('trixie-security', 'debian-security', 'stable-security', '13', 'trixie-security', trixieDate),
  ubuntu('jammy', async () => (await import('./jammy-packages.json', { with: { type: 'json' } })).default.join('\n\n')),
  ubuntu('jammy-updates'), ubuntu('jammy-backports'), ubuntu('jammy-security'),
];
