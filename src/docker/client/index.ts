export { DockerClient } from './client.ts';
export {  isDockerError, type DockerErrorCode } from './error.ts';
export { type ApiRequest, type ClientOptions, type Dialer, type PingResponse, type Query } from './transport.ts';
export { type ContainerAttachOptions, type ContainerListOptions, type ContainerLogsOptions } from './containers.ts';
export { type ImageListOptions } from './images.ts';
;
