import { quoted } from './binary.ts';

/** An answer as a client gets it. */
export type Answer = { kind: 'status' | 'error' | 'bulk'; text: string } | { kind: 'integer'; text: string } | { kind: 'nil' } | { kind: 'array'; items: readonly Answer[] };

/** Between values and nothing else: for programs. */
export function rawText(answer: Answer): string {
  if (answer.kind === 'nil') return '';
  if (answer.kind === 'array') return answer.items.map(rawText).join('\n');
  return answer.kind === 'error' ? `${answer.text}\n` : answer.text;
}

/** With types and numbers: for people. Ends with a line end. */
export function shownText(answer: Answer, prefix = ''): string {
  switch (answer.kind) {
    case 'nil':
      return '(nil)\n';
    case 'status':
      return `${answer.text}\n`;
    case 'error':
      return `(error) ${answer.text}\n`;
    case 'integer':
      return `(integer) ${answer.text}\n`;
    case 'bulk':
      return `${quoted(answer.text)}\n`;
    case 'array': {
      if (answer.items.length === 0) return '(empty array)\n';
      const width = String(answer.items.length).length;
      const deeper = prefix + ' '.repeat(width + 2);
      return answer.items.map((item, index) => `${index === 0 ? '' : prefix}${String(index + 1).padStart(width)}) ${shownText(item, deeper)}`).join('');
    }
  }
}

/** Comma-separated, texts in quotes. */
export function csvText(answer: Answer): string {
  if (answer.kind === 'nil') return 'NULL';
  if (answer.kind === 'array') return answer.items.map(csvText).join(',');
  if (answer.kind === 'integer') return answer.text;
  return answer.kind === 'error' ? `ERROR,${quoted(answer.text)}` : quoted(answer.text);
}
