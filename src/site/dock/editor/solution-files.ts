/** A file that a solution writes whole. */
export interface SolutionFile {
  /** Relative to the learner's home. */
  path: string;
  text: string;
}

interface HereDocument {
  delimiter: string;
  /** Nothing in it is expanded. */
  quoted: boolean;
  /** Leading tabs are taken off. */
  dedent: boolean;
}

const hereDocument = /<<(-?)\s*(?:'([^']+)'|"([^"]+)"|\\?([\w.]+))/;
const word = String.raw`(?:'[^']*'|"[^"$\`\\]*"|[^\s'"$\`\\|&;<>(){}*?]+)`;
const redirection = new RegExp(String.raw`(>>?)\s*(${word})\s*$`);
const printed = new RegExp(String.raw`^(echo|printf)((?:\s+${word})*)\s*$`);

/** The files whose whole text stands in a script, with what it writes into them: here-documents (`cat > FILE <<'END'`, `tee FILE <<END`), and `echo` and `printf '%s\n'` of plain words. Files that the script changes in another way are left out, and so is what depends on the host. */
export function solutionFiles(script: string): SolutionFile[] {
  const texts = new Map<string, string>();
  const unknown = new Set<string>();
  const lines = script.split('\n');
  let folder = '';
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    const here = hereDocumentOf(line);
    const body = here && bodyOf(lines, at + 1, here);
    if (body) at = body.end;
    for (const command of commandsOf(line)) {
      const into = /^cd(?:\s+(?:--\s+)?(\S+))?$/.exec(command);
      if (into) {
        folder = resolved(folder, into[1] ?? '~');
        continue;
      }
      const written = writeOf(command, body?.text);
      if (written) {
        const path = resolved(folder, written.path);
        const before = written.append ? texts.get(path) : '';
        if (before === undefined || written.text === undefined) unknown.add(path);
        else texts.set(path, before + written.text);
      } else if (!/^(chmod|docker|git|cat|head|grep)\b/.test(command)) for (const path of texts.keys()) if (command.split(/\s+/).some((each) => resolved(folder, unquoted(each)) === path)) unknown.add(path);
    }
  }
  return [...texts].filter(([path]) => !unknown.has(path) && !path.startsWith('/')).map(([path, text]) => ({ path, text }));
}

function hereDocumentOf(line: string): HereDocument | undefined {
  if (line.startsWith('#')) return undefined;
  // `1 << 24` in arithmetic, and `<<<`, are none.
  const match = hereDocument.exec(line.replaceAll(/\$\(\(.*?\)\)+/g, '').replaceAll('<<<', ''));
  const delimiter = match?.[2] ?? match?.[3] ?? match?.[4];
  return delimiter === undefined ? undefined : { delimiter, quoted: match?.[4] === undefined || match[0].includes('\\'), dedent: match?.[1] === '-' };
}

/** The text of a here-document, and the line that ends it. The text is undefined where the shell would put something in. */
function bodyOf(lines: readonly string[], from: number, { delimiter, quoted, dedent }: HereDocument): { end: number; text: string | undefined } {
  const plain = (line: string): string => (dedent ? line.replace(/^\t+/, '') : line);
  let end = from;
  while (end < lines.length && plain(lines[end] ?? '') !== delimiter) end++;
  const text = lines.slice(from, end).map((line) => `${plain(line)}\n`).join('');
  return { end, text: !quoted && /[$`\\]/.test(text) ? undefined : text };
}

/** The simple commands of a line, as far as they are apart in plain sight. */
function commandsOf(line: string): string[] {
  if (line.startsWith('#')) return [];
  const commands: string[] = [''];
  for (const [part] of line.matchAll(/'[^']*'|"(?:[^"\\]|\\.)*"|&&|\|\||;|[^'"&|;]+|./g)) {
    if (part === '&&' || part === '||' || part === ';') commands.push('');
    else commands.push(`${commands.pop() ?? ''}${part}`);
  }
  return commands.map((command) => command.trim()).filter((command) => command !== '');
}

/** What a command writes, where it writes one file; the text is undefined where it is not known. */
function writeOf(command: string, body: string | undefined): { path: string; append: boolean; text: string | undefined } | undefined {
  const document = hereDocument.exec(command);
  const rest = document ? command.replace(document[0], '').trim() : command;
  const tee = new RegExp(String.raw`^(?:sudo\s+)?tee\s+(-a\s+)?(${word})\s*(?:>\s*/dev/null)?$`).exec(rest);
  if (tee && document) return { path: unquoted(tee[2] ?? ''), append: tee[1] !== undefined, text: body };
  const to = redirection.exec(rest);
  if (!to) return undefined;
  const path = unquoted(to[2] ?? '');
  if (path.startsWith('/dev/')) return undefined;
  const command0 = rest.slice(0, to.index).trim();
  const text = document ? (command0 === 'cat' ? body : undefined) : printedBy(command0);
  return { path, append: to[1] === '>>', text };
}

/** What `echo` or `printf '%s\n'` prints; undefined for another command. */
function printedBy(command: string): string | undefined {
  const [, name, given = ''] = printed.exec(command) ?? [];
  const words = [...given.matchAll(new RegExp(word, 'g'))].map(([each]) => unquoted(each));
  if (name === 'echo') return words[0]?.startsWith('-') ? undefined : `${words.join(' ')}\n`;
  if (name !== 'printf') return undefined;
  const [format = '', ...values] = words;
  if (format === String.raw`%s\n`) return values.map((value) => `${value}\n`).join('');
  return values.length === 0 && !/%|\\(?!n)/.test(format) ? format.replaceAll(String.raw`\n`, '\n') : undefined;
}

function unquoted(text: string): string {
  return text.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single: string | undefined, double: string | undefined) => single ?? double ?? '');
}

/** A path relative to the home, seen from a folder of it; absolute where it is elsewhere. */
function resolved(folder: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts: string[] = [];
  for (const part of (/^~(\/|$)/.test(path) ? path.slice(2) : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return (folder.startsWith('/') && !path.startsWith('~') ? '/' : '') + parts.join('/');
}
