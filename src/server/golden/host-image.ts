import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun, runCommand } from '../child-process/index.ts';
import { bootstrap } from './bootstrap.ts';
import { exclusively } from './cache-folder.ts';
import { modulePackages, unpackModules } from './python-modules.ts';

/** The release whose docker.io is the engine that the course teaches: 26.1. */
const release = 'trixie';

const packages = [
  'docker.io', 'docker-cli', 'docker-compose', 'docker-buildx', 'e2fsprogs', 'iptables', 'bash', 'bash-completion', 'ca-certificates', 'curl', 'wget', 'openssl', 'jq', 'nano', 'vim-tiny', 'less', 'tree', 'file',
  'iproute2', 'iputils-ping', 'netcat-openbsd', 'bind9-dnsutils', 'bind9-host', 'busybox', 'net-tools', 'openssh-client', 'openssh-server', 'procps', 'psmisc', 'socat', 'sudo', 'tcpdump', 'telnet', 'tini',
  'traceroute', 'xxd',
];

const dockerfile = `FROM drydock/lab-host-tree
RUN groupadd -f docker && useradd --create-home --uid 1000 --shell /bin/bash --groups docker,sudo learner \\
 && echo 'learner:learner' | chpasswd \\
 && printf 'learner ALL=(ALL:ALL) NOPASSWD: ALL\\n' > /etc/sudoers.d/learner && chmod 440 /etc/sudoers.d/learner
# Limits that a container may not raise are left as they are; control groups are mounted already.
RUN sed -i -E 's/^(\\s*ulimit .*)$/\\1 2> \\/dev\\/null || :/' /etc/init.d/docker && echo 'cgroup /sys/fs/cgroup cgroup defaults 0 0' >> /etc/fstab
# Each host makes keys of its own.
RUN rm -f /etc/ssh/ssh_host_*
COPY ca.crt /usr/local/share/ca-certificates/drydock-lab.crt
RUN update-ca-certificates > /dev/null 2>&1
COPY lab-init /usr/local/sbin/lab-init
RUN chmod 755 /usr/local/sbin/lab-init
COPY daemon.json /etc/docker/daemon.json
COPY containerd.toml /etc/containerd/config.toml
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
VOLUME /var/lib/docker
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/bin/tini", "-g", "--", "/usr/local/sbin/lab-init"]
`;

/** Makes the tree of the lab host, which is loaded into an engine by `loadHostImage`, and `modules/`: what the Python index has from the same release of Debian. */
export async function makeHostTree(mirror: string, folder: string): Promise<void> {
  const debs = join(folder, 'debs');
  await mkdir(debs);
  const download = `--essential-hook=cd ${debs} && APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get -qq -o APT::Sandbox::User=root download ${modulePackages.join(' ')}`;
  await bootstrap(release, packages, mirror, join(folder, 'lab-host.tar'), [download]);
  await unpackModules(debs, join(folder, 'modules'));
  await rm(debs, { recursive: true });
}

/** Gives the engine the image of the lab hosts, which trusts the authority of that certificate, where it does not have it; `loading` is told then. */
export async function loadHostImage(folder: string, authority: string, image: string, loading: () => void): Promise<void> {
  const isPresent = async (): Promise<boolean> => (await mustRun('docker', ['images', '-q', image])) !== '';
  if (await isPresent()) return;
  await exclusively('lab-host-image', async () => {
    if (await isPresent()) return;
    loading();
    await buildHostImage(folder, authority, image);
  });
}

async function buildHostImage(folder: string, authority: string, image: string): Promise<void> {
  await mustRun('docker', ['import', join(folder, 'lab-host.tar'), 'drydock/lab-host-tree']);
  const context = join(folder, 'lab-host');
  await cp(fileURLToPath(new URL('files', import.meta.url)), context, { recursive: true });
  await writeFile(join(context, 'ca.crt'), authority);
  await writeFile(join(context, 'Dockerfile'), dockerfile);
  await mustRun('docker', ['build', '-q', '--network', 'none', '-t', image, context]);
  await mustRun('docker', ['rmi', 'drydock/lab-host-tree']);
  // Images of older inputs, where no host uses them.
  const all = await mustRun('docker', ['images', '--format', '{{.Repository}}:{{.Tag}}', 'drydock/lab-host']);
  for (const old of all.split('\n')) if (old && old !== image) await runCommand('docker', ['rmi', old]);
}
