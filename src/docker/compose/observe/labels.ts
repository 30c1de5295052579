/** The labels by which Compose finds again what it made. */
export const labels = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  number: 'com.docker.compose.container-number',
  oneOff: 'com.docker.compose.oneoff',
  slug: 'com.docker.compose.slug',
  configHash: 'com.docker.compose.config-hash',
  image: 'com.docker.compose.image',
  imageBuilder: 'com.docker.compose.image.builder',
  dependsOn: 'com.docker.compose.depends_on',
  replace: 'com.docker.compose.replace',
  version: 'com.docker.compose.version',
  workingDir: 'com.docker.compose.project.working_dir',
  configFiles: 'com.docker.compose.project.config_files',
  environmentFile: 'com.docker.compose.project.environment_file',
  network: 'com.docker.compose.network',
  volume: 'com.docker.compose.volume',
} as const;

/** The version in the labels. */
export const labelVersion = '2.26.1';

/** The version that the command says it has: that of Debian's package. */
export const composeVersion = '2.26.1-4';
