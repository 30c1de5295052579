import type { Shell } from '../state/shell.ts';

/** Value of `$0`, `$1` …, `$#`, `$?`, `$-`, `$$`, `$!`; undefined when unset. */
export function specialParameter(shell: Shell, name: string): string | undefined {
  switch (name) {
    case '?': return String(shell.status);
    case '#': return String(shell.positional.length);
    case '$': return String(shell.mainPid);
    case '!': return shell.lastBackground === undefined ? undefined : String(shell.lastBackground);
    case '-': return flags(shell);
    case '0': return shell.name;
    default: {
      const index = Number(name);
      return index === 0 ? shell.name : shell.positional[index - 1];
    }
  }
}

function flags(shell: Shell): string {
  const { letters } = shell.options;
  // Bash lists its letters in this order, with `i`, `c` and `s` for how it was started.
  const sorted = 'abefhkmnptuvxBCEHPT'.split('').filter((letter) => letters.includes(letter)).join('');
  const lower = sorted.replace(/[A-Z]/g, '');
  const upper = sorted.replace(/[a-z]/g, '');
  const mode = shell.inputKind === 'string' ? 'c' : shell.inputKind === 'stdin' ? 's' : '';
  const { name } = shell.settings.dialect;
  if (name !== 'bash') return insertInOrder(sorted.replace(/[hBHET]/g, ''), shell.interactive ? 'i' : '') + (mode === 'c' && name === 'dash' ? '' : mode);
  return insertInOrder(lower, shell.interactive ? 'i' : '') + upper + mode;
}

function insertInOrder(letters: string, extra: string): string {
  if (extra === '') return letters;
  return [...letters, extra].sort((a, b) => 'abefhikmnptuvx'.indexOf(a) - 'abefhikmnptuvx'.indexOf(b)).join('');
}
