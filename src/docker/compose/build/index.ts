export { standardBuild, type BuildOptions } from './build-options.ts';
export { buildServices } from './build-services.ts';
export { pushImages } from './push.ts';
