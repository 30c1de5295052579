import { bookwormSlim } from '../debian/bookworm.ts';
import { directory, program, text } from '../recipe/file.ts';
import type { ImageRecipe } from '../recipe/image.ts';

const step = (createdBy: string): { createdBy: string; comment: string } => ({ createdBy, comment: 'buildkit.dockerfile.v0' });
const prefix = 'usr/local/apache2';

/** Apache httpd: here for its htpasswd, which password files of registries are made with; the server itself does not exist yet. */
export const httpd: ImageRecipe = {
  repository: 'library/httpd', tags: ['2', '2.4', '2.4.59', 'latest', 'bookworm'], created: '2024-04-24T16:22:31Z', programs: 'later', from: bookwormSlim,
  config: {
    Cmd: ['httpd-foreground'], ExposedPorts: { '80/tcp': {} }, StopSignal: 'SIGWINCH', WorkingDir: `/${prefix}`,
    Env: [`PATH=/${prefix}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`, `HTTPD_PREFIX=/${prefix}`, 'HTTPD_VERSION=2.4.59', 'HTTPD_PATCHES='],
  },
  steps: [
    step(`ENV HTTPD_PREFIX=/${prefix}`), step(`ENV PATH=/${prefix}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`),
    { ...step('RUN /bin/sh -c mkdir -p "$HTTPD_PREFIX" && chown www-data:www-data "$HTTPD_PREFIX" # buildkit'), files: [{ ...directory(prefix), uid: 33, gid: 33 }] },
    step(`WORKDIR /${prefix}`), step('ENV HTTPD_VERSION=2.4.59'),
    {
      ...step('RUN /bin/sh -c set -eux;  build httpd # buildkit'),
      files: [program(`${prefix}/bin/htpasswd`, 105816), program(`${prefix}/bin/httpd`, 2470424, 'apache2'), text(`${prefix}/htdocs/index.html`, '<html><body><h1>It works!</h1></body></html>\n')],
    },
    step('STOPSIGNAL SIGWINCH'),
    { ...step('COPY httpd-foreground /usr/local/bin/ # buildkit'), files: [text('usr/local/bin/httpd-foreground', '#!/bin/sh\nset -e\nrm -f /usr/local/apache2/logs/httpd.pid\nexec httpd -DFOREGROUND "$@"\n', 0o755)] },
    step('EXPOSE map[80/tcp:{}]'), step('CMD ["httpd-foreground"]'),
  ],
};
