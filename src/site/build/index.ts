export { finishing } from './finishing.ts';
export { labForPage, labIds, readLab } from './labs.ts';
export { installedLicences } from './licences.ts';
export { quizIds, readQuiz } from './quizzes.ts';
