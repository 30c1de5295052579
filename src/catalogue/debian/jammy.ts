import { parseBulk, parseExecutables, parseLinks } from '../recipe/file-list.ts';
import { data, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';
import { baseFiles, debianGroups, debianUsers } from './base-files.ts';
import { bulk, executables, links } from './jammy-files.ts';
import packages from './jammy-packages.json' with { type: 'json' };

const osRelease = `PRETTY_NAME="Ubuntu 22.04.5 LTS"
NAME="Ubuntu"
VERSION_ID="22.04"
VERSION="22.04.5 LTS (Jammy Jellyfish)"
VERSION_CODENAME=jammy
ID=ubuntu
ID_LIKE=debian
HOME_URL="https://www.ubuntu.com/"
SUPPORT_URL="https://help.ubuntu.com/"
BUG_REPORT_URL="https://bugs.launchpad.net/ubuntu/"
PRIVACY_POLICY_URL="https://www.ubuntu.com/legal/terms-and-policies/privacy-policy"
UBUNTU_CODENAME=jammy
`;

const sources = ['jammy', 'jammy-updates', 'jammy-backports']
  .map((suite) => `deb http://archive.ubuntu.com/ubuntu/ ${suite} main restricted universe multiverse\n`)
  .concat('deb http://security.ubuntu.com/ubuntu/ jammy-security main restricted universe multiverse\n')
  .join('');
const left = /^usr\/share\/(doc|info|lintian|locale|man|groff)(\/|$)/;
const labels = { 'org.opencontainers.image.ref.name': 'ubuntu', 'org.opencontainers.image.version': '22.04' };
const empty = (createdBy: string): { createdBy: string } => ({ createdBy: `/bin/sh -c #(nop)  ${createdBy}` });

/** Ubuntu 22.04: one layer and the steps around it. */
export const jammy: ImageRecipe = {
  repository: 'library/ubuntu', tags: ['22.04', 'jammy', 'latest'], created: '2024-09-11T16:25:41Z',
  config: { Cmd: ['/bin/bash'], Env: [defaultPath], Labels: labels },
  steps: [
    empty('ARG RELEASE'), empty('ARG LAUNCHPAD_BUILD_ARCH'), empty('LABEL org.opencontainers.image.ref.name=ubuntu'), empty('LABEL org.opencontainers.image.version=22.04'),
    {
      createdBy: '/bin/sh -c #(nop) ADD file:ebe009f86035c175ba244badd298a2582914415cf62783d510eab3a311a5d4e1 in / ',
      files: [
        ...parseExecutables(executables), ...parseLinks(links), ...parseBulk(bulk, (directory) => !left.test(directory)),
        ...baseFiles({
          osRelease, debianVersion: 'bookworm/sid\n', issue: 'Ubuntu 22.04.5 LTS', packages: packages.join('\n\n'), passwordDay: 19977, groups: [...debianGroups, 'gnats:41', '_ssh:101'],
          users: [...debianUsers, ['gnats', '41:41', 'Gnats Bug-Reporting System (admin)', '/var/lib/gnats', '/usr/sbin/nologin'],
            ['nobody', '65534:65534', 'nobody', '/nonexistent', '/usr/sbin/nologin'], ['_apt', '100:65534', '', '/nonexistent', '/usr/sbin/nologin']],
          aptSources: ['sources.list', sources],
        }),
        data('usr/share/doc/libc6/copyright', 1140000), text('etc/lsb-release', 'DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=22.04\nDISTRIB_CODENAME=jammy\nDISTRIB_DESCRIPTION="Ubuntu 22.04.5 LTS"\n'),
      ],
    },
    empty('CMD ["/bin/bash"]'),
  ],
};
