/** Reading Compose files: without the kernel, so that a page's editor can do it too. */
export { loadProject, type LoadSettings } from './load-project.ts';
export { loadFailure } from './load-failure.ts';
export { type ProjectOptions, readEnvironment } from './project-options.ts';
export { configOutput, hashLines, modelOutput, namesInOrder, profilesOf, variablesOutput } from './config-output.ts';
export { type ComposeFiles, FileProblem } from './compose-files.ts';
export { serviceHash } from './service-hash.ts';
export { portsOfShortForm, volumeOfShortForm } from './short-forms.ts';
