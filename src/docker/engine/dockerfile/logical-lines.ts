import { DockerfileError, type LineRange } from './dockerfile-error.ts';
import { type Heredoc, heredocsOf } from './heredoc.ts';

/** An instruction as it is written: continuations joined, comments taken out. */
export interface LogicalLine {
  text: string;
  range: LineRange;
  heredocs: Heredoc[];
  /** An empty line stood inside a continuation. */
  emptyContinuation: boolean;
}

/** Directives such as `# syntax=` and `# escape=`, and the lines. */
export interface DockerfileLines {
  directives: ReadonlyMap<string, { value: string; line: number }>;
  escape: string;
  lines: LogicalLine[];
}

const directiveLine = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const heredocInstructions = /^\s*(?:onbuild\s+)?(add|copy|run)\b/i;

/** Splits a Dockerfile into logical lines. */
export function splitDockerfile(text: string): DockerfileLines {
  const physical = text.replace(/^\uFEFF/, '').split('\n').map((line) => line.replace(/\r$/, ''));
  if (physical.at(-1) === '') physical.pop();
  const directives = readDirectives(physical);
  const escape = directives.get('escape')?.value ?? '\\';
  if (escape !== '\\' && escape !== '`') throw new DockerfileError(`invalid escape token '${escape}' does not match \` or \\`, undefined, true);
  const continuation = escape === '\\' ? /\\[ \t]*$/ : /`[ \t]*$/;

  const lines: LogicalLine[] = [];
  let at = 0;
  while (at < physical.length) {
    const start = at;
    const first = (physical[at++] ?? '').trimStart();
    if (first === '' || first.startsWith('#')) continue;
    let text = first;
    let emptyContinuation = false;
    while (continuation.test(text)) {
      text = text.replace(continuation, '');
      while (at < physical.length && (/^\s*#/.test(physical[at] ?? '') || (physical[at] ?? '').trim() === '')) {
        if ((physical[at] ?? '').trim() === '') emptyContinuation = true;
        at++;
      }
      if (at >= physical.length) break;
      text += physical[at++] ?? '';
    }
    const heredocs: Heredoc[] = [];
    if (heredocInstructions.test(text)) {
      for (const open of heredocsOf(text)) {
        let content = '';
        let closed = false;
        while (at < physical.length && !closed) {
          const line = physical[at++] ?? '';
          if ((open.chomp ? line.replace(/^\t+/, '') : line) === open.name) closed = true;
          else content += `${line}\n`;
        }
        if (!closed) throw new DockerfileError('unterminated heredoc', { start: start + 1, end: at }, true);
        heredocs.push({ ...open, content });
      }
    }
    lines.push({ text: text.trimEnd(), range: { start: start + 1, end: at }, heredocs, emptyContinuation });
  }
  return { directives, escape, lines };
}

function readDirectives(physical: readonly string[]): DockerfileLines['directives'] {
  const directives = new Map<string, { value: string; line: number }>();
  for (const [index, line] of physical.entries()) {
    const [, name = '', value = ''] = directiveLine.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key !== 'syntax' && key !== 'escape' && key !== 'check') break;
    if (directives.has(key)) throw new DockerfileError(`only one ${key} parser directive can be used`, { start: index, end: index }, true);
    directives.set(key, { value, line: index + 1 });
  }
  return directives;
}
