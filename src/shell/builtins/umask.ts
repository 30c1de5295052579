import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';

export const umask: Builtin = {
  name: 'umask', usage: '[-p] [-S] [mode]', summary: 'Display or set file mode mask.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'pS');
    if (parsed.invalid) return invalidOption(shell, umask, parsed.invalid);
    const { letters, rest } = parsed;
    const [mode] = rest;
    const { process } = shell;
    if (mode !== undefined) {
      if (/^[0-9]/.test(mode)) {
        if (!/^[0-7]+$/.test(mode) || parseInt(mode, 8) > 0o777) return fail(shell, 'umask', `${mode}: octal number out of range`);
        process.umask(parseInt(mode, 8));
        if (letters.has('S')) await shell.write(1, `${symbolic(process.umask())}\n`);
        return 0;
      }
      const mask = applySymbolic(mode, process.umask());
      if (typeof mask === 'string') return fail(shell, 'umask', mask);
      process.umask(mask);
      if (letters.has('S')) await shell.write(1, `${symbolic(mask)}\n`);
      return 0;
    }
    const current = process.umask();
    const text = letters.has('S') ? symbolic(current) : current.toString(8).padStart(4, '0');
    await shell.write(1, `${letters.has('p') ? `umask ${letters.has('S') ? '-S ' : ''}` : ''}${text}\n`);
    return 0;
  },
};

function symbolic(mask: number): string {
  const part = (who: string, shift: number): string => `${who}=${['r', 'w', 'x'].filter((_, index) => (((~mask & 0o777) >> shift) & (4 >> index)) !== 0).join('')}`;
  return [part('u', 6), part('g', 3), part('o', 0)].join(',');
}

/** A mode such as `u=rwx,g-w`; the letters are what is allowed. A message when it is malformed. */
function applySymbolic(text: string, mask: number): number | string {
  let allowed = ~mask & 0o777;
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)([-+=])([rwx]*)$/.exec(clause);
    if (!match) {
      const operator = /^[ugoa]*(.)/.exec(clause)?.[1] ?? clause;
      if (!/^[ugoa]*[-+=]/.test(clause)) return `\`${operator}': invalid symbolic mode operator`;
      return `\`${/[-+=][rwx]*(.)/.exec(clause)?.[1] ?? ''}': invalid symbolic mode character`;
    }
    const who = match[1] === '' || match[1]?.includes('a') ? 'ugo' : (match[1] ?? 'ugo');
    let bits = 0;
    for (const letter of match[3] ?? '') bits |= letter === 'r' ? 4 : letter === 'w' ? 2 : 1;
    for (const [letter, shift] of [['u', 6], ['g', 3], ['o', 0]] as const) {
      if (!who.includes(letter)) continue;
      if (match[2] === '+') allowed |= bits << shift;
      else if (match[2] === '-') allowed &= ~(bits << shift);
      else allowed = (allowed & ~(7 << shift)) | (bits << shift);
    }
  }
  return ~allowed & 0o777;
}
