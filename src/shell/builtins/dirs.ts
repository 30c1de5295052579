import { isSystemError, strerror } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';
import { type Builtin, fail, textArguments, usage } from './builtin.ts';
import { changeDirectory } from './cd.ts';

function abbreviate(shell: Shell, path: string): string {
  const home = shell.variables.text('HOME');
  return home && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path;
}

function stack(shell: Shell): string[] {
  return [shell.variables.text('PWD') ?? shell.process.cwd, ...shell.directoryStack];
}

async function print(shell: Shell): Promise<number> {
  await shell.write(1, `${stack(shell).map((path) => abbreviate(shell, path)).join(' ')}\n`);
  return 0;
}

/** Index in the stack that `+N` or `-N` means. */
function position(shell: Shell, arg: string): number | undefined {
  const match = /^([+-])(\d+)$/.exec(arg);
  if (!match) return undefined;
  const size = stack(shell).length;
  const number = Number(match[2]);
  return match[1] === '+' ? number : size - 1 - number;
}

export const dirs: Builtin = {
  name: 'dirs', usage: '[-clpv] [+N] [-N]', summary: 'Display directory stack.',
  async run(shell, args) {
    let long = false;
    let lines = false;
    let numbered = false;
    let only: number | undefined;
    for (const arg of textArguments(args)) {
      const index = position(shell, arg);
      if (index !== undefined) {
        if (index < 0 || index >= stack(shell).length) return fail(shell, 'dirs', shell.directoryStack.length === 0 ? 'directory stack empty' : `${arg.slice(1)}: directory stack index out of range`);
        only = index;
      } else if (/^-[clpv]+$/.test(arg)) {
        if (arg.includes('c')) {
          shell.directoryStack = [];
          return 0;
        }
        long ||= arg.includes('l');
        lines ||= arg.includes('p');
        numbered ||= arg.includes('v');
      } else {
        await shell.complain(`dirs: ${arg}: invalid number`);
        await shell.writeError('dirs: usage: dirs [-clpv] [+N] [-N]\n');
        return 2;
      }
    }
    const shown = stack(shell).map((path) => (long ? path : abbreviate(shell, path)));
    if (only !== undefined) await shell.write(1, `${shown[only] ?? ''}\n`);
    else if (numbered) await shell.write(1, shown.map((path, index) => `${String(index).padStart(2)}  ${path}\n`).join(''));
    else await shell.write(1, `${shown.join(lines ? '\n' : ' ')}\n`);
    return 0;
  },
};

async function go(shell: Shell, name: string, path: string): Promise<boolean> {
  try {
    changeDirectory(shell, path, false);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await shell.complain(`${name}: ${path}: ${strerror(error.code)}`);
    return false;
  }
}

export const pushd: Builtin = {
  name: 'pushd', usage: '[-n] [+N | -N | dir]', summary: 'Add directories to stack.',
  async run(shell, args) {
    const words = textArguments(args);
    const stay = words.includes('-n');
    const [target, extra] = words.filter((word) => word !== '-n' && word !== '--');
    if (extra !== undefined) return fail(shell, 'pushd', 'too many arguments');
    if (target !== undefined && /^[-+]./.test(target) && position(shell, target) === undefined && !words.includes('--')) {
      await shell.complain(`pushd: ${target}: invalid number`);
      return usage(shell, pushd);
    }
    const old = stack(shell);
    if (target === undefined) {
      const [first, ...rest] = shell.directoryStack;
      if (first === undefined) return fail(shell, 'pushd', 'no other directory');
      if (!stay && !(await go(shell, 'pushd', first))) return 1;
      shell.directoryStack = [old[0] ?? '/', ...rest];
      return print(shell);
    }
    const index = position(shell, target);
    if (index !== undefined) {
      if (index < 0 || index >= old.length) return fail(shell, 'pushd', `${target}: directory stack index out of range`);
      const rotated = [...old.slice(index), ...old.slice(0, index)];
      if (!stay && !(await go(shell, 'pushd', rotated[0] ?? '/'))) return 1;
      shell.directoryStack = rotated.slice(1);
      return print(shell);
    }
    if (stay) shell.directoryStack = [target, ...shell.directoryStack];
    else {
      if (!(await go(shell, 'pushd', target === '-' ? (shell.variables.text('OLDPWD') ?? '-') : target))) return 1;
      shell.directoryStack = old;
    }
    return print(shell);
  },
};

export const popd: Builtin = {
  name: 'popd', usage: '[-n] [+N | -N]', summary: 'Remove directories from stack.',
  async run(shell, args) {
    const words = textArguments(args);
    const stay = words.includes('-n');
    const [target] = words.filter((word) => word !== '-n' && word !== '--');
    const index = target === undefined ? 0 : position(shell, target);
    if (index !== undefined && shell.directoryStack.length === 0) return fail(shell, 'popd', 'directory stack empty');
    if (index === undefined) {
      await shell.complain(`popd: ${target}: invalid ${/^[-+]./.test(target ?? '') ? 'number' : 'argument'}`);
      return usage(shell, popd);
    }
    if (index < 0 || index > shell.directoryStack.length) return fail(shell, 'popd', `${target ?? ''}: directory stack index out of range`);
    if (index > 0) shell.directoryStack.splice(index - 1, 1);
    else {
      const [first = '/', ...rest] = shell.directoryStack;
      if (!stay && !(await go(shell, 'popd', first))) return 1;
      shell.directoryStack = rest;
    }
    return print(shell);
  },
};
