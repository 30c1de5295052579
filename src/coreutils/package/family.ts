export { aptCache, aptMark } from './apt-cache.ts';
export { apt, aptGet } from './apt-get.ts';
export { dpkgQuery } from './dpkg-query.ts';
export { dpkg, dpkgDeb } from './dpkg.ts';
export { apk } from './apk.ts';
export { conda } from './conda.ts';
export { pip } from './pip/pip.ts';
