import { alpine } from '../alpine/alpine.ts';
import { bookwormSlim } from '../debian/bookworm.ts';
import { directory, type FileRecipe, program, symlink, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';

const entrypoint = `#!/bin/sh
# Options alone are redis-server's; as root the server runs as the user redis.
set -e
if [ "\${1#-}" != "$1" ] || [ "\${1%.conf}" != "$1" ]; then
  set -- redis-server "$@"
fi
exec "$@"
`;
const step = (createdBy: string): { createdBy: string; comment: string } => ({ createdBy, comment: 'buildkit.dockerfile.v0' });
const version = '7.2.5';
const config = {
  Cmd: ['redis-server'], Entrypoint: ['docker-entrypoint.sh'], ExposedPorts: { '6379/tcp': {} }, Volumes: { '/data': {} }, WorkingDir: '/data',
  Env: [defaultPath, 'GOSU_VERSION=1.17', `REDIS_VERSION=${version}`, `REDIS_DOWNLOAD_URL=http://download.redis.io/releases/redis-${version}.tar.gz`],
};

function steps(gosu: string, user: readonly FileRecipe[]): ImageRecipe['steps'] {
  return [
    { ...step('RUN /bin/sh -c set -eux;  groupadd -r -g 999 redis;  useradd -r -g redis -u 999 redis # buildkit'), files: user },
    step('ENV GOSU_VERSION=1.17'), { ...step('RUN /bin/sh -c set -eux;  install gosu # buildkit'), files: [program(`usr/local/bin/${gosu}`, 2469888)] },
    step(`ENV REDIS_VERSION=${version}`), step(`ENV REDIS_DOWNLOAD_URL=http://download.redis.io/releases/redis-${version}.tar.gz`),
    {
      ...step('RUN /bin/sh -c set -eux;  build redis # buildkit'),
      files: [
        program('usr/local/bin/redis-server', 17930000), program('usr/local/bin/redis-cli', 7890000), program('usr/local/bin/redis-benchmark', 7110000),
        ...['redis-sentinel', 'redis-check-aof', 'redis-check-rdb'].map((name) => symlink(`usr/local/bin/${name}`, 'redis-server')),
      ],
    },
    { ...step('RUN /bin/sh -c mkdir /data && chown redis:redis /data # buildkit'), files: [{ ...directory('data'), uid: 999, gid: 999 }] },
    step('VOLUME [/data]'), step('WORKDIR /data'), { ...step('COPY docker-entrypoint.sh /usr/local/bin/ # buildkit'), files: [text('usr/local/bin/docker-entrypoint.sh', entrypoint, 0o755)] },
    step('ENTRYPOINT ["docker-entrypoint.sh"]'), step('EXPOSE map[6379/tcp:{}]'), step('CMD ["redis-server"]'),
  ];
}

const shared = { repository: 'library/redis', created: '2024-05-16T21:23:10Z', config };

/** Redis on Debian. */
export const redis: ImageRecipe = { ...shared, tags: ['latest', '7', '7.2', version, 'bookworm'], from: bookwormSlim, steps: steps('gosu', [directory('home/redis')]) };
/** Redis on Alpine. */
export const redisAlpine: ImageRecipe = { ...shared, tags: ['alpine', '7-alpine', '7.2-alpine', `${version}-alpine`, 'alpine3.20', 'alpine3.12'], from: alpine, steps: steps('su-exec', [directory('home/redis')]) };
