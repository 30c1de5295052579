import { fileType, fileTypeMask, isSystemError, strerror } from '../../../kernel/uapi/index.ts';
import { bytesOf, dirName, textOf } from '../../program/index.ts';
import { executeMenu, insertMenu, writeMenu } from './menus.ts';
import { runToText } from './run-command.ts';
import type { NanoSession, OpenBuffer } from './session.ts';
import { TextBuffer } from './text-buffer.ts';

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function emptyBuffer(path: string): OpenBuffer {
  return { text: new TextBuffer(''), path, top: 0, format: 'unix', mtime: undefined };
}

/** Opens a file in a new buffer (an empty path: a text without a file); says what happened. */
export function openFile(session: NanoSession, path: string, line?: { row: number; column: number }): void {
  const { process } = session.tool;
  const open = emptyBuffer(path);
  session.buffers.push(open);
  session.at = session.buffers.length - 1;
  if (path === '') return;
  try {
    const stat = process.stat(path);
    const kind = stat.mode & fileTypeMask;
    if (kind === fileType.directory || kind !== fileType.regular) {
      open.path = '';
      session.say(kind === fileType.directory ? `"${path}" is a directory` : `"${path}" is not a normal file`, true);
      return;
    }
    load(open, textOf(process.readFile(path)));
    open.mtime = stat.mtime;
    const lines = plural(open.text.count, 'line');
    const notes = open.format === 'dos' ? ' (Converted from DOS format)' : '';
    if (!process.access(path, 'w')) session.say(/^\/(proc|sys)\//.test(path) ? `${path} is meant to be read-only` : `File '${path}' is unwritable`, true);
    else session.say(`Read ${lines}${notes}`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code !== 'ENOENT') {
      open.path = '';
      session.say(`Error reading ${path}: ${strerror(error.code)}`, true);
    } else if (process.exists(dirName(path))) session.say(process.access(dirName(path), 'w') ? 'New File' : `Directory '${dirName(path)}' is not writable`, !process.access(dirName(path), 'w'));
    else session.say(`Directory '${dirName(path)}' does not exist`, true);
  }
  if (line) {
    const { text } = open;
    const row = Math.max(0, Math.min(text.lines.length - 1, line.row < 0 ? text.lines.length + line.row : line.row - 1));
    text.cursor = { row, at: Math.min((text.lines[row] ?? '').length, Math.max(0, line.column - 1)) };
    open.top = Math.max(0, row - Math.floor(session.height / 2));
  }
}

function load(open: OpenBuffer, text: string): void {
  open.format = text.includes('\r\n') && !/[^\r]\n/.test(text) ? 'dos' : 'unix';
  open.text = new TextBuffer(open.format === 'dos' ? text.replaceAll('\r\n', '\n') : text);
}

/** ^O and the question at the end: asks for the name and writes; true when written. */
export async function writeOut(session: NanoSession, ask = true): Promise<boolean> {
  const { current, tool } = session;
  let path = current.path;
  let mode: 'write' | 'append' | 'prepend' = 'write';
  let { format } = current;
  const region = current.text.region;
  while (ask || path === '') {
    const verb = mode === 'append' ? 'Append' : mode === 'prepend' ? 'Prepend' : 'Write';
    const what = region ? `${verb} Selection to File` : `${verb === 'Write' ? 'Write to File' : `${verb} to File`}`;
    const answer = await session.ask(`${what}${format === 'dos' ? ' [DOS Format]' : ''}`, writeMenu, region ? '' : path, ['M-d', 'M-m', 'M-a', 'M-p', 'M-b']);
    if (answer.key === '^C') {
      session.say('Cancelled');
      return false;
    }
    if (answer.key === 'M-d') format = format === 'dos' ? 'unix' : 'dos';
    else if (answer.key === 'M-a') mode = mode === 'append' ? 'write' : 'append';
    else if (answer.key === 'M-p') mode = mode === 'prepend' ? 'write' : 'prepend';
    else if (answer.key === 'enter' && answer.text !== '') {
      if (answer.text !== current.path && mode === 'write' && tool.process.exists(answer.text)) {
        const sure = await session.confirm(`File "${answer.text}" exists; OVERWRITE?`);
        if (sure !== 'yes') continue;
      } else if (answer.text !== current.path && current.path !== '' && mode === 'write' && !region) {
        const sure = await session.confirm('Save file under DIFFERENT NAME?');
        if (sure !== 'yes') continue;
      }
      path = answer.text;
      break;
    }
    if (answer.key === 'enter' && answer.text === '') {
      session.say('Cancelled');
      return false;
    }
    ask = true;
  }
  return write(session, path, mode, format, region !== undefined && ask);
}

function write(session: NanoSession, path: string, mode: 'write' | 'append' | 'prepend', format: 'unix' | 'dos', selection: boolean): boolean {
  const { current, tool: { process }, settings } = session;
  const { text } = current;
  const { region } = text;
  let content = selection && region ? text.slice(...region) : text.text;
  if (content !== '' && !content.endsWith('\n') && !settings.noNewline) {
    content += '\n';
    if (!selection) text.lines.push('');
  }
  const lines = content === '' ? 0 : content.split('\n').length - 1;
  const bytes = bytesOf(format === 'dos' ? content.replaceAll('\n', '\r\n') : content);
  try {
    if (mode === 'prepend' && process.exists(path)) process.writeFile(path, new Uint8Array([...bytes, ...process.readFile(path)]));
    else process.writeFile(path, bytes, mode === 'append' ? { append: true } : {});
  } catch (error) {
    if (!isSystemError(error)) throw error;
    session.say(`Error writing ${path}: ${strerror(error.code)}`, true);
    return false;
  }
  if (!selection && mode === 'write') {
    current.path = path;
    current.format = format;
    text.modified = false;
    current.mtime = process.stat(path).mtime;
  }
  const verb = mode === 'append' ? 'Appended' : mode === 'prepend' ? 'Prepended' : 'Wrote';
  session.say(`${verb} ${plural(lines, 'line')}`);
  return true;
}

/** ^X: asks whether to save, closes the buffer; nano ends with the last. */
export async function closeBuffer(session: NanoSession): Promise<void> {
  const { current, settings } = session;
  if (current.text.modified && !settings.view) {
    const answer = settings.saveOnExit && current.path !== '' ? 'yes' : await session.confirm('Save modified buffer?');
    if (answer === undefined) return session.say('Cancelled');
    if (answer === 'yes' && !(await writeOut(session, !settings.saveOnExit))) return undefined;
  }
  session.status = undefined;
  session.buffers.splice(session.at, 1);
  session.at = Math.min(session.at, session.buffers.length - 1);
  session.running = session.buffers.length > 0;
  return undefined;
}

/** ^R: a file, or what a command prints, comes in at the cursor. */
export async function insertFile(session: NanoSession): Promise<void> {
  let fresh = false;
  for (;;) {
    const answer = await session.ask(`File to insert${fresh ? ' into new buffer' : ''} [from ./]`, insertMenu, '', ['^X', 'M-f', 'M-n']);
    if (answer.key === '^C') return session.say('Cancelled');
    if (answer.key === '^X') return execute(session);
    if (answer.key === 'M-f') fresh = !fresh;
    if (answer.key !== 'enter') continue;
    if (answer.text === '') return session.say('Cancelled');
    if (fresh) return openFile(session, answer.text);
    try {
      const text = textOf(session.tool.process.readFile(answer.text));
      session.text.insert(text, 'insertion');
      return session.say(`Read ${plural(new TextBuffer(text).count, 'line')}`);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return session.say(error.code === 'ENOENT' ? `File "${answer.text}" not found` : `Error reading ${answer.text}: ${strerror(error.code)}`, true);
    }
  }
}

/** ^T: what a command prints comes in; `|` at its start gives it the text (or the region) and takes its place. */
export async function execute(session: NanoSession): Promise<void> {
  const answer = await session.ask('Command to execute', executeMenu, '', ['^Z', '^V']);
  if (answer.key === '^C' || (answer.key === 'enter' && answer.text === '')) return session.say('Cancelled');
  if (answer.key === '^Z') return session.screen.suspend();
  const { text } = session;
  if (answer.key === '^V') {
    const end = { row: text.lines.length - 1, at: (text.lines.at(-1) ?? '').length };
    session.cut = text.slice(text.cursor, end);
    return text.replace(text.cursor, end, '', 'cut');
  }
  const piped = answer.text.startsWith('|');
  const [from, to] = text.region ?? [{ row: 0, at: 0 }, { row: text.lines.length - 1, at: (text.lines.at(-1) ?? '').length }];
  const output = await runToText(session.tool.process, piped ? answer.text.slice(1) : answer.text, piped ? text.slice(from, to) : '');
  if (piped) text.replace(from, to, output, 'filtering');
  else text.insert(output, 'insertion');
  text.mark = undefined;
  return undefined;
}
