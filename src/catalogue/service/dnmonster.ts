import { busybox } from '../busybox/busybox.ts';
import { bookwormSlim } from '../debian/bookworm.ts';
import { program, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';

/** A server of pictures from the days of schema 1: nobody runs it any more, but its manifest can be looked at, and a pull meets today's refusal. */
export const dnmonster: ImageRecipe = {
  repository: 'drydock/dnmonster', tags: ['1.0'], created: '2015-11-17T10:22:31Z', from: busybox,
  config: { Cmd: ['/bin/sh', '-c', 'httpd -f -p 8080 -h /srv'], Env: [defaultPath], ExposedPorts: { '8080/tcp': {} }, WorkingDir: '/srv' },
  steps: [
    { createdBy: '/bin/sh -c #(nop) COPY file:6b2f0b1c3f1e in /srv/index.html', files: [text('srv/index.html', '<p>A monster for every name.</p>\n')] },
    { createdBy: '/bin/sh -c #(nop) WORKDIR /srv' }, { createdBy: '/bin/sh -c #(nop) EXPOSE 8080/tcp' },
    { createdBy: '/bin/sh -c #(nop) CMD ["/bin/sh" "-c" "httpd -f -p 8080 -h /srv"]' },
  ],
};

/** The same server made anew: it draws a picture for every name. */
export const dnmonster2: ImageRecipe = {
  repository: 'drydock/dnmonster', tags: ['2.0', 'latest'], created: '2024-05-21T09:14:02Z', from: bookwormSlim,
  config: { Cmd: ['dnmonster'], Env: [defaultPath], ExposedPorts: { '8080/tcp': {} } },
  steps: [
    { createdBy: 'COPY dnmonster /usr/local/bin/ # buildkit', comment: 'buildkit.dockerfile.v0', files: [program('usr/local/bin/dnmonster', 5300)] },
    { createdBy: 'EXPOSE map[8080/tcp:{}]', comment: 'buildkit.dockerfile.v0' },
    { createdBy: 'CMD ["dnmonster"]', comment: 'buildkit.dockerfile.v0' },
  ],
};
