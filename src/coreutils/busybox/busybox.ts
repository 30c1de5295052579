import { isSystemError, type Process, type Program, type ProgramLoader } from '../../kernel/uapi/index.ts';
import { markBusybox } from '../program/index.ts';

const version = 'BusyBox v1.37.0 (Debian 1:1.37.0-6+b9) multi-call binary.';
const copyright = `BusyBox is copyrighted by many authors between 1998-2015.
Licensed under GPLv2. See source distribution for detailed
copyright notices.`;
const usage = `Usage: busybox [function [arguments]...]
   or: busybox --list[-full]
   or: busybox --install [-s] [DIR]
   or: function [arguments]...

	BusyBox is a multi-call binary that combines many common Unix
	utilities into a single executable.  Most people will create a
	link to busybox for each function they wish to use and BusyBox
	will act like whatever it was invoked as.
`;

/** The multi-call binary: runs the applet that it was started as, or that its first argument names. `applets` gives the programs it is built with. */
export function createBusybox(applets: ReadonlyMap<string, ProgramLoader>): Program {
  const names = ['busybox', ...applets.keys()].sort();
  return async (process) => {
    const name = appletName(process.argv[0] ?? '');
    if (name !== 'busybox') return runApplet(process, name, applets);
    const [first, ...rest] = process.argv.slice(1);
    if (first === undefined || first === '--help') {
      await process.write(1, `${version}\n${copyright}\n\n${usage}\nCurrently defined functions:\n${columns(names)}`);
      return 0;
    }
    if (first === '--list' || first === '--list-full') {
      await process.write(1, names.map((one) => `${first === '--list' ? '' : 'bin/'}${one}\n`).join(''));
      return 0;
    }
    if (first === '--install') return install(process, rest, names);
    return process.exec('/proc/self/exe', process.argv.slice(1));
  };
}

/** `/bin/ls` and the login shell's `-sh` name applets too. */
function appletName(argv0: string): string {
  return argv0.slice(argv0.lastIndexOf('/') + 1).replace(/^-(?=.)/, '');
}

async function runApplet(process: Process, name: string, applets: ReadonlyMap<string, ProgramLoader>): Promise<number> {
  const load = applets.get(name);
  if (!load) {
    await process.write(2, `${name}: applet not found\n`);
    return 127;
  }
  markBusybox(process);
  return (await load())(process);
}

/** Links to this file for all applets, symbolic ones with `-s`. */
async function install(process: Process, args: readonly string[], names: readonly string[]): Promise<number> {
  const symbolic = args[0] === '-s';
  const directory = args[symbolic ? 1 : 0] ?? '/bin';
  const self = process.readlink('/proc/self/exe');
  let status = 0;
  for (const name of names) {
    const path = `${directory.replace(/\/+$/, '')}/${name}`;
    try {
      if (symbolic) process.symlink(self, path);
      else process.link(self, path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code === 'EEXIST') continue;
      await process.write(2, `busybox: ${path}: ${error.message}\n`);
      status = 1;
    }
  }
  return status;
}

/** Names in lines of at most 79 columns, as busybox lays them out. */
function columns(names: readonly string[]): string {
  let out = '';
  let line = '';
  for (const [index, name] of names.entries()) {
    const word = index === names.length - 1 ? name : `${name},`;
    if (line !== '' && 8 + line.length + 1 + word.length > 78) {
      out += `\t${line}\n`;
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return `${out}\t${line}\n`;
}
