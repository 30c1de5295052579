import type { ContainerOf } from './containers.ts';
import { isLive } from './containers.ts';
import type { Thing } from './thing.ts';

/** The commands that show a thing in the terminal, the most telling first. They only look. */
export function commandsFor(thing: Thing): string[] {
  switch (thing.kind) {
    case 'section':
      return { networks: ['docker ps -a', 'docker network ls'], volumes: ['docker volume ls', 'docker system df -v'], images: ['docker images', 'docker system df'] }[thing.section];
    case 'network':
      return [`docker network inspect ${thing.network.name}`, `docker ps --filter network=${thing.network.name}`];
    case 'resting':
      return ['docker ps -a --filter status=exited --filter status=created'];
    case 'container':
      return ofContainer(thing.container);
    case 'guest':
      return [`docker network inspect ${thing.network.name}`, `docker inspect -f '{{json .NetworkSettings.Networks}}' ${thing.container.name}`];
    case 'port': {
      const { container, port } = thing;
      if (port.host === undefined) return [`docker inspect -f '{{json .Config.ExposedPorts}}' ${container.name}`];
      const address = port.addresses[0] ?? 'localhost';
      return [`docker port ${container.name}`, ...(port.protocol === 'tcp' ? [`curl http://${address.includes(':') ? `[${address}]` : address}:${port.host}`] : [])];
    }
    case 'mount':
      return [`docker inspect -f '{{json .Mounts}}' ${thing.container.name}`, ...(thing.container.state === 'running' ? [`docker exec ${thing.container.name} ls -l ${quoted(thing.mount.destination)}`] : [])];
    case 'volume':
      if (thing.volume.kind === 'bind') return [`ls -l ${quoted(thing.volume.name)}`];
      return [`docker volume inspect ${thing.volume.name}`, `docker ps -a --filter volume=${thing.volume.name}`];
    case 'image':
      return [`docker history ${thing.image.reference}`, `docker image inspect ${thing.image.reference}`];
    case 'base':
    case 'layer':
    case 'layers': {
      const name = (thing.stack.images[0] ?? thing.stack.carried[0])?.reference ?? '';
      return [`docker history --no-trunc ${name}`, `docker image inspect -f '{{json .RootFS.Layers}}' ${name}`];
    }
    case 'writable':
      return [`docker diff ${thing.container.name}`, `docker ps -as --filter name=^${thing.container.name}$`];
    case 'more':
      return commandsFor({ kind: 'section', section: thing.section }).slice(0, 1);
  }
}

function ofContainer(container: ContainerOf): string[] {
  const { name, state } = container;
  if (state === 'created') return [`docker inspect ${name}`];
  return isLive(container) ? [`docker logs ${name}`, `docker top ${name}`, `docker inspect ${name}`] : [`docker logs ${name}`, `docker inspect -f '{{json .State}}' ${name}`];
}

/** A word for the shell. */
function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
