/** Reading Compose files: without the kernel, so that a page's editor can do it too. */
export { loadProject, loadProjectModel, type LoadSettings } from './load-project.ts';
export { type ProjectOptions } from './project-options.ts';
export { ComposeFileError, type ComposeErrorKind } from './compose-error.ts';
export { type ComposeFiles, FileProblem } from './compose-files.ts';
export { projectJson, projectYaml } from './model/index.ts';
export { serviceHash } from './service-hash.ts';
export { YamlError } from './yaml/index.ts';
