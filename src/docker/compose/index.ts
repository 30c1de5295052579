/** `docker-compose`, and the plugin behind `docker compose`: a program for PATH and for docker's plugin directory. */
export { dockerCompose } from './main.ts';
/** Everything that `docker compose` knows, with what is supported: for the reference page. */
export { composeGroup } from './root.ts';
/** Tab completion of `docker compose` command lines. */
export { completeCompose } from './completion.ts';
