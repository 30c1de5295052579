export { conformance, type Conformance } from './conformance.ts';
export { dockerReference, type ReferenceCommand, type ReferenceFlag, type ReferenceGroup } from './docker-reference.ts';
export { finishing } from './finishing.ts';
export { labForPage, labIds, readLab } from './labs.ts';
export { installedLicences } from './licences.ts';
export { quizIds, readQuiz } from './quizzes.ts';
export { interpreter } from './interpreter.ts';
export { webContainerPage } from './webcontainer-page.ts';
