export { watchProject } from './watch-project.ts';
