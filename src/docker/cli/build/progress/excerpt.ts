import type { SourceExcerpt } from '../../../api/index.ts';

/** The lines of the Dockerfile where the error is, with some around them; empty when the place is not in it. */
export function excerptText({ filename, data, ranges }: SourceExcerpt): string {
  const lines = data.split('\n');
  const spans = ranges.map(({ start, end }) => ({ start, end: Math.max(start, end) }));
  const [first] = spans;
  if (!first) return '';
  let start = Math.min(...spans.map((span) => span.start));
  let end = Math.max(...spans.map((span) => span.end));
  if (start > lines.length || start < 1) return '';
  end = Math.min(end, lines.length);
  const shownAt = start;
  const padding = end === start ? 4 : 2;
  for (let padded = 0; padded < padding; padded++) {
    if (start > 1) {
      start--;
      padded++;
    }
    if (end !== lines.length) {
      end++;
      padded++;
    }
  }
  const rule = '--------------------\n';
  let text = `${filename}:${shownAt}\n${rule}`;
  for (let number = start; number <= end; number++) {
    const marked = spans.some((span) => span.start <= number && number <= span.end);
    text += ` ${String(number).padStart(3)} | ${marked ? '>>>' : '   '} ${lines[number - 1] ?? ''}\n`;
  }
  return text + rule;
}
