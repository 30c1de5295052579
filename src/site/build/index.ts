export { finishing } from './finishing.ts';
export { labForPage, labIds, readLab } from './labs.ts';
export { installedLicences, type Licence } from './licences.ts';
