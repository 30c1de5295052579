/** `docker-compose`, and the plugin behind `docker compose`: a program for PATH and for docker's plugin directory. */
export { dockerCompose } from './main.ts';
