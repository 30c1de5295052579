/** What a fence's meta says about a block of a lesson. */
export type Fence = {
  /** Run types it into the terminal. */
  run: boolean;
  /** Host whose terminal runs it; default: the lab's first. */
  host: string | undefined;
  /** Path below the learner's home that Save writes. */
  save: string | undefined;
  /** Permission bits of the saved file. */
  mode: number | undefined;
  /** Recorded output, folded under a caption. */
  output: boolean;
  /** Recorded output that starts unfolded. */
  open: boolean;
  title: string | undefined;
};

const flags = new Set(['run', 'open', 'wrap']);
const keys = new Set(['host', 'save', 'mode', 'title']);
const token = /\{[^}]*\}|(\w+)=(?:"([^"]*)"|'([^']*)'|(\S+))|(\S+)/g;

/** Reads a fence's meta. A word that means nothing is an author's mistake and answered by a sentence. */
export function parseFence(language: string, meta: string): Fence {
  const fail = (what: string): never => {
    throw new Error(`code block "${language} ${meta}": ${what}`);
  };
  const found = new Set<string>();
  const values = new Map<string, string>();
  for (const [whole, key, double, single, bare, flag] of meta.matchAll(token)) {
    if (whole.startsWith('{')) continue;
    if (flag !== undefined) {
      if (!flags.has(flag)) fail(`"${flag}" is none of ${[...flags].join(', ')}`);
      found.add(flag);
    } else if (key !== undefined) {
      if (!keys.has(key)) fail(`"${key}=" is none of ${[...keys].join('=, ')}=`);
      values.set(key, double ?? single ?? bare ?? '');
    }
  }
  const save = values.get('save');
  if (save !== undefined && (save.startsWith('/') || save.split('/').includes('..') || save === '')) {
    fail('save= takes a path below the learner’s home');
  }
  const mode = values.get('mode');
  if (mode !== undefined && !/^[0-7]{3,4}$/.test(mode)) fail('mode= takes octal permission bits such as 755');
  if (mode !== undefined && save === undefined) fail('mode= goes with save=');
  const run = found.has('run');
  if (run && !['sh', 'bash'].includes(language)) fail('only sh blocks can run');
  if (run && save !== undefined) fail('a block either runs or is saved');
  return {
    run,
    host: values.get('host'),
    save,
    mode: mode === undefined ? undefined : Number.parseInt(mode, 8),
    output: language === 'output',
    open: found.has('open'),
    title: values.get('title'),
  };
}

/** Which lines of a shell block begin a command, so that a prompt sign may stand before them: not inside a here-document, not after a backslash. */
export function commandLines(code: string): boolean[] {
  let until: string[] = [];
  let continued = false;
  let quote = '';
  return code.split('\n').map((line) => {
    if (until.length > 0) {
      if (line.trim() === until[0]) until = until.slice(1);
      return false;
    }
    const begins = !continued && quote === '' && line.trim() !== '' && !line.trimStart().startsWith('#');
    if (quote === '' && line.trimStart().startsWith('#')) return false;
    for (let at = 0; at < line.length; at++) {
      const char = line[at] ?? '';
      if (char === '\\' && quote !== "'") at++;
      else if (quote !== '') quote = char === quote ? '' : quote;
      else if (char === '"' || char === "'") quote = char;
    }
    continued = quote !== "'" && /(?:^|[^\\])(?:\\\\)*\\$/.test(line);
    if (quote === '') until = [...line.matchAll(/<<-?\s*(['"]?)(\w+)\1/g)].map((match) => match[2] ?? '');
    return begins;
  });
}
