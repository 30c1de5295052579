/** One instruction as it stands in the text. Lines count from 1. */
export interface ReadInstruction {
  /** Upper case: `FROM`. */
  name: string;
  /** As it is written. */
  word: string;
  /** `--name=value` before the arguments. */
  flags: readonly { name: string; value: string }[];
  /** What follows word and flags, continuations joined. */
  rest: string;
  start: number;
  end: number;
  /** Lines that are empty inside a continuation. */
  emptyLines: readonly number[];
  /** The comment line right above, without `#`, and its number. */
  comment: { text: string; line: number } | undefined;
}

/** A Dockerfile, read as far as it can be. */
export interface ReadDockerfile {
  escape: string;
  instructions: readonly ReadInstruction[];
}

const directive = /^#\s*([a-zA-Z]+)\s*=\s*(\S+)\s*$/;

/** Finds the instructions; never fails. */
export function readDockerfile(text: string): ReadDockerfile {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  const escape = escapeOf(lines);
  const continued = escape === '`' ? /`[ \t]*$/ : /\\[ \t]*$/;
  const instructions: ReadInstruction[] = [];
  let comment: ReadInstruction['comment'];
  for (let at = 0; at < lines.length; ) {
    const start = at;
    let joined = (lines[at++] ?? '').trim();
    if (joined === '' || joined.startsWith('#')) {
      comment = joined.startsWith('#') ? { text: joined.slice(1), line: start + 1 } : undefined;
      continue;
    }
    const emptyLines: number[] = [];
    while (continued.test(joined) && at < lines.length) {
      const next = (lines[at] ?? '').trim();
      at++;
      if (next === '') emptyLines.push(at);
      else if (!next.startsWith('#')) joined = `${joined.replace(continued, '')} ${next}`;
    }
    joined = joined.replace(continued, '');
    if (/^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\b/i.test(joined)) {
      for (const [, dash, name = ''] of joined.matchAll(/(?<![<\w])\d*<<(-?)\s*["']?([\w.-]+)["']?/g)) {
        const end = lines.findIndex((line, index) => index >= at && (dash === '-' ? line.replace(/^\t+/, '') : line) === name);
        if (end >= 0) at = end + 1;
      }
    }
    instructions.push({ ...splitInstruction(joined), start: start + 1, end: at, emptyLines, comment });
    comment = undefined;
  }
  return { escape, instructions };
}

function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name = '', value = ''] = directive.exec(line) ?? [];
    if (name === '') return '\\';
    if (name.toLowerCase() === 'escape') return value;
  }
  return '\\';
}

function splitInstruction(text: string): Pick<ReadInstruction, 'name' | 'word' | 'flags' | 'rest'> {
  const [, word = '', tail = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const flags: { name: string; value: string }[] = [];
  let rest = tail;
  for (let match = /^--([a-z-]+)(?:=(\S*))?(?:\s+|$)/.exec(rest); match; match = /^--([a-z-]+)(?:=(\S*))?(?:\s+|$)/.exec(rest)) {
    flags.push({ name: match[1] ?? '', value: match[2] ?? '' });
    rest = rest.slice(match[0].length);
  }
  return { name: word.toUpperCase(), word, flags, rest: rest.trim() };
}

/** The stages: where each FROM stands, what it starts from and how it is called. */
export function stagesOf(instructions: readonly ReadInstruction[]): { from: ReadInstruction; base: string; as: string; name: string }[] {
  return instructions.filter(({ name }) => name === 'FROM').map((from) => {
    const [base = '', as = '', name = ''] = from.rest.split(/\s+/);
    return { from, base, as, name };
  });
}

/** A JSON array of strings, or undefined. */
export function execForm(rest: string): string[] | undefined {
  if (!rest.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(rest);
    return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Variables that a text uses: `$A`, `${A:-b}`. Escaped ones and those in single quotes are not. */
export function variablesIn(text: string): { name: string; hasDefault: boolean }[] {
  const bare = text.replace(/\\./g, '').replace(/'[^']*'/g, '');
  return [...bare.matchAll(/\$(?:([a-zA-Z_]\w*)|\{([a-zA-Z_]\w*)(:?[-+?])?)/g)].map(([, plain, braced, modifier]) => ({ name: plain ?? braced ?? '', hasDefault: modifier !== undefined }));
}
