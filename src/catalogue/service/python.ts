import { trustStore } from '../authority/trust-store.ts';
import { bookwormSlim } from '../debian/bookworm.ts';
import { data, directory, program, symlink } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';

const step = (createdBy: string): { createdBy: string; comment: string } => ({ createdBy, comment: 'buildkit.dockerfile.v0' });
const version = '3.12.4';

/** Python on slim Debian. */
export const python: ImageRecipe = {
  repository: 'library/python', tags: ['3.12-slim', '3.12-slim-bookworm', '3-slim', 'slim', '3.12', '3', 'latest'], created: '2024-06-07T02:08:44Z', programs: 'later', from: bookwormSlim,
  config: {
    Cmd: ['python3'],
    Env: ['PATH=/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'LANG=C.UTF-8', 'GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305', `PYTHON_VERSION=${version}`, 'PYTHON_PIP_VERSION=24.0'],
  },
  steps: [
    step(`ENV ${defaultPath.replace('PATH=', 'PATH=/usr/local/bin:')}`), step('ENV LANG=C.UTF-8'),
    { ...step('RUN /bin/sh -c set -eux;  apt-get update;  apt-get install -y --no-install-recommends   ca-certificates   netbase   tzdata  ;  rm -rf /var/lib/apt/lists/* # buildkit'), files: [trustStore('etc/ssl/certs/ca-certificates.crt', 213777), data('usr/share/ca-certificates/mozilla.data', 8980000)] },
    step('ENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305'), step(`ENV PYTHON_VERSION=${version}`),
    {
      ...step('RUN /bin/sh -c set -eux;  build python # buildkit'),
      files: [program('usr/local/bin/python3.12', 14328, 'python3'), data('usr/local/lib/libpython3.12.so.1.0', 9820000), data('usr/local/lib/python3.12/stdlib.data', 24400000), directory('usr/local/lib/python3.12/site-packages')],
    },
    { ...step('RUN /bin/sh -c set -eux;  for src in idle3 pydoc3 python3 python3-config; do ln -svT "$src" … # buildkit'), files: [symlink('usr/local/bin/python3', 'python3.12'), symlink('usr/local/bin/python', 'python3'), symlink('usr/local/bin/pydoc', 'pydoc3')] },
    step('ENV PYTHON_PIP_VERSION=24.0'),
    { ...step('RUN /bin/sh -c set -eux;  python get-pip.py # buildkit'), files: [program('usr/local/bin/pip3.12', 225, 'pip'), symlink('usr/local/bin/pip3', 'pip3.12'), symlink('usr/local/bin/pip', 'pip3.12'), data('usr/local/lib/python3.12/site-packages/pip/pip.data', 12200000)] },
    step('CMD ["python3"]'),
  ],
};
