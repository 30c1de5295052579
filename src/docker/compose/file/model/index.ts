export { decodeProject, decodeSections, projectJson, projectYaml, serviceJson } from './project-kind.ts';
export { anyJson, anyYaml } from './struct-kind.ts';
export { writeJson } from './write-json.ts';
