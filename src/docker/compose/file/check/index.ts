/** Mistakes in a Compose file, for an editor: no kernel, no files, nothing that a page or worker lacks. */
export { checkComposeFile, type CheckOptions, type ComposeProblem } from './check-compose-file.ts';
