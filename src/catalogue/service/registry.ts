import { alpine } from '../alpine/alpine.ts';
import { directory, program, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';

const configuration = `version: 0.1
log:
  fields:
    service: registry
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: /var/lib/registry
http:
  addr: :5000
  headers:
    X-Content-Type-Options: [nosniff]
health:
  storagedriver:
    enabled: true
    interval: 10s
    threshold: 3
`;
const entrypoint = `#!/bin/sh
set -e
case "$1" in
  *.yaml|*.yml) set -- registry serve "$@" ;;
  serve|garbage-collect|help|-*) set -- registry "$@" ;;
esac
exec "$@"
`;
const step = (createdBy: string): { createdBy: string; comment: string } => ({ createdBy, comment: 'buildkit.dockerfile.v0' });

/** The registry of distribution 2.8. */
export const registry: ImageRecipe = {
  repository: 'library/registry', tags: ['2', '2.8', '2.8.3', 'latest'], created: '2023-10-02T18:42:54Z', from: alpine,
  config: { Cmd: ['/etc/docker/registry/config.yml'], Entrypoint: ['/entrypoint.sh'], Env: [defaultPath], ExposedPorts: { '5000/tcp': {} }, Volumes: { '/var/lib/registry': {} } },
  steps: [
    { ...step('RUN /bin/sh -c apk add --no-cache ca-certificates # buildkit'), files: [directory('usr/share/ca-certificates/mozilla')] },
    { ...step('RUN /bin/sh -c install registry # buildkit'), files: [program('bin/registry', 17200000)] },
    { ...step('COPY ./config-example.yml /etc/docker/registry/config.yml # buildkit'), files: [text('etc/docker/registry/config.yml', configuration)] },
    step('VOLUME [/var/lib/registry]'), step('EXPOSE map[5000/tcp:{}]'), { ...step('COPY docker-entrypoint.sh /entrypoint.sh # buildkit'), files: [text('entrypoint.sh', entrypoint, 0o755)] },
    step('ENTRYPOINT ["/entrypoint.sh"]'), step('CMD ["/etc/docker/registry/config.yml"]'),
  ],
};
