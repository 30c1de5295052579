import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContainerConfig } from '../../oci/index.ts';
import { mustRun } from '../child-process/index.ts';
import { makeBusyboxTree, writeTree } from './base-tree.ts';
import { helloProgram } from './hello-program.ts';
import { OciLayout, type StoredLayer } from './oci-layout.ts';

const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const created = '2024-07-01T00:00:00Z';

/** Makes `images/` in `folder`, an OCI layout with the images of the Hub stand-in; `debianTar` is the tree of debian:bookworm. */
export async function makeFixtures(folder: string, debianTar: string): Promise<void> {
  const layout = new OciLayout(join(folder, 'images'));
  const work = join(folder, 'fixtures');
  const layer = async (name: string, write: (tree: string) => Promise<void>): Promise<StoredLayer> => {
    const tree = join(work, name);
    await write(tree);
    const tarFile = join(work, `${name}.tar`);
    await mustRun('tar', ['-C', tree, '--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@1719792000', '-cf', tarFile, '.']);
    return layout.addLayer(tarFile);
  };
  const add = (names: string[], layers: StoredLayer[], config: ContainerConfig): Promise<void> =>
    layout.addImage(names.map((name) => `library/${name}`), layers, { created, config: { Env: [path], ...config }, history: [{ created, created_by: `CMD ${JSON.stringify(config.Cmd)}` }] });

  const debian = await layout.addLayer(debianTar);
  await add(['debian:latest', 'debian:bookworm', 'debian:bookworm-slim', 'debian:12'], [debian], { Cmd: ['bash'] });
  const wheezy = await layer('wheezy', (tree) => writeTree(tree, {
    'etc/apt/sources.list.d/.wh.debian.sources': '',
    'etc/apt/sources.list': ['wheezy', 'wheezy-updates'].map((suite) => `deb http://deb.debian.org/debian ${suite} main\n`).join('') + 'deb http://security.debian.org wheezy/updates main\n',
    'etc/debian_version': '7.11\n',
    'usr/lib/os-release': 'PRETTY_NAME="Debian GNU/Linux 7 (wheezy)"\nNAME="Debian GNU/Linux"\nVERSION_ID="7"\nVERSION="7 (wheezy)"\nID=debian\n',
  }));
  await add(['debian:wheezy', 'debian:7'], [debian, wheezy], { Cmd: ['/bin/bash'] });

  await add(['busybox:latest', 'busybox:1.36'], [await layer('busybox', makeBusyboxTree)], { Cmd: ['sh'] });
  const alpine = await layer('alpine', async (tree) => {
    await makeBusyboxTree(tree);
    await writeTree(tree, {
      'etc/alpine-release': '3.20.0\n',
      'etc/os-release': 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.0\nPRETTY_NAME="Alpine Linux v3.20"\nHOME_URL="https://alpinelinux.org/"\n',
    });
  });
  await add(['alpine:latest', 'alpine:3.20', 'alpine:3'], [alpine], { Cmd: ['/bin/sh'] });
  const hello = await layer('hello-world', async (tree) => {
    await writeTree(tree, { hello: helloProgram('\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n') });
    await chmod(join(tree, 'hello'), 0o755);
  });
  await add(['hello-world:latest', 'hello-world:linux'], [hello], { Cmd: ['/hello'] });
  await layout.finish();
  await rm(work, { recursive: true });
}
