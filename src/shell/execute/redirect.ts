import type { HereDoc, Redirection, Word } from 'unbash';
import { fileType, fileTypeMask, isSystemError, LookupError, type OpenMode, strerror, SystemError } from '../../kernel/index.ts';
import { expandPartsText, expandText, expandWords } from '../expand/expand.ts';
import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { compileHereDocument, compileText } from '../syntax/compile-word.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';
import { encodeText } from '../text/byte-string.ts';

/** Undoes redirections, or (`keep`) lets them stay for good and gives up what was saved. */
export interface Restore {
  (): void;
  keep(): void;
}

const saveFrom = 10;

/** Carries out redirections in order; returns what undoes them. On failure they are undone and a ShellFailure tells why. */
export async function redirect(shell: Shell, redirections: readonly Redirection[], unit: SourceUnit): Promise<Restore> {
  const saved: { fd: number; copy: number | undefined }[] = [];
  const restore = (): void => {
    for (let entry = saved.pop(); entry; entry = saved.pop()) {
      if (entry.copy === undefined) closeQuietly(shell, entry.fd);
      else {
        shell.process.dup2(entry.copy, entry.fd);
        shell.process.close(entry.copy);
      }
    }
  };
  const keep = (): void => {
    for (const entry of saved.splice(0)) if (entry.copy !== undefined) closeQuietly(shell, entry.copy);
  };
  const save = (fd: number): void => {
    let copy: number | undefined;
    try {
      copy = shell.process.dup(fd, saveFrom);
      shell.process.setCloexec(copy, true);
    } catch (error) {
      if (!isSystemError(error, 'EBADF')) throw error;
    }
    saved.push({ fd, copy });
  };
  try {
    for (const redirection of redirections) await redirectOne(shell, redirection, unit, save);
  } catch (error) {
    if (error instanceof ShellFailure || isSystemError(error)) restore();
    if (isSystemError(error)) throw new ShellFailure(`${error.path ?? 'redirection error'}: ${strerror(error.code)}`);
    throw error;
  }
  return Object.assign(restore, { keep });
}

function closeQuietly(shell: Shell, fd: number): void {
  try {
    shell.process.close(fd);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

async function redirectOne(shell: Shell, redirection: Redirection, unit: SourceUnit, save: (fd: number) => void): Promise<void> {
  const { process } = shell;
  const variable = redirection.descriptor?.type === 'FileDescriptorVariable' ? redirection.descriptor.name : undefined;
  const given = redirection.descriptor?.type === 'FileDescriptor' ? redirection.descriptor.value : undefined;
  const input = redirection.operator.startsWith('<');
  const fd = given ?? (input ? 0 : 1);

  /** Puts `source` in place; it is closed when `own`. */
  const place = (source: number, own: boolean): void => {
    if (variable !== undefined) {
      const high = process.dup(source, saveFrom);
      process.setCloexec(high, false);
      if (own) process.close(source);
      assignDescriptor(shell, variable, high);
      return;
    }
    if (source === fd) {
      // The descriptor was closed and the file came to lie on it.
      return;
    }
    save(fd);
    process.dup2(source, fd);
    if (own) process.close(source);
  };

  if (redirection.type === 'HereDoc') {
    placeSaving(await textDescriptor(shell, await hereDocumentText(shell, redirection, unit)));
    return;
  }
  if (redirection.type === 'HereString') {
    const text = redirection.target ? await expandText(shell, redirection.target, unit) : '';
    placeSaving(await textDescriptor(shell, `${text}\n`));
    return;
  }
  const target = redirection.target;
  if (!target) return;
  if (redirection.operator === '<&' || redirection.operator === '>&') {
    const text = await targetText(shell, target, unit);
    if (text === '-') {
      if (variable !== undefined) closeQuietly(shell, Number(shell.variables.text(variable) ?? -1));
      else {
        save(fd);
        closeQuietly(shell, fd);
      }
      return;
    }
    const match = /^(\d+)(-?)$/.exec(text);
    if (match) {
      const source = Number(match[1]);
      try {
        if (source === fd && variable === undefined) process.fstat(source);
        else {
          // Before the old one is saved, which might take just that number.
          process.fstat(source);
          place(source, false);
        }
        // What is moved stays closed, also after the command.
        if (match[2] === '-' && source !== fd) closeQuietly(shell, source);
      } catch (error) {
        if (isSystemError(error, 'EBADF')) throw new ShellFailure(`${text}: ${strerror('EBADF')}`);
        throw error;
      }
      return;
    }
    if (redirection.operator === '<&' || (given !== undefined && given !== 1)) throw new ShellFailure(`${text === '' ? target.text : text}: ambiguous redirect`);
    await both(text, 'w');
    return;
  }
  const path = await targetText(shell, target, unit);
  if (redirection.operator === '&>' || redirection.operator === '&>>') {
    await both(path, redirection.operator === '&>' ? 'w' : 'a');
    return;
  }
  placeSaving(await openTarget(shell, path, redirection.operator));

  /** Places a descriptor that was just opened, even when it took the number that is redirected. */
  function placeSaving(source: number): void {
    if (source === fd && variable === undefined) {
      // It was closed before, and must be closed after.
      const moved = process.dup(source, saveFrom);
      process.close(source);
      save(fd);
      process.dup2(moved, fd);
      process.close(moved);
      return;
    }
    place(source, true);
  }

  async function both(file: string, mode: 'w' | 'a'): Promise<void> {
    const source = await openTarget(shell, file, mode === 'w' ? '>' : '>>');
    const high = process.dup(source, saveFrom);
    process.close(source);
    save(1);
    process.dup2(high, 1);
    save(2);
    process.dup2(high, 2);
    process.close(high);
  }
}

/** A here-document that the end of the input closed. */
async function warnOpen(shell: Shell, document: HereDoc, unit: SourceUnit): Promise<void> {
  if (shell.settings.dialect.name !== 'bash') return;
  const end = unit.line(unit.text.length) + (unit.text.endsWith('\n') ? -1 : 0);
  const { position } = shell;
  shell.position = unit.text.length;
  const name = shell.interactive ? shell.prefix : shell.prefix.replace(/line \d+: $/, `line ${end}: `);
  await shell.writeError(`${name}warning: here-document at line ${unit.line(document.pos)} delimited by end-of-file (wanted \`${document.delimiter?.value ?? ''}')\n`);
  shell.position = position;
}

/** The text of a here-document. `<<-` strips tabs from the script's text, not from what expansions give. */
async function hereDocumentText(shell: Shell, document: HereDoc, unit: SourceUnit): Promise<string> {
  const { body, operator } = document;
  let text = operator === '<<-' ? body.text.replace(/^\t+/gm, '') : body.text;
  if (!document.closing) {
    await warnOpen(shell, document, unit);
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  }
  if (document.delimiter?.quoted) return text;
  if (operator === '<<') return (await expandPartsText(shell, compileHereDocument(body.text, body.parts, unit))) + text.slice(body.text.length);
  const end = text.endsWith('\n') ? '\n' : '';
  return (await expandPartsText(shell, compileText(end === '' ? text : text.slice(0, -1)))) + end;
}

function assignDescriptor(shell: Shell, name: string, fd: number): void {
  const match = /^([A-Za-z_]\w*)\[(.+)\]$/.exec(name);
  if (match?.[1] !== undefined && match[2] !== undefined) shell.variables.assignElement(match[1], match[2], String(fd));
  else shell.variables.assign(name, String(fd));
}

async function targetText(shell: Shell, target: Word, unit: SourceUnit): Promise<string> {
  const words = await expandWords(shell, [target], unit);
  const [only] = words;
  if (words.length !== 1 || only === undefined) throw new ShellFailure(`${target.text}: ambiguous redirect`);
  return only;
}

const modes: Record<string, OpenMode> = {
  '<': 'r', '>': 'w', '>|': 'w', '>>': 'a', '<>': { read: true, write: true, create: true },
};

async function openTarget(shell: Shell, path: string, operator: string): Promise<number> {
  const { process } = shell;
  const socket = /^\/dev\/(tcp|udp)\/([^/]+)\/([^/]+)$/.exec(path);
  if (socket?.[2] !== undefined && socket[3] !== undefined) return connectTarget(shell, path, socket[2], Number(socket[3]));
  try {
    if (operator === '>' && shell.options.has('noclobber') && path !== '') {
      try {
        if ((process.stat(path).mode & fileTypeMask) === fileType.regular) throw new ShellFailure(`${path}: cannot overwrite existing file`);
      } catch (error) {
        if (!isSystemError(error, 'ENOENT')) throw error;
      }
    }
    return process.open(path, modes[operator] ?? 'r', 0o666);
  } catch (error) {
    if (isSystemError(error)) throw new ShellFailure(shell.settings.dialect.cannotOpen(path, error.code, operator !== '<'));
    throw error;
  }
}

async function connectTarget(shell: Shell, path: string, host: string, port: number): Promise<number> {
  try {
    const [address] = await shell.process.lookup(host);
    return await shell.process.connect({ family: 'inet', address: address ?? host, port });
  } catch (error) {
    if (error instanceof LookupError) {
      await shell.complain(`${host}: ${error.message}`);
      throw new ShellFailure(`${path}: Invalid argument`);
    }
    if (isSystemError(error)) {
      await shell.complain(`connect: ${strerror(error.code)}`);
      throw new ShellFailure(`${path}: ${strerror(error.code)}`);
    }
    throw error;
  }
}

const pipeCapacity = 65536;

/** A descriptor from which `text` can be read: a pipe while it fits in one, else a temporary file. */
async function textDescriptor(shell: Shell, text: string): Promise<number> {
  const { process } = shell;
  const bytes = encodeText(text);
  if (bytes.length <= pipeCapacity) {
    const [reader, writer] = process.pipe();
    if (bytes.length > 0) await process.write(writer, bytes);
    process.close(writer);
    return reader;
  }
  const path = `${shell.variables.text('TMPDIR') ?? '/tmp'}/sh-thd.${process.pid}${process.random(4).join('')}`;
  try {
    process.writeFile(path, bytes, { mode: 0o600 });
    const fd = process.open(path, 'r');
    process.unlink(path);
    return fd;
  } catch (error) {
    if (error instanceof SystemError) throw new ShellFailure(`cannot create temp file for here-document: ${strerror(error.code)}`);
    throw error;
  }
}
