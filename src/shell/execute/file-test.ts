import { fileType, fileTypeMask, isSystemError, type Stat } from '../../kernel/index.ts';
import { expandSubscript } from '../expand/subscript.ts';
import { chain, type Maybe } from '../state/maybe.ts';
import { findOption } from '../state/options.ts';
import { parseReference } from '../state/reference.ts';
import type { Shell } from '../state/shell.ts';

function status(shell: Shell, path: string, follow = true): Stat | undefined {
  if (path === '') return undefined;
  const descriptor = /^\/dev\/(?:fd\/(\d+)|std(in|out|err))$/.exec(path);
  try {
    if (descriptor && follow) return shell.process.fstat(descriptor[1] !== undefined ? Number(descriptor[1]) : ['in', 'out', 'err'].indexOf(descriptor[2] ?? ''));
    return follow ? shell.process.stat(path) : shell.process.lstat(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

const typeLetters: Record<string, number> = {
  b: fileType.block, c: fileType.character, d: fileType.directory, f: fileType.regular, h: fileType.symlink, L: fileType.symlink, p: fileType.fifo, S: fileType.socket,
};
const modeLetters: Record<string, number> = { g: 0o2000, k: 0o1000, u: 0o4000 };

/** Unary tests of `test` and `[[`. */
export function fileTest(shell: Shell, operator: string, operand: string): Maybe<boolean> {
  const letter = operator.slice(1);
  const type = typeLetters[letter];
  if (type !== undefined) return ((status(shell, operand, letter !== 'h' && letter !== 'L')?.mode ?? 0) & fileTypeMask) === type;
  const mode = modeLetters[letter];
  if (mode !== undefined) return ((status(shell, operand)?.mode ?? 0) & mode) !== 0;
  switch (letter) {
    case 'n': return operand !== '';
    case 'z': return operand === '';
    case 'a':
    case 'e': return status(shell, operand) !== undefined;
    case 's': return (status(shell, operand)?.size ?? 0) > 0;
    case 'r':
    case 'w':
    case 'x': return operand !== '' && status(shell, operand) !== undefined && shell.process.access(operand, letter);
    case 'O': return status(shell, operand)?.uid === shell.process.credentials.euid;
    case 'G': return status(shell, operand)?.gid === shell.process.credentials.egid;
    case 'N': {
      const found = status(shell, operand);
      return found !== undefined && found.mtime > found.atime;
    }
    case 't': return /^\s*\d+\s*$/.test(operand) && isTerminal(shell, Number(operand));
    case 'o': {
      const option = findOption(operand);
      return option !== undefined && shell.options.has(option);
    }
    case 'v': return isSet(shell, operand);
    case 'R': return shell.variables.own(operand)?.nameref === true && (shell.variables.own(operand)?.value ?? '') !== '';
    default: return false;
  }
}

function isTerminal(shell: Shell, fd: number): boolean {
  try {
    return shell.process.isatty(fd);
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

function isSet(shell: Shell, text: string): Maybe<boolean> {
  if (/^\d+$/.test(text)) return text === '0' || shell.positional.length >= Number(text);
  const reference = parseReference(text);
  if (!reference) return false;
  const variable = shell.variables.get(reference.name);
  if (reference.subscript === undefined) return shell.variables.text(reference.name) !== undefined;
  if (reference.subscript === '@' || reference.subscript === '*') {
    if (variable?.assoc && reference.subscript === '@') return variable.assoc.has('@') || variable.assoc.size > 0;
    return (variable?.elements?.size ?? variable?.assoc?.size ?? (variable?.isSet ? 1 : 0)) > 0;
  }
  return chain(expandSubscript(shell, reference.subscript), (key) => variable !== undefined && shell.variables.element(reference.name, key) !== undefined);
}

/** `-nt`, `-ot`, `-ef`. */
export function compareFiles(shell: Shell, operator: string, left: string, right: string): boolean {
  const a = status(shell, left);
  const b = status(shell, right);
  if (operator === '-ef') return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
  if (operator === '-nt') return a !== undefined && (b === undefined || a.mtime > b.mtime);
  return b !== undefined && (a === undefined || a.mtime < b.mtime);
}
