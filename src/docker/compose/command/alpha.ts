import { bool, int, maxArgs, string, type CommandGroup } from '../../cli/index.ts';
import { defineComposeCommand, dryRunFlag } from './define.ts';

function notice(path: string): string {
  return `EXPERIMENTAL:
  ${path} is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`;
}

const publishCommand = defineComposeCommand({
  name: 'publish',
  use: 'publish [OPTIONS] [REPOSITORY]',
  short: 'Publish compose application',
  long: `Publish compose application\n\n${notice('docker compose alpha publish')}`,
  args: maxArgs(1),
  flags: { 'oci-version': string('OCI Image/Artifact specification version (automatically determined by default)'), 'resolve-image-digests': bool('Pin image tags to digests') },
  support: { no: 'publishing projects is an experiment of version 2.26' },
  run: () => Promise.resolve(),
});

const vizCommand = defineComposeCommand({
  name: 'viz',
  use: 'viz [OPTIONS]',
  short: 'EXPERIMENTAL - Generate a graphviz graph from your compose file',
  long: `EXPERIMENTAL - Generate a graphviz graph from your compose file\n\n${notice('docker compose alpha viz')}`,
  flags: {
    image: bool("Include service's image name in output graph"),
    'indentation-size': int('Number of tabs or spaces to use for indentation', { initial: 1 }),
    networks: bool("Include service's attached networks in output graph"),
    ports: bool("Include service's exposed ports in output graph"),
    spaces: bool("If given, space character ' ' will be used to indent,\notherwise tab character '\\t' will be used"),
  },
  support: { no: 'drawing projects is an experiment of version 2.26' },
  run: () => Promise.resolve(),
});

/** `docker compose alpha`: experiments, known by their help. */
export const alphaGroup: CommandGroup = {
  name: 'alpha', short: 'Experimental commands', long: `Experimental commands\n\n${notice('docker compose alpha')}`, hidden: true,
  flags: { 'dry-run': dryRunFlag }, subcommands: [publishCommand, vizCommand],
};
