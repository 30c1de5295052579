import { isSystemError } from '../../../kernel/uapi/index.ts';
import { bytesOf, readInput, reason, textOf } from '../../program/index.ts';
import type { MimePart } from './mime-part.ts';
import { OptionError } from './option-error.ts';
import type { Settings } from './settings.ts';

interface Parameters {
  data: string;
  type?: string;
  filename?: string;
  encoder?: string;
  headers: string[];
  /** What stopped: the end, or a comma. */
  rest: string;
}

/** The parts that a form's options opened with `=(` and have not closed. */
const opened = new WeakMap<Settings, MimePart[][]>();

/** -F NAME=CONTENT; `literal` for --form-string. */
export async function addFormField(settings: Settings, text: string, literal: boolean): Promise<void> {
  const { global } = settings;
  const mark = text.indexOf('=');
  if (mark < 0) {
    global.warn('Illegally formatted input field');
    throw new OptionError('bad-use');
  }
  settings.form ??= [];
  let stack = opened.get(settings);
  if (!stack) {
    stack = [settings.form];
    opened.set(settings, stack);
  }
  const current = stack.at(-1) ?? settings.form;
  const name = mark > 0 ? text.slice(0, mark) : undefined;
  const content = text.slice(mark + 1);
  const part = (parameters: Omit<Parameters, 'data' | 'rest'>, what: MimePart['content'], filename = parameters.filename): MimePart => ({ name, content: what, filename, type: parameters.type, encoder: parameters.encoder, headers: parameters.headers });
  if (literal) current.push(part({ headers: [] }, { kind: 'data', bytes: bytesOf(content) }));
  else if (content.startsWith('(')) {
    const inner: MimePart[] = [];
    current.push(part(await parameters(settings, content, '', ['type', 'headers']), { kind: 'parts', parts: inner }));
    stack.push(inner);
  } else if (name === undefined && content === ')') {
    if (stack.length === 1) {
      global.warn('no multipart to terminate');
      throw new OptionError('bad-use');
    }
    stack.pop();
  } else if (content.startsWith('@')) {
    const files: MimePart[] = [];
    let rest = `,${content.slice(1)}`;
    while (rest !== '') {
      const one = await parameters(settings, rest.slice(1), ',', ['type', 'filename', 'encoder', 'headers']);
      const what = await fileContent(settings, one.data);
      files.push({ ...part(one, what, one.filename ?? (one.data === '-' ? '-' : one.data.slice(one.data.lastIndexOf('/') + 1))), name: undefined });
      ({ rest } = one);
    }
    const [only] = files;
    current.push(files.length === 1 && only ? { ...only, name } : part({ headers: [] }, { kind: 'parts', parts: files }));
  } else {
    const fromFile = content.startsWith('<');
    const one = await parameters(settings, fromFile ? content.slice(1) : content, '', fromFile ? ['type', 'encoder', 'headers'] : ['type', 'filename', 'encoder', 'headers']);
    current.push(part(one, fromFile ? await fileContent(settings, one.data) : { kind: 'data', bytes: bytesOf(one.data) }));
  }
}

/** Standard input is read at once, files when they are sent. */
async function fileContent(settings: Settings, path: string): Promise<MimePart['content']> {
  return path === '-' ? { kind: 'data', bytes: await readInput(settings.global.io.process, '-') } : { kind: 'file', path };
}

/** A word up to `;` or `stop`, perhaps in quotes; without blanks at its ends. */
function word(settings: Settings, text: string, stop: string): { value: string; rest: string } {
  if (text.startsWith('"')) {
    const [quoted, inner] = /^"((?:\\[\\"]|[^"])*)"/.exec(text) ?? [];
    if (quoted !== undefined && inner !== undefined) {
      const after = text.slice(quoted.length);
      const [trailing = ''] = (stop === '' ? /^[^;]*/ : /^[^;,]*/).exec(after) ?? [];
      if (trailing.trim() !== '') settings.global.warn('Trailing data after quoted form parameter');
      return { value: inner.replaceAll(/\\([\\"])/g, '$1'), rest: after.slice(trailing.length) };
    }
  }
  const [raw = ''] = (stop === '' ? /^[^;]*/ : /^[^;,]*/).exec(text) ?? [];
  return { value: raw.replace(/[ \t]+$/, ''), rest: text.slice(raw.length) };
}

async function parameters(settings: Settings, text: string, stop: string, allowed: readonly ('type' | 'filename' | 'encoder' | 'headers')[]): Promise<Parameters> {
  const first = word(settings, text.replace(/^[ \t]+/, ''), stop);
  const found: Parameters = { data: first.value, headers: [], rest: '' };
  let { rest } = first;
  const take = (length: number): string => {
    const next = word(settings, rest.slice(length).replace(/^[ \t]+/, ''), stop);
    ({ rest } = next);
    return next.value;
  };
  let inType = false;
  while (rest.startsWith(';')) {
    rest = rest.slice(1).replace(/^[ \t]+/, '');
    const [, key = ''] = /^(type|filename|headers|encoder)=/i.exec(rest) ?? [];
    const known = key.toLowerCase();
    if (known === 'type' && !inType) {
      found.type = take(5);
      inType = true;
      continue;
    }
    if (inType && (known === '' || known === 'type')) {
      found.type = `${found.type ?? ''};${take(0)}`;
      continue;
    }
    inType = false;
    if (known === 'filename') found.filename = take(9);
    else if (known === 'encoder') found.encoder = take(8);
    else if (known === 'headers') found.headers.push(...(await partHeaders(settings, take(8))));
    else {
      const unknown = take(0);
      if (unknown !== '') settings.global.warn(`skip unknown form field: ${unknown}`);
    }
  }
  for (const key of ['type', 'filename', 'encoder'] as const) {
    if (found[key] === undefined || allowed.includes(key)) continue;
    settings.global.warn(`Field ${key === 'type' ? 'content type' : key} not allowed here: ${found[key]}`);
    found[key] = undefined;
  }
  found.rest = rest;
  return found;
}

/** `headers=LINE`, or `headers=@FILE` with a header a line, continued by blanks, and comments. */
async function partHeaders(settings: Settings, text: string): Promise<string[]> {
  if (!/^[@<]/.test(text)) return [text];
  const path = text.slice(1).trimStart();
  try {
    const lines = textOf(await readInput(settings.global.io.process, path)).replaceAll('\r', '').split('\n').filter((line) => !line.startsWith('#'));
    const headers: string[] = [];
    for (const line of lines) {
      if (/^\s/.test(line) && headers.length > 0) headers.push(`${headers.pop() ?? ''}${line}`);
      else headers.push(line);
    }
    return headers.map((line) => line.trimEnd()).filter((line) => line !== '');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    settings.global.warn(`Cannot read from ${path}: ${reason(error)}`);
    return [];
  }
}
