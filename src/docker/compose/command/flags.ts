import { bool, int, list, string } from '../../cli/index.ts';

/** `-t`: seconds to stop in. */
export const timeoutFlag = int('Specify a shutdown timeout in seconds', { shorthand: 't' });

export const removeOrphansFlag = bool('Remove containers for services not defined in the Compose file');

export const indexFlag = int('Index of the container if service has multiple replicas');

export const noDepsFlag = bool("Don't start linked services");

export const scaleFlag = { ...list('Scale SERVICE to NUM instances. Overrides the scale setting in the Compose file if present.'), type: 'scale' };

/** Flags of `up` and `create` about how containers are made. */
export const createFlags = {
  build: bool('Build images before starting containers'),
  'no-build': bool("Don't build an image, even if it's policy"),
  'force-recreate': bool("Recreate containers even if their configuration and image haven't changed"),
  'no-recreate': bool("If containers already exist, don't recreate them. Incompatible with --force-recreate."),
  'quiet-pull': bool('Pull without printing progress information'),
  'remove-orphans': removeOrphansFlag,
  scale: scaleFlag,
};

/** `--pull` of `up` and `create`. */
export function pullFlag(values: string): ReturnType<typeof string> {
  return string(`Pull image before running (${values})`, { initial: 'policy' });
}

/** Flags of `exec` and `run` for a terminal: whether there is one is known only when the command runs. */
export const hiddenTtyFlag = bool('Allocate a pseudo-TTY', { shorthand: 't', initial: true, hidden: true });
