import { trustStore } from '../authority/index.ts';
import { bookworm, bookwormSlim } from '../debian/bookworm.ts';
import { data, directory, type FileRecipe, program, symlink, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe, type StepRecipe } from '../recipe/image.ts';

const comment = 'buildkit.dockerfile.v0';
const step = (createdBy: string): StepRecipe => ({ createdBy, comment });
const certificates = { ...step('RUN /bin/sh -c set -eux;  apt-get update;  apt-get install -y --no-install-recommends   ca-certificates   netbase   tzdata  ;  rm -rf /var/lib/apt/lists/* # buildkit'), files: [trustStore('etc/ssl/certs/ca-certificates.crt', 213777), data('usr/share/ca-certificates/mozilla.data', 8980000), data('usr/share/zoneinfo/tzdata.zi', 107000)] };

/** The program and the library of a release. */
function interpreter(minor: string, program_: number, shared: number, library: number): FileRecipe[] {
  return [program(`usr/local/bin/python${minor}`, program_), data(`usr/local/lib/libpython${minor}${minor === '3.5' ? 'm' : ''}.so.1.0`, shared), data(`usr/local/lib/python${minor}/stdlib.data`, library), directory(`usr/local/lib/python${minor}/site-packages`)];
}

const links = (minor: string): FileRecipe[] => [symlink('usr/local/bin/python3', `python${minor}`), symlink('usr/local/bin/python', 'python3'), symlink('usr/local/bin/pydoc', 'pydoc3')];

/** pip: the command, and the package that `python -m pip` runs. */
function pip(minor: string, version: string, size: number): FileRecipe[] {
  const site = `usr/local/lib/python${minor}/site-packages`;
  return [
    program(`usr/local/bin/pip${minor}`, 225, 'pip'), symlink('usr/local/bin/pip3', `pip${minor}`), symlink('usr/local/bin/pip', `pip${minor}`), data(`${site}/pip/pip.data`, size),
    text(`${site}/pip/__init__.py`, `__version__ = "${version}"\n`), text(`${site}/pip/__main__.py`, `import os\nimport sys\n\nos.execv(os.path.join(sys.prefix, "bin", "pip"), ["pip", *sys.argv[1:]])\n`),
    text(`${site}/pip-${version}.dist-info/METADATA`, `Metadata-Version: 2.1\nName: pip\nVersion: ${version}\nSummary: The PyPA recommended tool for installing Python packages.\n`), text(`${site}/pip-${version}.dist-info/INSTALLER`, 'pip\n'),
  ];
}

const env = (version: string, key: string, pipVersion: string): string[] => [defaultPath.replace('PATH=', 'PATH=/usr/local/bin:'), 'LANG=C.UTF-8', `GPG_KEY=${key}`, `PYTHON_VERSION=${version}`, `PYTHON_PIP_VERSION=${pipVersion}`];

function steps(version: string, key: string, pipVersion: string, sizes: { program: number; shared: number; library: number; pip: number }): StepRecipe[] {
  const minor = version.split('.').slice(0, 2).join('.');
  return [
    step(`ENV ${defaultPath.replace('PATH=', 'PATH=/usr/local/bin:')}`), step('ENV LANG=C.UTF-8'), certificates, step(`ENV GPG_KEY=${key}`), step(`ENV PYTHON_VERSION=${version}`),
    { ...step('RUN /bin/sh -c set -eux;  build python # buildkit'), files: interpreter(minor, sizes.program, sizes.shared, sizes.library) },
    { ...step('RUN /bin/sh -c set -eux;  for src in idle3 pydoc3 python3 python3-config; do ln -svT "$src" … # buildkit'), files: links(minor) },
    step(`ENV PYTHON_PIP_VERSION=${pipVersion}`), { ...step('RUN /bin/sh -c set -eux;  python get-pip.py # buildkit'), files: pip(minor, pipVersion, sizes.pip) }, step('CMD ["python3"]'),
  ];
}

const now = { version: '3.12.4', key: '7169605F62C751356D054A26A821E680E5FA6305', pip: '24.0' };

/** Python on slim Debian. */
export const python: ImageRecipe = {
  repository: 'library/python', tags: ['3.12-slim', '3.12-slim-bookworm', '3-slim', 'slim', '3.12', '3', 'latest'], created: '2024-06-07T02:08:44Z', from: bookwormSlim,
  config: { Cmd: ['python3'], Env: env(now.version, now.key, now.pip) },
  steps: steps(now.version, now.key, now.pip, { program: 14328, shared: 9820000, library: 24400000, pip: 12200000 }),
};

const then = { version: '3.5.10', key: '97FC712E4C024BBEA48A61ED3A5CA953F73C700D', pip: '20.3.4' };

/** The last Python 3.5, on full Debian. */
export const python35: ImageRecipe = {
  repository: 'library/python', tags: ['3.5', '3.5.10', '3.5-buster'], created: '2020-11-18T04:21:49Z', from: bookworm,
  config: { Cmd: ['python3'], Env: env(then.version, then.key, then.pip) },
  steps: steps(then.version, then.key, then.pip, { program: 9800, shared: 11800000, library: 31500000, pip: 8400000 }),
};
