export * from './backend.ts';
export { createRemoteBackend, type RemoteOptions } from './remote-backend.ts';
export type { ContainerLike } from './alongside.ts';
export { createWebContainerBackend, nodeName, webContainerObstacle, type WebContainerOptions } from './webcontainer-backend.ts';
export { createWorkerBackend } from './worker-backend.ts';
export type * from '../protocol/index.ts';
;
