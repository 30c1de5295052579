export { FlagValueError, type Flag, type FlagEnvironment, type FlagExtras, type FlagTable, type FlagValues, type Support } from './flag.ts';
export { bool, bytes, cpus, duration,  int, string, uint16 } from './scalar.ts';
export { cut, filter, list, map, parseCsv, stringArray, strings, type Validator } from './repeated.ts';
export { FlagError, parseFlags, type ParsedFlags } from './parse.ts';
export { flagUsages } from './usage.ts';
export { parseGoBool, parseGoInt } from './go-number.ts';
export { inspectFormat, listFormat } from './format-help.ts';
