export { complaintOf, violationsOf, type Violation } from './validate.ts';
