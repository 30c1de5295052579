import { mustRun } from '../child-process/index.ts';

/** What no tree needs: manuals, translations, documents. */
const excluded = ['man', 'locale', 'doc', 'info', 'lintian'].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`);

/** Makes a Debian root file system from packages, as a tar file at `tarFile`. */
export async function bootstrap(release: string, packages: readonly string[], mirror: string, tarFile: string, options: readonly string[] = []): Promise<void> {
  await mustRun('mmdebstrap', [
    '--variant=minbase', '--components=main', ...(packages.length > 0 ? [`--include=${packages.join(',')}`] : []), ...excluded,
    '--dpkgopt=path-include=/usr/share/locale/locale.alias', '--aptopt=Acquire::Languages "none"',
    '--customize-hook=rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/* "$1"/var/log/*.log "$1"/var/log/apt "$1"/var/cache/ldconfig "$1"/var/cache/debconf/*-old',
    ...options, release, tarFile, mirror,
  ]);
}
