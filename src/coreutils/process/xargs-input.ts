/** Items of xargs's input: each line's items together where `perLine`. Undefined when a quote is not closed. */
export function parseArguments(input: string, settings: { null: boolean; delimiter: string | undefined; lines: boolean; eof: string | undefined; perLine: boolean }): string[][] | undefined {
  if (settings.null || settings.delimiter !== undefined) {
    const delimiter = settings.null ? '\0' : (settings.delimiter ?? '').replace(/\\n/, '\n').replace(/\\t/, '\t').replace(/\\0/, '\0');
    const items = input.split(delimiter);
    if (items.at(-1) === '') items.pop();
    return items.map((item) => [item]);
  }
  const result: string[][] = [];
  let line: string[] = [];
  let item: string | undefined;
  let quote = '';
  const endItem = (): boolean => {
    if (item === undefined) return true;
    if (settings.eof !== undefined && item === settings.eof) return false;
    line.push(item);
    item = undefined;
    return true;
  };
  const endLine = (): void => {
    if (line.length) result.push(...(settings.perLine ? [line] : line.map((one) => [one])));
    line = [];
  };
  for (let at = 0; at < input.length; at++) {
    const char = input.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === '\n') return undefined;
      else item = (item ?? '') + char;
    } else if (char === '"' || char === "'") {
      quote = char;
      item ??= '';
    } else if (char === '\\' && at + 1 < input.length) {
      item = (item ?? '') + input.charAt(++at);
    } else if (char === '\n') {
      const blankEnd = settings.perLine && /[ \t]/.test(input.charAt(at - 1));
      if (!endItem()) break;
      if (!blankEnd) endLine();
    } else if ((char === ' ' || char === '\t') && !(settings.lines && item !== undefined)) {
      if (!settings.lines && !endItem()) break;
    } else item = (item ?? '') + char;
  }
  if (quote !== '') return undefined;
  endItem();
  endLine();
  return result;
}
