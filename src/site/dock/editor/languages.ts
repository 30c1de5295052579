import { StreamLanguage } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

/** Whether a file is a Dockerfile, by its name: `Dockerfile`, `Dockerfile.dev`, `app.Dockerfile`. */
export function isDockerfile(path: string): boolean {
  return /^(.+\.)?Dockerfile(\.(?!dockerignore$).+)?$/i.test(path.split('/').at(-1) ?? '');
}

/** The editor's language for a file, by its name or, for scripts, its first line. Loaded at first use. */
export async function languageOf(path: string, firstLine: string): Promise<Extension> {
  const file = path.split('/').at(-1) ?? '';
  if (isDockerfile(file)) {
    const [{ dockerFile }, { dockerfileChecks }] = await Promise.all([import('@codemirror/legacy-modes/mode/dockerfile'), import('./dockerfile-checks.ts')]);
    return [StreamLanguage.define(dockerFile), dockerfileChecks()];
  }
  if (/\.ya?ml$/.test(file)) return (await import('@codemirror/lang-yaml')).yaml();
  if (/\.(sh|bash)$/.test(file) || /^\.(bash|profile)/.test(file) || /^#!.*\b(sh|bash|dash)\b/.test(firstLine)) {
    const { shell } = await import('@codemirror/legacy-modes/mode/shell');
    return StreamLanguage.define(shell);
  }
  if (file.endsWith('.py')) {
    const { python } = await import('@codemirror/legacy-modes/mode/python');
    return StreamLanguage.define(python);
  }
  if (file.endsWith('.json')) {
    const { json } = await import('@codemirror/legacy-modes/mode/javascript');
    return StreamLanguage.define(json);
  }
  return [];
}
