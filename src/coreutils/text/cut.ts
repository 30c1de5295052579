import { type Arguments, bytesOf, defineProgram, LineReader, textOf, type Tool, UsageError } from '../program/index.ts';
import { concatBytes, encodeUtf8 } from '../../base/index.ts';
import { eachInput } from './each-input.ts';
import { complementOf, parseRanges } from './fields.ts';

const options = {
  bytes: '-b --bytes=  select only these bytes',
  characters: '-c --characters=  select only these characters',
  delimiter: '-d --delimiter=  use DELIM instead of TAB for field delimiter',
  fields: '-f --fields=  select only these fields; also print any line that contains no delimiter',
  noSplit: '-n',
  complement: '--complement  complement the set of selected bytes, characters or fields',
  onlyDelimited: '-s --only-delimited  do not print lines not containing delimiters',
  outputDelimiter: '--output-delimiter=  use STRING as the output delimiter',
  zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};

export const cut = defineProgram({ name: 'cut', usage: 'OPTION... [FILE]...', summary: 'Print selected parts of lines from each FILE to standard output.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const kinds = args.ordered.filter(({ key }) => key === 'bytes' || key === 'characters' || key === 'fields');
  if (kinds.length === 0) throw new UsageError('you must specify a list of bytes, characters, or fields');
  if (kinds.length > 1) throw new UsageError('only one list may be specified');
  const byField = args.has('fields');
  const delimiter = args.value('delimiter') ?? '\t';
  if (!byField && args.has('delimiter')) throw new UsageError('an input delimiter may be specified\n\tonly when operating on fields'.replace('\n\t', ' '));
  if ([...delimiter].length > 1) throw new UsageError('the delimiter must be a single character');
  if (!byField && args.has('onlyDelimited')) throw new UsageError('suppressing non-delimited lines makes sense\n\tonly when operating on fields');
  const listed = parseRanges(kinds[0]?.value ?? '', byField ? 'field' : 'byte');
  const ranges = args.has('complement') ? complementOf(listed) : listed;
  const separator = args.value('outputDelimiter') ?? (byField ? delimiter : '');
  const end = args.has('zero') ? '\0' : '\n';
  const fieldDelimiter = delimiter === '' ? '\0' : delimiter;
  const cutBytes = (line: string): string => {
    // Bytes and characters differ only outside ASCII.
    // eslint-disable-next-line no-control-regex
    if (/^[\x00-\x7f]*$/.test(line)) return ranges.flatMap(([from, to]) => (from <= line.length ? [line.slice(from - 1, to)] : [])).join(separator);
    const bytes = bytesOf(line);
    const parts = ranges.flatMap(([from, to]) => (from <= bytes.length ? [bytes.subarray(from - 1, to)] : []));
    return textOf(concatBytes(parts.flatMap((part, index) => (index && separator ? [encodeUtf8(separator), part] : [part]))));
  };
  return await eachInput(tool, args.operands, async (fd) => {
    const reader = new LineReader(tool.process, fd, end.charCodeAt(0));
    for (let batch = await reader.nextBatch(); batch; batch = await reader.nextBatch()) {
      for (const line of batch) {
        if (!byField) tool.out.write(cutBytes(line) + end);
        else if (!line.includes(fieldDelimiter)) {
          if (!args.has('onlyDelimited')) tool.out.write(line + end);
        } else {
          const fields = line.split(fieldDelimiter);
          const chosen: string[] = [];
          for (const [from, to] of ranges) for (let at = from - 1; at < to && at < fields.length; at++) chosen.push(fields[at] ?? '');
          tool.out.write(chosen.join(separator) + end);
        }
      }
      await tool.out.flush();
    }
  });
}
