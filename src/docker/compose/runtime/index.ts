export { filesOf } from './process-files.ts';
export { type Actions } from './actions.ts';
export { Compose, mapServices, type ComposeOptions, type ProgressMode } from './compose.ts';
