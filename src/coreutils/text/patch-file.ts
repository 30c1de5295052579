/** A run of lines of a patch: what is expected and what comes instead. */
export interface PatchHunk {
  /** First line (from 1) in the old file, and in the new one. */
  from: number;
  to: number;
  oldLines: string[];
  newLines: string[];
  /** Lines of context at the ends. */
  prefix: number;
  suffix: number;
  /** As it stands in a unified diff, for the reject file. */
  text: string[];
}

/** The changes to one file. */
export interface FilePatch {
  oldName: string | undefined;
  newName: string | undefined;
  index: string | undefined;
  /** Whether the name's time says that there is no such file. */
  oldGone?: boolean;
  newGone?: boolean;
  hunks: PatchHunk[];
}

const noNewline = '\\ No newline at end of file';

/** Strips a time stamp that follows the name. */
function nameOf(text: string): string {
  return text.split('\t')[0]?.replace(/\s+\d{4}-\d\d-\d\d .*$/, '') ?? text;
}

const gone = (line: string): boolean => /\t1970-01-01 00:00:00/.test(line);

/** Reads unified, context and normal diffs. Lines without their newline at the end of a file carry a NUL. */
export function parsePatch(text: string): FilePatch[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const files: FilePatch[] = [];
  let index: string | undefined;
  let at = 0;
  const current = (): FilePatch => {
    let file = files.at(-1);
    if (!file || file.hunks.length < 0) files.push((file = { oldName: undefined, newName: undefined, index, hunks: [] }));
    return file;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    if (line.startsWith('Index:')) index = line.slice(6).trim();
    else if (line.startsWith('--- ') && next.startsWith('+++ ')) {
      files.push({ oldName: nameOf(line.slice(4)), newName: nameOf(next.slice(4)), index, oldGone: gone(line), newGone: gone(next), hunks: [] });
      at += 2;
      continue;
    } else if (line.startsWith('*** ') && next.startsWith('--- ') && !/\*\*\*\*$/.test(line)) {
      files.push({ oldName: nameOf(line.slice(4)), newName: nameOf(next.slice(4)), index, oldGone: gone(line), newGone: gone(next), hunks: [] });
      at += 2;
      continue;
    } else if (/^@@ -\d+(,\d+)? \+\d+(,\d+)? @@/.test(line)) {
      at = unifiedHunk(lines, at, current());
      continue;
    } else if (/^\*{15}/.test(line) && next.startsWith('*** ')) {
      at = contextHunk(lines, at + 1, current());
      continue;
    } else if (/^\d+(,\d+)?[acd]\d+(,\d+)?$/.test(line)) {
      at = normalHunk(lines, at, current());
      continue;
    }
    at++;
  }
  return files.filter((file) => file.hunks.length > 0);
}

function finish(from: number, to: number, marked: readonly (readonly [string, string])[]): PatchHunk {
  const isContext = ([mark]: readonly [string, string]): boolean => mark === ' ';
  const first = marked.findIndex((one) => !isContext(one));
  const last = marked.findLastIndex((one) => !isContext(one));
  return {
    from, to, oldLines: marked.filter(([mark]) => mark !== '+').map(([, text]) => text), newLines: marked.filter(([mark]) => mark !== '-').map(([, text]) => text),
    prefix: first < 0 ? marked.length : first, suffix: last < 0 ? 0 : marked.length - 1 - last, text: marked.map(([mark, text]) => (text.endsWith('\0') ? `${mark}${text.slice(0, -1)}\n${noNewline}` : mark + text)),
  };
}

function unifiedHunk(lines: readonly string[], start: number, file: FilePatch): number {
  const [, oldStart = '', oldCount = '1', newStart = '', newCount = '1'] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[start] ?? '') ?? [];
  let [olds, news] = [Number(oldCount), Number(newCount)];
  const marked: [string, string][] = [];
  let at = start + 1;
  while (at < lines.length && (olds > 0 || news > 0 || lines[at]?.startsWith('\\'))) {
    const line = lines[at] ?? '';
    const mark = line.charAt(0) || ' ';
    if (mark === '\\') {
      const last = marked.at(-1);
      if (last) last[1] += '\0';
    } else if (mark === ' ' || mark === '-' || mark === '+') {
      marked.push([mark, line.slice(1)]);
      if (mark !== '+') olds--;
      if (mark !== '-') news--;
    } else break;
    at++;
  }
  file.hunks.push(finish(Number(oldCount) === 0 ? Number(oldStart) + 1 : Number(oldStart), Number(newCount) === 0 ? Number(newStart) + 1 : Number(newStart), marked));
  return at;
}

function contextHunk(lines: readonly string[], start: number, file: FilePatch): number {
  const span = (text: string): [number, number] => {
    const [, from = '0', to = from] = /(\d+)(?:,(\d+))?/.exec(text) ?? [];
    return [Number(from), Number(to)];
  };
  const [oldFrom] = span(lines[start] ?? '');
  let at = start + 1;
  const part = (stop: RegExp): [string, string][] => {
    const found: [string, string][] = [];
    for (; at < lines.length && !stop.test(lines[at] ?? ''); at++) {
      const line = lines[at] ?? '';
      if (line.startsWith('\\')) {
        const last = found.at(-1);
        if (last) last[1] += '\0';
      } else if (/^[-+! ] /.test(line)) found.push([line.charAt(0), line.slice(2)]);
      else break;
    }
    return found;
  };
  const olds = part(/^--- /);
  const [newFrom] = span(lines[at] ?? '');
  at++;
  const news = part(/^\*{15}/);
  const left = olds.length > 0 ? olds : news.filter(([mark]) => mark === ' ');
  const right = news.length > 0 ? news : olds.filter(([mark]) => mark === ' ');
  const marked: [string, string][] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    if (a && a[0] !== ' ') marked.push(['-', left[i++]?.[1] ?? '']);
    else if (b && b[0] !== ' ') marked.push(['+', right[j++]?.[1] ?? '']);
    else {
      marked.push([' ', a?.[1] ?? b?.[1] ?? '']);
      i++;
      j++;
    }
  }
  file.hunks.push(finish(oldFrom, newFrom, marked));
  return at;
}

function normalHunk(lines: readonly string[], start: number, file: FilePatch): number {
  const [, from = '', letter = '', to = ''] = /^(\d+)(?:,\d+)?([acd])(\d+)/.exec(lines[start] ?? '') ?? [];
  const marked: [string, string][] = [];
  let at = start + 1;
  for (; at < lines.length && /^[<>\\-]/.test(lines[at] ?? ''); at++) {
    const line = lines[at] ?? '';
    const last = marked.at(-1);
    if (line.startsWith('\\') && last) last[1] += '\0';
    else if (line.startsWith('< ')) marked.push(['-', line.slice(2)]);
    else if (line.startsWith('> ')) marked.push(['+', line.slice(2)]);
  }
  file.hunks.push(finish(letter === 'a' ? Number(from) + 1 : Number(from), letter === 'd' ? Number(to) + 1 : Number(to), marked));
  return at;
}
