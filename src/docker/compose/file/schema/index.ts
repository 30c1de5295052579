export { jsonProblem } from './json-problem.ts';
export { complaintOf, violationsOf, type Violation } from './validate.ts';
