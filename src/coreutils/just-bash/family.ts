export { jq } from './jq.ts';
export { yq } from './yq.ts';
