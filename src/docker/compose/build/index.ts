export { buildServices, standardBuild, type BuildOptions } from './build-services.ts';
export { pushImages } from './push.ts';
