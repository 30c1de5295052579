import { DockerfileError, type LineRange } from './dockerfile-error.ts';

/** `--name=value` or `--name` at the start of an instruction's arguments. */
export interface Flag {
  name: string;
  value: string | undefined;
}

/** Takes the leading flags off; `--` ends them. */
export function takeFlags(text: string): { flags: Flag[]; rest: string } {
  const flags: Flag[] = [];
  let rest = text.trimStart();
  while (rest.startsWith('--')) {
    const word = leadingWord(rest);
    rest = rest.slice(word.length).trimStart();
    if (word === '--') break;
    const [, name = '', value] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    flags.push({ name, value: value === undefined ? undefined : unquote(value) });
  }
  return { flags, rest };
}

function leadingWord(text: string): string {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '\\') at++;
    else if (char === '"' || char === "'") quote = char;
    else if (/\s/.test(char)) return text.slice(0, at);
  }
  return text;
}

function unquote(text: string): string {
  return text.replace(/(["'])(.*?)\1/g, '$2');
}

/** Words between white space. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A JSON array of strings, or undefined when it is none: then it is shell form, as BuildKit decides. */
export function jsonStrings(text: string): string[] | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[')) return undefined;
  let decoded: unknown;
  try {
    decoded = JSON.parse(trimmed);
  } catch {
    return undefined;
  }
  return Array.isArray(decoded) && decoded.every((item) => typeof item === 'string') ? decoded : undefined;
}

/** Splits into words at white space that is neither quoted nor escaped; quotes stay. */
export function quotedWords(text: string, escape: string): string[] {
  const found: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote === '' && /\s/.test(char)) {
      if (word !== '') found.push(word);
      word = '';
      continue;
    }
    word += char;
    if (char === escape && quote !== "'") {
      if (at + 1 < text.length) word += text[++at] ?? '';
    } else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  if (word !== '') found.push(word);
  return found;
}

/** Arguments of ENV and LABEL: `a=b c="d e"`, or the old `a b c` (one pair). Values keep their quotes. */
export function nameValues(text: string, instruction: string, escape: string, range: LineRange): [string, string][] {
  const found = quotedWords(text, escape);
  const [first] = found;
  if (first === undefined) return [];
  if (!first.includes('=')) {
    const [, name = '', value] = /^(\S+)(?:\s+([\s\S]*))?$/.exec(text.trim()) ?? [];
    if (value === undefined || value === '') throw new DockerfileError(`${instruction} must have two arguments`, range, true);
    return [[name, value]];
  }
  return found.map((word) => {
    const equals = word.indexOf('=');
    if (equals < 0) throw new DockerfileError(`Syntax error - can't find = in ${JSON.stringify(word)}. Must be of the form: name=value`, range, true);
    return [word.slice(0, equals), word.slice(equals + 1)];
  });
}
