import { StreamLanguage } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { isComposeFile, isDockerfile } from './file-kinds.ts';

const nameOf = (path: string): string => path.split('/').at(-1) ?? '';

/** The editor's language for a file, by its name or, for scripts, its first line. Loaded at first use. */
export async function languageOf(path: string, text: string): Promise<Extension> {
  const file = nameOf(path);
  const firstLine = text.split('\n', 1)[0] ?? '';
  if (isDockerfile(file)) {
    const { dockerFile } = await import('@codemirror/legacy-modes/mode/dockerfile');
    return StreamLanguage.define(dockerFile);
  }
  if (/\.ya?ml$/.test(file)) return (await import('@codemirror/lang-yaml')).yaml();
  if (/\.(sh|bash)$/.test(file) || /^\.(bash|profile)/.test(file) || /^#!.*\b(sh|bash|dash)\b/.test(firstLine)) {
    const { shell } = await import('@codemirror/legacy-modes/mode/shell');
    return StreamLanguage.define(shell);
  }
  if (file.endsWith('.py') || /^#!.*\bpython[\d.]*\b/.test(firstLine)) {
    const [{ python }, { indentUnit }] = await Promise.all([import('@codemirror/lang-python'), import('@codemirror/language')]);
    return [python(), indentUnit.of('    ')];
  }
  if (file.endsWith('.json')) return (await import('@codemirror/lang-json')).json();
  return [];
}

/** What finds mistakes in a file, by its name. Loaded at first use. */
export async function checksOf(path: string): Promise<Extension> {
  const file = nameOf(path);
  if (isDockerfile(file)) return (await import('./dockerfile-checks.ts')).dockerfileChecks();
  if (isComposeFile(file)) return (await import('./compose-checks.ts')).composeChecks(file);
  if (file.endsWith('.json')) return (await import('./json-checks.ts')).jsonChecks();
  return [];
}
