export {  parseDuration } from './duration.ts';
export { compactRawJson, goJson, indentJson, indentRawJson, type GoJsonOptions } from './json.ts';
;
export { sprintf } from './printf.ts';
export { queryEscape } from './query-escape.ts';
export { goQuote } from './quote.ts';
export { decodeGo,   type GoType, type StructType } from './schema.ts';
export { alignColumns, type TabwriterOptions } from './tabwriter.ts';
export { GoTemplate, TemplateError } from './template/index.ts';
export { formatAnsiC, formatGoTime, formatRfc3339Nano, parseRfc3339, type GoTime } from './time.ts';
export { bytesSize, humanDuration, humanSize, parseRamSize } from './units.ts';
export {
  compareStrings, GoFloat, GoMap, GoNamed, GoPointer, GoSlice, GoStruct, goValueOf,  type GoField, type GoFunction, type GoParameter, type GoValue,
} from './value.ts';
export { jsonSyntaxError } from './json-syntax.ts';
export { formatDuration } from './duration.ts';
