import { bookwormSlim } from '../debian/bookworm.ts';
import { data, directory, program, symlink, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';

const configuration = `user  nginx;
worker_processes  auto;

error_log  /var/log/nginx/error.log notice;
pid        /var/run/nginx.pid;

events {
    worker_connections  1024;
}

http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;
    access_log  /var/log/nginx/access.log  combined;
    sendfile        on;
    keepalive_timeout  65;
    include /etc/nginx/conf.d/*.conf;
}
`;
const defaultServer = `server {
    listen       80;
    listen  [::]:80;
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`;
const welcome = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>
</body>
</html>
`;
const entrypoint = `#!/bin/sh
# Runs what lies in /docker-entrypoint.d, then the command.
set -e
if [ "$1" = nginx ] && [ -d /docker-entrypoint.d ]; then
  for f in /docker-entrypoint.d/*.sh; do
    if [ -x "$f" ]; then "$f"; fi
  done
fi
exec "$@"
`;
const step = (createdBy: string): { createdBy: string; comment: string } => ({ createdBy, comment: 'buildkit.dockerfile.v0' });

/** nginx on Debian. */
export const nginx: ImageRecipe = {
  repository: 'library/nginx', tags: ['latest', '1.27', '1.27.0', '1', 'mainline', 'bookworm'], created: '2024-05-29T18:18:03Z', programs: 'later', from: bookwormSlim,
  config: {
    Cmd: ['nginx', '-g', 'daemon off;'], Entrypoint: ['/docker-entrypoint.sh'], ExposedPorts: { '80/tcp': {} }, StopSignal: 'SIGQUIT',
    Env: [defaultPath, 'NGINX_VERSION=1.27.0', 'NJS_VERSION=0.8.4', 'NJS_RELEASE=2~bookworm', 'PKG_RELEASE=2~bookworm'],
    Labels: { maintainer: 'NGINX Docker Maintainers <docker-maint@nginx.com>' },
  },
  steps: [
    step('LABEL maintainer=NGINX Docker Maintainers <docker-maint@nginx.com>'), step('ENV NGINX_VERSION=1.27.0'), step('ENV NJS_VERSION=0.8.4'), step('ENV NJS_RELEASE=2~bookworm'), step('ENV PKG_RELEASE=2~bookworm'),
    {
      ...step('RUN /bin/sh -c set -x     && groupadd --system --gid 101 nginx     && useradd --system --gid nginx --no-create-home --home /nonexistent --comment "nginx user" --shell /bin/false --uid 101 nginx     && apt-get update     && apt-get install nginx # buildkit'),
      files: [
        program('usr/sbin/nginx', 1633152), data('usr/lib/nginx/modules/modules.data', 9300000), data('usr/share/nginx/dependencies.data', 101500000), text('etc/nginx/nginx.conf', configuration),
        text('etc/nginx/conf.d/default.conf', defaultServer), text('etc/nginx/mime.types', 'types {\n    text/html                             html htm;\n    text/css                              css;\n    application/javascript                js;\n    image/svg+xml                         svg svgz;\n    image/png                             png;\n    text/plain                            txt;\n    application/json                      json;\n}\n'),
        text('usr/share/nginx/html/index.html', welcome), text('usr/share/nginx/html/50x.html', '<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>An error occurred.</h1></body></html>\n'),
        directory('var/cache/nginx'), symlink('var/log/nginx/access.log', '/dev/stdout'), symlink('var/log/nginx/error.log', '/dev/stderr'), directory('docker-entrypoint.d'),
      ],
    },
    { ...step('COPY docker-entrypoint.sh / # buildkit'), files: [text('docker-entrypoint.sh', entrypoint, 0o755)] },
    step('ENTRYPOINT ["/docker-entrypoint.sh"]'), step('EXPOSE map[80/tcp:{}]'), step('STOPSIGNAL SIGQUIT'), step('CMD ["nginx" "-g" "daemon off;"]'),
  ],
};
