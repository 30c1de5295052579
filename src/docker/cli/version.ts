/** The version of the docker command that this one behaves as. */
export const cliVersion = '26.1.5';

/** Its commit, as `docker version` shows it. */
export const cliBuild = 'a72d7cd';

/** The Go version and build date of that release, which templates may ask for. */
export const cliGoVersion = 'go1.21.11';
export const cliBuildTime = 'Tue Jul 23 19:57:01 2024';

/** The version of buildx whose output `docker build` prints. */
export const buildxVersion = '0.13.1';
