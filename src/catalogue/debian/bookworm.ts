import { parseBulk, parseExecutables, parseLinks } from '../recipe/file-list.ts';
import { data, type FileRecipe } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';
import { baseFiles, debianGroups, debianUsers } from './base-files.ts';
import { bulk, executables, links } from './bookworm-files.ts';
import packages from './bookworm-packages.json' with { type: 'json' };

const osRelease = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
HOME_URL="https://www.debian.org/"
SUPPORT_URL="https://www.debian.org/support"
BUG_REPORT_URL="https://bugs.debian.org/"
`;

const sources = `Types: deb
# http://snapshot.debian.org/archive/debian/20260824T000000Z
URIs: http://deb.debian.org/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
# http://snapshot.debian.org/archive/debian-security/20260824T000000Z
URIs: http://deb.debian.org/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`;

const system: FileRecipe[] = [
  ...parseExecutables(executables), ...parseLinks(links),
  ...baseFiles({
    osRelease, debianVersion: '12.15\n', issue: 'Debian GNU/Linux 12', packages: packages.join('\n\n'), passwordDay: 20689, groups: debianGroups,
    users: [...debianUsers, ['_apt', '42:65534', '', '/nonexistent', '/usr/sbin/nologin'], ['nobody', '65534:65534', 'nobody', '/nonexistent', '/usr/sbin/nologin']],
    aptSources: ['sources.list.d/debian.sources', sources],
  }),
];
const left = /^usr\/share\/(doc|info|lintian|linda|locale|man|groff)(\/|$)/;

const shared = { repository: 'library/debian', created: '2026-08-24T00:00:00Z', config: { Cmd: ['bash'], Env: [defaultPath] } };
const debootstrap = "# debian.sh --arch 'amd64' out/ 'bookworm' '@1787529600'";

/** Debian 12, as debuerreotype makes it: one layer. */
export const bookworm: ImageRecipe = {
  ...shared, tags: ['bookworm', 'bookworm-20260824', '12', '12.15', 'latest'],
  steps: [{ createdBy: debootstrap, files: [...system, ...parseBulk(bulk)], comment: 'debuerreotype 0.17' }],
};

/** Debian 12 without documentation, manuals and translations. */
export const bookwormSlim: ImageRecipe = {
  ...shared, tags: ['bookworm-slim', 'bookworm-20260824-slim', '12-slim', '12.15-slim', 'stable-slim'],
  steps: [{
    createdBy: debootstrap,
    files: [...system, ...parseBulk(bulk, (directory) => !left.test(directory)), data('usr/share/doc/libc6/copyright', 962000), {
      kind: 'text', path: 'etc/dpkg/dpkg.cfg.d/docker', mode: 0o644,
      text: ['doc', 'info', 'lintian', 'linda', 'locale', 'man', 'groff'].map((name) => `path-exclude /usr/share/${name}/*\n`).join('') + 'path-include /usr/share/doc/*/copyright\n',
    }],
    comment: 'debuerreotype 0.17',
  }],
};
