export { createContainer } from './create-container.ts';
export { createProject, type CreateProjectOptions } from './create-project.ts';
export { downProject } from './down-project.ts';
export { ensureImages, imagesOf } from './images.ts';
export { pullImage } from './pull.ts';
export { startProject, type StartOptions } from './start-project.ts';
export { stopProject } from './stop-project.ts';
export { waitForDependencies } from './wait-dependencies.ts';
