import { markBusybox } from '../coreutils/index.ts';
import { isSystemError, type Process, type Program, type ProgramLoader } from '../kernel/index.ts';

/** Makes the one program of busybox: argv[0] says which applet it is; as `busybox` it runs the applet named first. */
export function createBusybox(applets: ReadonlyMap<string, ProgramLoader>): Program {
  return async (process) => {
    const name = appletName(process.argv[0] ?? '');
    if (name === 'busybox') return await runNamed(process, applets);
    const load = applets.get(name);
    if (!load) return await notFound(process, name);
    markBusybox(process);
    return await (await load())(process);
  };
}

/** The last part of the path; a login shell's begins with a hyphen. */
function appletName(argv0: string): string {
  return argv0.slice(argv0.lastIndexOf('/') + 1).replace(/^-/, '');
}

async function runNamed(process: Process, applets: ReadonlyMap<string, ProgramLoader>): Promise<number> {
  const words = process.argv.slice(1);
  const [name] = words;
  if (name === undefined || name === '--help') {
    await process.write(1, helpText(applets));
    return 0;
  }
  if (name === '--list' || name === '--list-full') {
    await process.write(1, [...applets.keys()].sort().map((each) => `${each}\n`).join(''));
    return 0;
  }
  if (!applets.has(name)) return await notFound(process, name);
  try {
    return await process.exec('/proc/self/exe', words);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await process.write(2, `busybox: can't execute '${name}': ${error.message}\n`);
    return 126;
  }
}

async function notFound(process: Process, name: string): Promise<number> {
  await process.write(2, `${name}: applet not found\n`);
  return 127;
}

function helpText(applets: ReadonlyMap<string, ProgramLoader>): string {
  const lines: string[] = [];
  let line = '\t';
  for (const name of [...applets.keys()].sort()) {
    if (line.length + name.length > 70) {
      lines.push(line.trimEnd());
      line = '\t';
    }
    line += `${name}, `;
  }
  lines.push(line.replace(/, $/, ''));
  return `BusyBox v1.36.1 multi-call binary.
BusyBox is copyrighted by many authors between 1998-2015.
Licensed under GPLv2. See source distribution for detailed
copyright notices.

Usage: busybox [function [arguments]...]
   or: busybox --list[-full]
   or: busybox --install [-s] [DIR]
   or: function [arguments]...

\tBusyBox is a multi-call binary that combines many common Unix
\tutilities into a single executable.  Most people will create a
\tlink to busybox for each function they wish to use and BusyBox
\twill act like whatever it was invoked as.

Currently defined functions:
${lines.join('\n')}
`;
}
