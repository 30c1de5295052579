import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../../process/run.mjs';

/** Whether this process may install Debian's packages. */
export const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** Where a command of that name lies, or undefined. */
export function findCommand(name) {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']) {
    if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

let turn = Promise.resolve();

/**
 * Installs the Debian packages of the commands that are missing, one installation after the other.
 * @param {Record<string, string>} packages the package of each command (or absolute path)
 * @returns {Promise<string | undefined>} why not, where packages cannot be installed
 */
export function ensureCommands(packages) {
  const mine = turn.then(async () => {
    const missing = Object.entries(packages).filter(([command]) => (command.startsWith('/') ? !existsSync(command) : !findCommand(command)));
    if (missing.length === 0) return undefined;
    const commands = missing.map(([command]) => command).join(', ');
    if (!canInstall) return `${commands} not found, and only root on Debian installs what is missing`;
    const names = [...new Set(missing.map(([, name]) => name))];
    process.stdout.write(`      installing ${names.join(' ')} (apt-get)\n`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const install = () => run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', '-y', '--no-install-recommends', 'install', ...names], { env });
    let result = await install();
    if (result.exitCode !== 0) {
      // The lists are missing or older than the archive.
      await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', 'update'], { env });
      result = await install();
    }
    if (result.exitCode !== 0) throw new Error(`apt-get could not install ${names.join(' ')}:\n${result.output}`);
    return undefined;
  });
  turn = mine.catch(() => undefined).then(() => undefined);
  return mine;
}
