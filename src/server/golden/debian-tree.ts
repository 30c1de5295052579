import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.ts';

/** Makes the tree of debian:bookworm from packages, without apt's sources, as a tar file at `tarFile`; its apt trusts `keyring` alone. */
export async function makeDebianTree(mirror: string, keyring: Uint8Array, tarFile: string): Promise<void> {
  const over = `${tarFile}.over`;
  await mkdir(join(over, 'usr/share/keyrings'), { recursive: true });
  await writeFile(join(over, 'usr/share/keyrings/debian-archive-keyring.gpg'), keyring);
  await bootstrap('bookworm', ['usr-is-merged'], mirror, tarFile, [
    // As in Debian's image: /bin is /usr/bin from the start. usrmerge, which would see to that later, brings the whole of perl.
    '--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr',
    `--setup-hook=printf 'Package: usrmerge\\nPin: release *\\nPin-Priority: -1\\n' > "$1"/etc/apt/preferences.d/usrmerge`,
    '--customize-hook=rm -f "$1"/etc/apt/sources.list "$1"/etc/apt/apt.conf.d/99mmdebstrap "$1"/etc/dpkg/dpkg.cfg.d/99mmdebstrap "$1"/etc/apt/trusted.gpg.d/* "$1"/etc/apt/preferences.d/usrmerge "$1"/etc/hostname "$1"/etc/resolv.conf',
    `--customize-hook=cp -r --no-preserve=ownership ${over}/. "$1"`,
  ]);
  await rm(over, { recursive: true });
}
