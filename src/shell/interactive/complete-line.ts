import { expandPathname } from '../expand/glob.ts';
import { hasGlobCharacters } from '../expand/pattern.ts';
import type { CompletionItem, CompletionKind, CompletionSet } from '../readline/completion-set.ts';
import { specialSpecs } from '../state/completion-spec.ts';
import { baseName, type Shell } from '../state/shell.ts';
import type { Completion } from './completer.ts';
import { cutAtBreaks, cutWord, type CutLine } from './cut-line.ts';
import { actionWords, commandNames, directoryKind, pathNames } from './generate-words.ts';
import { runSpec } from './run-spec.ts';

/** Words found, and how they go into the line. */
interface Found {
  words: readonly (string | Completion)[];
  /** They are paths: directories get a slash, the list shows the last part. */
  paths: boolean;
  /** Quoted as the shell needs. */
  quoted: boolean;
  space: boolean;
  sorted: boolean;
  /** Where what they replace starts, when not at the word's start. */
  start?: number;
}

const plain = { paths: false, quoted: true, space: true, sorted: true };

/** What those commands take when nobody registered a completer. */
const customary: Record<string, string> = {
  cd: 'directory', pushd: 'directory', rmdir: 'directory', export: 'variable', unset: 'variable', readonly: 'variable', alias: 'alias', unalias: 'alias', type: 'command', which: 'command',
  man: 'command', help: 'helptopic', ssh: 'hostname', ping: 'hostname', telnet: 'hostname', host: 'hostname', nslookup: 'hostname', dig: 'hostname', traceroute: 'hostname', su: 'user', id: 'user',
  shopt: 'shopt', fg: 'job', bg: 'job', disown: 'job', trap: 'signal', killall: 'command', whatis: 'command', hash: 'command',
};

/** What may stand at the cursor of a line. */
export async function completeLine(shell: Shell, line: string, cursor: number, kind: CompletionKind = 'default'): Promise<CompletionSet> {
  const cut = cutWord(line.slice(0, cursor));
  const ignoreCase = shell.editing?.settings.on('completion-ignore-case') ?? false;
  const found = kind === 'default' ? await findDefault(shell, line, cursor, cut, ignoreCase) : findKind(shell, cut, kind, ignoreCase);
  return { start: found.start ?? cut.start, items: toItems(shell, found, cut), ignoreCase };
}

function findKind(shell: Shell, cut: CutLine, kind: Exclude<CompletionKind, 'default'>, ignoreCase: boolean): Found {
  const { current } = cut;
  switch (kind) {
    case 'filename': return files(shell, cut, 'any', ignoreCase);
    case 'command': return { ...plain, words: commandNames(shell, current) };
    case 'variable': return { ...plain, words: actionWords(shell, 'variable', current.replace(/^\$\{?/, '')).map((name) => (current.startsWith('${') ? `\${${name}}` : current.startsWith('$') ? `$${name}` : name)) };
    case 'username': return { ...plain, words: actionWords(shell, 'user', current.replace(/^~/, '')).map((name) => `~${name}`) };
    case 'hostname': return { ...plain, words: actionWords(shell, 'hostname', current.replace(/^.*@/, '')).map((name) => current.replace(/[^@]*$/, '') + name) };
    default: return { ...plain, words: expandPathname(shell, `${current}*`), paths: true };
  }
}

async function findDefault(shell: Shell, line: string, cursor: number, cut: CutLine, ignoreCase: boolean): Promise<Found> {
  const { current } = cut;
  const variable = /^(.*)\$(\{?)(\w*)$/s.exec(cut.quote === "'" ? '' : cut.raw);
  if (variable) {
    const [, before = '', brace = '', prefix = ''] = variable;
    const words = actionWords(shell, 'variable', prefix).map((name) => ({ value: `$${brace}${name}${brace === '{' ? '}' : ''}`, label: `$${brace}${name}${brace === '{' ? '}' : ''}` }));
    return { ...plain, quoted: false, words, start: cut.start + before.length };
  }
  if (/^~[^/]*$/.test(current) && cut.quote === '') {
    return { ...plain, paths: true, words: actionWords(shell, 'user', current.slice(1)).map((name) => ({ value: `~${name}`, label: `~${name}` })) };
  }
  if (cut.commandPosition) return commands(shell, cut, current, ignoreCase);
  if (cut.redirect) return files(shell, cut, 'any', ignoreCase);
  const registered = await programmed(shell, line, cursor, cut, ignoreCase);
  if (registered) return registered;
  if (/@[^/@]*$/.test(current) && shell.options.shopt('hostcomplete')) {
    const hosts = findKind(shell, cut, 'hostname', ignoreCase);
    if (hosts.words.length > 0) return hosts;
  }
  return customaryWords(shell, cut, ignoreCase);
}

function commands(shell: Shell, cut: CutLine, current: string, ignoreCase: boolean): Found {
  if (current.includes('/')) return files(shell, cut, 'executable', ignoreCase);
  if (current === '' && shell.options.shopt('no_empty_cmd_completion')) return { ...plain, words: [] };
  const words = commandNames(shell, current);
  // A directory may be meant when no command begins so.
  return words.length > 0 ? { ...plain, words } : files(shell, cut, 'executable', ignoreCase);
}

function customaryWords(shell: Shell, cut: CutLine, ignoreCase: boolean): Found {
  const name = baseName(cut.words[0] ?? '');
  const action = cut.current.startsWith('-') ? undefined : customary[name];
  if (name === 'kill' && cut.current.startsWith('-')) return { ...plain, words: actionWords(shell, 'signal', '').filter((one) => one.startsWith('SIG')).map((one) => `-${one.slice(3)}`).filter((one) => one.startsWith(cut.current)) };
  if (cut.current.startsWith('%')) return { ...plain, quoted: false, words: shell.jobs.all().flatMap((job) => [`%${job.id}`]).filter((one) => one.startsWith(cut.current)) };
  if (action === 'directory') return files(shell, cut, 'directory', ignoreCase);
  if (action !== undefined && !cut.current.includes('/')) {
    const words = actionWords(shell, action, cut.current);
    if (words.length > 0) return { ...plain, words, space: action !== 'variable' || name === 'unset' };
  }
  return files(shell, cut, 'any', ignoreCase);
}

/** What `complete` registered for the command, or the host's completers. */
async function programmed(shell: Shell, line: string, cursor: number, cut: CutLine, ignoreCase: boolean): Promise<Found | undefined> {
  const command = cut.words[0] ?? '';
  const { completionSpecs } = shell;
  const lookUp = (): ReturnType<typeof completionSpecs.get> => completionSpecs.get(command) ?? completionSpecs.get(baseName(command));
  if (shell.options.shopt('progcomp') && completionSpecs.size > 0) {
    for (let round = 0; round < 2; round++) {
      const spec = lookUp() ?? completionSpecs.get(specialSpecs.D);
      if (!spec) break;
      const part = line.slice(cut.commandStart, cursor).trimStart();
      const offset = cursor - part.length;
      const broken = cutAtBreaks(part, shell.variables.text('COMP_WORDBREAKS') ?? ' \t\n"\'><=;|&(:');
      const typed = part.slice(broken.start);
      const current = cutWord(typed).current;
      const index = broken.words.length - 1;
      const result = await runSpec(shell, spec, {
        line: part, point: part.length, words: broken.words, index, command, current: spec.functionName === undefined && spec.command === undefined ? current : typed, previous: broken.words[index - 1] ?? '', type: 9,
      });
      if (result.again) continue;
      const { options } = result;
      const start = offset + broken.start;
      const paths = options.has('filenames') || (spec.functionName === undefined && spec.command === undefined && (spec.actions.has('file') || spec.actions.has('directory'))) || options.has('plusdirs');
      if (result.words.length > 0) return { words: result.words, paths, quoted: paths && !options.has('noquote'), space: !options.has('nospace'), sorted: !options.has('nosort'), start };
      if (options.has('default')) return files(shell, cut, 'any', ignoreCase);
      if (options.has('bashdefault')) return customaryWords(shell, cut, ignoreCase);
      return options.has('dirnames') ? files(shell, cut, 'directory', ignoreCase) : { ...plain, words: [] };
    }
  }
  const completer = shell.settings.completers.get(baseName(command));
  const found = await completer?.({ words: cut.words, current: cut.current, cwd: shell.process.cwd, env: shell.variables.environment(), process: shell.process });
  return found && { ...plain, words: found.filter((one) => (typeof one === 'string' ? one : one.value).startsWith(cut.current)) };
}

/** File names for the word, or for what stands after its `=` or `:`; patterns are expanded. */
function files(shell: Shell, cut: CutLine, kind: 'any' | 'directory' | 'executable', ignoreCase: boolean): Found {
  const whole = pathNames(shell, cut.current, kind, ignoreCase);
  if (whole.length > 0) return { ...plain, words: whole, paths: true };
  if (cut.breakCurrent > 0 && cut.quote === '') {
    const rest = pathNames(shell, cut.current.slice(cut.breakCurrent), kind, ignoreCase);
    if (rest.length > 0) return { ...plain, words: rest, paths: true, start: cut.breakStart };
  }
  if (cut.quote === '' && hasGlobCharacters(cut.current, false)) {
    const matches = expandPathname(shell, cut.current);
    if (matches.length === 1) return { ...plain, words: matches, paths: true };
  }
  return { ...plain, words: [] };
}

/** Candidates as the editor inserts and lists them. */
function toItems(shell: Shell, found: Found, cut: CutLine): CompletionItem[] {
  const seen = new Map<string, CompletionItem>();
  const inQuote = cut.quote !== '' && found.start === undefined;
  for (const one of found.words) {
    const { value, space = true, label } = typeof one === 'string' ? { value: one } : one;
    if (seen.has(value)) continue;
    const directory = found.paths ? directoryOf(shell, value) : '';
    const shown = label ?? (found.paths ? baseName(value) + (directory === '/' || (directory === '?' && shell.editing?.settings.on('mark-directories')) ? '/' : '') : value);
    const variable = !found.quoted && value.startsWith('$') && directoryKind(shell, `${value}/.`) === 'directory';
    const text = found.quoted ? (inQuote ? before(cut) + cut.quote : '') + quoteFor(value, inQuote ? cut.quote : '') : value;
    // A link to a directory gets its slash at the second Tab.
    const slash = variable || directory === '/' || (directory === '?' && value === cut.current);
    const end = slash ? '/' : directory === '?' ? '' : space && found.space ? `${inQuote ? cut.quote : ''} ` : '';
    seen.set(value, { text, label: shown, end: slash || !found.space ? end.trimEnd() : end });
  }
  const items = [...seen].map(([value, item]) => ({ value, item }));
  if (found.sorted) items.sort((a, b) => (a.value < b.value ? -1 : 1));
  return items.map(({ item }) => item);
}

function directoryOf(shell: Shell, value: string): '' | '/' | '?' {
  const { settings } = shell.editing ?? {};
  if (settings && !settings.on('mark-directories')) return '';
  const kind = /^~[^/]*$/.test(value) ? 'directory' : directoryKind(shell, value);
  return kind === 'directory' ? '/' : kind === 'link' ? (settings?.on('mark-symlinked-directories') ? '/' : '?') : '';
}

/** The part of the word before its open quote, as typed. */
function before(cut: CutLine): string {
  return cut.raw.slice(0, Math.max(0, cut.quoteStart - cut.start));
}

/** The text with what the shell would take apart quoted, as the word was begun. */
function quoteFor(value: string, quote: '' | "'" | '"'): string {
  if (quote === "'") return value.replaceAll("'", "'\\''");
  if (quote === '"') return value.replace(/["`\\]/g, '\\$&');
  const tilde = /^~[^/]*/.exec(value)?.[0] ?? '';
  return tilde + value.slice(tilde.length).replace(/[ \t\n\\'"|&;()<>*?[\]{}`!#~]/g, (character, index: number) => {
    if ((character === '#' || character === '~') && index + tilde.length > 0) return character;
    return character === '\n' ? "$'\\n'" : `\\${character}`;
  });
}
