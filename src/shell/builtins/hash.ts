import { findCommand } from '../execute/external.ts';
import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { isBuiltinName } from './names.ts';

export const hash: Builtin = {
  name: 'hash', usage: '[-lr] [-p pathname] [-dt] [name ...]', summary: 'Remember or display program locations.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'dlrtp:');
    if (parsed.invalid) return invalidOption(shell, hash, parsed.invalid);
    const { letters, rest, values } = parsed;
    if (!shell.options.has('hashall')) return fail(shell, 'hash', 'hashing disabled');
    if (letters.has('r')) shell.hashed.clear();
    if (rest.length === 0) {
      if (letters.has('r')) return 0;
      if (shell.hashed.size === 0) {
        if (!letters.has('l')) await shell.write(1, 'hash: hash table empty\n');
        return 0;
      }
      const lines = letters.has('l') ? [...shell.hashed].map(([name, { path }]) => `builtin hash -p ${path} ${name}\n`)
        : ['hits\tcommand\n', ...[...shell.hashed.values()].map(({ path, hits }) => `${String(hits).padStart(4)}\t${path}\n`)];
      await shell.write(1, lines.join(''));
      return 0;
    }
    let status = 0;
    for (const name of rest) {
      const path = values.get('p');
      if (path !== undefined) shell.hashed.set(name, { path, hits: 0 });
      else if (letters.has('d')) {
        if (!shell.hashed.delete(name)) status = await fail(shell, 'hash', `${name}: not found`);
      } else if (letters.has('t')) {
        const known = shell.hashed.get(name);
        if (known) await shell.write(1, rest.length > 1 ? `${name}\t${known.path}\n` : `${known.path}\n`);
        else status = await fail(shell, 'hash', `${name}: not found`);
      } else if (!name.includes('/') && !isBuiltinName(name)) {
        const found = findCommand(shell, name);
        if (found === undefined) status = await fail(shell, 'hash', `${name}: not found`);
        else shell.hashed.set(name, { path: found, hits: 0 });
      }
    }
    return status;
  },
};
