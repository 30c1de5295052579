/** The program of `docker run --init`. */
export { dockerInit } from './docker-init.ts';
export { createDockerd } from './dockerd.ts';
export { BridgeDriver } from './bridge-driver.ts';
export { ContainerRuntime } from './container-runtime.ts';
export { OverlaySnapshotter } from './overlay-snapshotter.ts';
export { processFiles } from './process-files.ts';
