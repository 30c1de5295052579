export { followContainers, type ContainerNews } from './follow-containers.ts';
export { LogScreen } from './log-screen.ts';
export { readLines } from './read-lines.ts';
