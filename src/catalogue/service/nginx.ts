import { alpine } from '../alpine/alpine.ts';
import { bookwormSlim } from '../debian/bookworm.ts';
import { data, directory, type FileRecipe, program, symlink, text } from '../recipe/file.ts';
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

    log_format  main  '$remote_addr - $remote_user [$time_local] "$request" '
                      '$status $body_bytes_sent "$http_referer" '
                      '"$http_user_agent" "$http_x_forwarded_for"';
    access_log  /var/log/nginx/access.log  main;

    sendfile        on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`;
const defaultServer = `server {
    listen       80;
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    # Failures of the server get a page of their own.
    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`;
const style = '<style>\nhtml { color-scheme: light dark; }\nbody { width: 35em; margin: 0 auto;\nfont-family: Tahoma, Verdana, Arial, sans-serif; }\n</style>\n';
const welcome = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
${style}</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>

<p>For online documentation and support please refer to
<a href="http://nginx.org/">nginx.org</a>.<br/>
Commercial support is available at
<a href="http://nginx.com/">nginx.com</a>.</p>

<p><em>Thank you for using nginx.</em></p>
</body>
</html>
`;
const failed = `<!DOCTYPE html>
<html>
<head>
<title>Error</title>
${style}</head>
<body>
<h1>An error occurred.</h1>
<p>Sorry, the page you are looking for is currently unavailable.<br/>
Please try again later.</p>
<p>If you are the system administrator of this resource then you should check
the error log for details.</p>
<p><em>Faithfully yours, nginx.</em></p>
</body>
</html>
`;
const mediaTypes = 'text/html html htm shtml;text/css css;text/xml xml;image/gif gif;image/jpeg jpeg jpg;application/javascript js;application/atom+xml atom;application/rss+xml rss;text/mathml mml;text/plain txt;image/avif avif;image/png png;image/svg+xml svg svgz;image/tiff tif tiff;image/webp webp;'
  + 'image/x-icon ico;image/x-ms-bmp bmp;font/woff woff;font/woff2 woff2;application/java-archive jar war ear;application/json json;application/pdf pdf;application/rtf rtf;application/wasm wasm;application/x-tar tar;application/xhtml+xml xhtml;application/zip zip;application/octet-stream bin exe dll deb dmg iso img msi;'
  + 'audio/midi mid midi kar;audio/mpeg mp3;audio/ogg ogg;audio/x-m4a m4a;video/mp4 mp4;video/mpeg mpeg mpg;video/quicktime mov;video/webm webm;video/x-msvideo avi;';
const mimeTypes = `\ntypes {\n${mediaTypes.split(';').filter(Boolean).map((line) => `    ${line.replace(/ .*/, '').padEnd(48)} ${line.replace(/^\S+ /, '')};\n`).join('')}}\n`;

/** Says what it does, unless NGINX_ENTRYPOINT_QUIET_LOGS is set. */
const say = 'say() { [ -n "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ] || echo "$@"; }\n';
const entrypoint = `#!/bin/sh
# Runs what lies in /docker-entrypoint.d, then the command.
set -e
${say}case "$1" in
  nginx|nginx-debug)
    if [ -n "$(ls /docker-entrypoint.d 2>/dev/null)" ]; then
      say "$0: /docker-entrypoint.d/ is not empty, will attempt to perform configuration"
      say "$0: Looking for shell scripts in /docker-entrypoint.d/"
      for f in /docker-entrypoint.d/*; do
        case "$f" in
          *.envsh|*.sh)
            if ! [ -x "$f" ]; then say "$0: Ignoring $f, not executable"
            elif [ "\${f%.sh}" != "$f" ]; then say "$0: Launching $f"; "$f"
            else say "$0: Sourcing $f"; . "$f"; fi ;;
          *) say "$0: Ignoring $f" ;;
        esac
      done
      say "$0: Configuration complete; ready for start up"
    else
      say "$0: No files found in /docker-entrypoint.d/, skipping configuration"
    fi ;;
esac
exec "$@"
`;
const listenOnIpv6 = `#!/bin/sh
set -e
${say}me=\${0##*/}
conf=etc/nginx/conf.d/default.conf
if ! [ -f /proc/net/if_inet6 ]; then say "$me: info: ipv6 not available"; exit 0; fi
if ! [ -f "/$conf" ]; then say "$me: info: /$conf is not a file or does not exist"; exit 0; fi
if ! touch "/$conf" 2>/dev/null; then say "$me: info: can not modify /$conf (read-only file system?)"; exit 0; fi
if grep -q 'listen  \\[::]:80;' "/$conf"; then say "$me: info: IPv6 listen already enabled"; exit 0; fi
say "$me: info: Getting the checksum of /$conf"
if ! cmp -s /usr/share/doc/nginx/default.conf "/$conf"; then say "$me: info: /$conf differs from the packaged version"; exit 0; fi
sed -i 's,listen       80;,&\\n    listen  [::]:80;,' "/$conf"
say "$me: info: Enabled listen on IPv6 in /$conf"
`;
const localResolvers = `#!/bin/sh
if [ -n "\${NGINX_ENTRYPOINT_LOCAL_RESOLVERS:-}" ]; then
  NGINX_LOCAL_RESOLVERS=$(awk '$1 == "nameserver" { printf "%s ", $2 }' /etc/resolv.conf)
  export NGINX_LOCAL_RESOLVERS
fi
`;
const templates = `#!/bin/sh
set -e
${say}me=\${0##*/}
from=\${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}
suffix=\${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}
to=\${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
[ -d "$from" ] || exit 0
if ! [ -w "$to" ]; then say "$me: ERROR: $from exists, but $to is not writable"; exit 0; fi
names=$(env | sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\)=.*/\${\\1}/p' | tr '\\n' ' ')
find "$from" -follow -type f -name "*$suffix" | while read -r template; do
  path=\${template#"$from/"}
  output=$to/\${path%"$suffix"}
  mkdir -p "\${output%/*}"
  say "$me: Running envsubst on $template to $output"
  envsubst "$names" < "$template" > "$output"
done
`;
const tuneWorkers = `#!/bin/sh
set -eu
[ -n "\${NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE:-}" ] || exit 0
sed -i "s/^worker_processes.*/worker_processes  $(nproc);/" /etc/nginx/nginx.conf
`;
const step = (createdBy: string): { createdBy: string; comment: string } => ({ createdBy, comment: 'buildkit.dockerfile.v0' });
const version = '1.27.0';

/** A text file of an image as it is after a line was added to it. */
function extended(image: ImageRecipe, path: string, line: string): FileRecipe {
  const file = [...(image.from?.steps ?? []), ...image.steps].flatMap(({ files = [] }) => files).findLast((one) => one.path === path);
  return { ...text(path, `${file?.kind === 'text' ? file.text : ''}${line}\n`), ...(file?.mode !== undefined && { mode: file.mode }) };
}

const users = (image: ImageRecipe, entry: string): FileRecipe[] => [extended(image, 'etc/passwd', `nginx:x:101:101:${entry}`), extended(image, 'etc/group', 'nginx:x:101:')];

const site: readonly FileRecipe[] = [
  text('etc/nginx/nginx.conf', configuration), text('etc/nginx/conf.d/default.conf', defaultServer), text('usr/share/doc/nginx/default.conf', defaultServer), text('etc/nginx/mime.types', mimeTypes),
  text('usr/share/nginx/html/index.html', welcome), text('usr/share/nginx/html/50x.html', failed), directory('var/cache/nginx'), symlink('etc/nginx/modules', '/usr/lib/nginx/modules'),
  symlink('var/log/nginx/access.log', '/dev/stdout'), symlink('var/log/nginx/error.log', '/dev/stderr'), directory('docker-entrypoint.d'),
];
const entrypointSteps: ImageRecipe['steps'] = [
  { ...step('COPY docker-entrypoint.sh / # buildkit'), files: [text('docker-entrypoint.sh', entrypoint, 0o755)] },
  ...([['10-listen-on-ipv6-by-default.sh', listenOnIpv6], ['15-local-resolvers.envsh', localResolvers], ['20-envsubst-on-templates.sh', templates], ['30-tune-worker-processes.sh', tuneWorkers]] as const)
    .map(([name, script]) => ({ ...step(`COPY ${name} /docker-entrypoint.d # buildkit`), files: [text(`docker-entrypoint.d/${name}`, script, 0o755)] })),
  step('ENTRYPOINT ["/docker-entrypoint.sh"]'), step('EXPOSE map[80/tcp:{}]'), step('STOPSIGNAL SIGQUIT'), step('CMD ["nginx" "-g" "daemon off;"]'),
];
const config = {
  Cmd: ['nginx', '-g', 'daemon off;'], Entrypoint: ['/docker-entrypoint.sh'], ExposedPorts: { '80/tcp': {} }, StopSignal: 'SIGQUIT',
  Labels: { maintainer: 'NGINX Docker Maintainers <docker-maint@nginx.com>' },
};
const maintainer = step('LABEL maintainer=NGINX Docker Maintainers <docker-maint@nginx.com>');

/** nginx on Debian. */
export const nginx: ImageRecipe = {
  repository: 'library/nginx', tags: ['latest', '1.27', version, '1', 'mainline', 'bookworm'], created: '2024-05-29T18:18:03Z', from: bookwormSlim,
  config: { ...config, Env: [defaultPath, `NGINX_VERSION=${version}`, 'NJS_VERSION=0.8.4', 'NJS_RELEASE=2~bookworm', 'PKG_RELEASE=2~bookworm'] },
  steps: [
    maintainer, step(`ENV NGINX_VERSION=${version}`), step('ENV NJS_VERSION=0.8.4'), step('ENV NJS_RELEASE=2~bookworm'), step('ENV PKG_RELEASE=2~bookworm'),
    {
      ...step('RUN /bin/sh -c set -x     && groupadd --system --gid 101 nginx     && useradd --system --gid nginx --no-create-home --home /nonexistent --comment "nginx user" --shell /bin/false --uid 101 nginx     && apt-get update     && apt-get install nginx # buildkit'),
      files: [
        ...users(bookwormSlim, 'nginx user:/nonexistent:/bin/false'), program('usr/sbin/nginx', 1633152), program('usr/bin/curl', 284232), program('usr/bin/envsubst', 39208),
        data('usr/lib/nginx/modules/modules.data', 9300000), data('usr/share/nginx/dependencies.data', 101180000), ...site,
      ],
    },
    ...entrypointSteps,
  ],
};

/** nginx on Alpine. */
export const nginxAlpine: ImageRecipe = {
  repository: 'library/nginx', tags: ['alpine', '1.27-alpine', `${version}-alpine`, '1-alpine', 'mainline-alpine'], created: '2024-05-29T14:49:21Z', from: alpine,
  config: { ...config, Env: [defaultPath, `NGINX_VERSION=${version}`, 'PKG_RELEASE=2', 'NJS_VERSION=0.8.4', 'NJS_RELEASE=2'] },
  steps: [
    maintainer, step(`ENV NGINX_VERSION=${version}`), step('ENV PKG_RELEASE=2'),
    {
      ...step('RUN /bin/sh -c set -x     && addgroup -g 101 -S nginx     && adduser -S -D -H -u 101 -h /var/cache/nginx -s /sbin/nologin -G nginx -g nginx nginx     && apk add nginx # buildkit'),
      files: [
        ...users(alpine, 'nginx:/var/cache/nginx:/sbin/nologin'), program('usr/sbin/nginx', 1290552), program('usr/bin/envsubst', 39264), data('usr/share/nginx/dependencies.data', 4000000), ...site,
      ],
    },
    ...entrypointSteps,
    step('ENV NJS_VERSION=0.8.4'), step('ENV NJS_RELEASE=2'),
    { ...step('RUN /bin/sh -c set -x     && apk add --no-cache nginx-module-xslt nginx-module-geoip nginx-module-image-filter nginx-module-njs # buildkit'), files: [program('usr/bin/curl', 251832), data('usr/lib/nginx/modules/modules.data', 29400000)] },
  ],
};
