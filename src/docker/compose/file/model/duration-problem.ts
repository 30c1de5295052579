const quote = (text: string): string => JSON.stringify(text);

/** What time.ParseDuration says of a text that is no duration. */
export function durationProblem(text: string): string {
  let rest = text.replace(/^[+-]/, '');
  if (rest === '') return `time: invalid duration ${quote(text)}`;
  while (rest !== '') {
    const [number = ''] = /^(?:\d+\.?\d*|\.\d+)/.exec(rest) ?? [];
    if (number === '') return `time: invalid duration ${quote(text)}`;
    rest = rest.slice(number.length);
    const [unit = ''] = /^[^\d.]*/.exec(rest) ?? [];
    if (unit === '') return `time: missing unit in duration ${quote(text)}`;
    if (!/^(?:ns|us|µs|μs|ms|s|m|h)$/.test(unit)) return `time: unknown unit ${quote(unit)} in duration ${quote(text)}`;
    rest = rest.slice(unit.length);
  }
  return `time: invalid duration ${quote(text)}`;
}
