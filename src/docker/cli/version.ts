// What Debian 13 ships, as the lab hosts on real Docker do and the engine here says of itself: the two backends of a lab look alike.

/** The version of the docker command that this one behaves as. */
export const cliVersion = '26.1.5+dfsg1';

/** Its commit, as `docker version` shows it. */
export const cliBuild = 'a72d7cd';

/** The Go version and build date of that release, which templates may ask for. */
export const cliGoVersion = 'go1.24.4';
export const cliBuildTime = 'Thu Aug 13 05:35:48 2026';

/** The version of buildx whose output `docker build` prints, and of its package. */
export const buildxVersion = '0.13.1+ds1';
export const buildxPackage = '0.13.1+ds1-3';
