export * from './diagnostic.ts';
export { type LabFolder, parseLab } from './parse-lab.ts';
export * from './test-lab.ts';
