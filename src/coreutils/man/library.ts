import type { ManualPage } from './page.ts';

/** Where pages are, in rooms that are loaded when one of their pages is asked for. */
const rooms: readonly (readonly [names: string, load: () => Promise<{ pages: readonly ManualPage[] }>])[] = [
  ['ls cp mv rm mkdir rmdir ln touch chmod chown stat find du df file tree tar gzip dd mktemp', () => import('./pages/files.ts')],
  ['cat head tail less more grep sed awk sort uniq cut tr wc tee diff xargs jq sha256sum base64 nano', () => import('./pages/text.ts')],
  ['ps top kill pgrep pkill id su sudo env date sleep timeout watch nohup free uname hostname mount systemctl service journalctl man bash apt-get dpkg hier signal', () => import('./pages/system.ts')],
  ['ip ss ping curl wget nc dig openssl ssh tcpdump hosts resolv.conf', () => import('./pages/network.ts')],
  ['docker docker-run docker-ps docker-build docker-images docker-pull docker-push docker-tag docker-exec docker-logs docker-inspect docker-rm docker-rmi docker-stop docker-start docker-network docker-volume docker-history docker-compose docker-save docker-cp dockerfile dockerd daemon.json', () => import('./pages/docker.ts')],
];

/** The page of that name (and section, when given). */
export async function findPage(name: string, section: string | undefined): Promise<ManualPage | undefined> {
  const wanted = name.toLowerCase();
  for (const [names, load] of rooms) {
    if (!names.split(' ').includes(wanted)) continue;
    const { pages } = await load();
    return pages.find((page) => page.name.toLowerCase() === wanted && (section === undefined || page.section === section));
  }
  return undefined;
}

/** All pages, for apropos. */
export async function allPages(): Promise<ManualPage[]> {
  const loaded = await Promise.all(rooms.map(async ([, load]) => (await load()).pages));
  return loaded.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}
