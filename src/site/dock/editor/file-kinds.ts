const nameOf = (path: string): string => path.split('/').at(-1) ?? '';

/** Whether a file is a Dockerfile, by its name: `Dockerfile`, `Dockerfile.dev`, `app.Dockerfile`. */
export function isDockerfile(path: string): boolean {
  return /^(.+\.)?Dockerfile(\.(?!dockerignore$).+)?$/i.test(nameOf(path));
}

/** Whether a file is Compose's, by its name: `compose.yaml`, `docker-compose.yml`, `compose.override.yaml`, `docker-compose.dev.yml`. */
export function isComposeFile(path: string): boolean {
  return /^(docker-)?compose([.-].+)?\.ya?ml$/.test(nameOf(path));
}

/** Whether Compose takes the file by itself; others (`compose.override.yaml`) are put on top of one. */
export function standsAlone(path: string): boolean {
  return /^(docker-)?compose\.ya?ml$/.test(nameOf(path));
}
