import type { Process } from '../../../kernel/uapi/index.ts';
import type { PythonEnvironment } from './environment.ts';
import { parseRequirement, type Requirement } from './requirement.ts';

/** What `pip install` is asked for. */
export interface InstallOptions {
  requirements: Requirement[];
  /** Another index than PyPI. */
  index: string | undefined;
  upgrade: boolean;
  reinstall: boolean;
  dependencies: boolean;
  user: boolean;
  quiet: boolean;
  ignoreRoot: boolean;
}

const flags = new Set(['--no-cache-dir', '--no-cache', '--prefer-binary', '--pre', '--no-warn-script-location', '--disable-pip-version-check', '--no-input', '--break-system-packages', '--no-build-isolation', '--no-compile', '-v', '--verbose', '--progress-bar=off', '--no-color', '-I', '--ignore-installed']);
const valued = new Set(['--trusted-host', '--timeout', '--retries', '--progress-bar', '--extra-index-url', '--cache-dir', '-f', '--find-links', '-c', '--constraint', '--proxy', '--cert', '--only-binary', '--no-binary', '--upgrade-strategy']);

/** Reads the command line of `pip install`; throws InvalidRequirement, or the SystemError of a requirements file. */
export function parseInstallOptions(process: Process, environment: PythonEnvironment, words: readonly string[]): InstallOptions | { failure: string; status: number } {
  const options: InstallOptions = { requirements: [], index: process.env['PIP_INDEX_URL'], upgrade: false, reinstall: false, dependencies: true, user: false, quiet: false, ignoreRoot: process.env['PIP_ROOT_USER_ACTION'] === 'ignore' };
  const rest = [...words];
  const add = (line: string, from?: string): void => {
    const requirement = parseRequirement(line, environment.minor);
    if (requirement) options.requirements.push({ ...requirement, direct: true, ...(from !== undefined && { from }) });
  };
  let files = 0;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', inline] = word.startsWith('--') ? word.split(/=(.*)/s, 2) : [word];
    const value = (): string => inline ?? rest.shift() ?? '';
    if (!word.startsWith('-')) {
      if (/[/\\]|\.(whl|tar\.gz|zip)$|^\.$/.test(word)) return { failure: `ERROR: pip of this sandbox installs from an index only, not from ${word}\n`, status: 1 };
      add(word);
    } else if (name === '-r' || name === '--requirement' || /^-r./.test(word)) {
      files++;
      readRequirements(process, /^-r./.test(word) ? word.slice(2) : value(), add);
    } else if (name === '-i' || name === '--index-url') options.index = value();
    else if (name === '-U' || name === '--upgrade') options.upgrade = true;
    else if (name === '--force-reinstall') options.reinstall = true;
    else if (name === '--no-deps') options.dependencies = false;
    else if (name === '--user') options.user = true;
    else if (/^(-q+|--quiet)$/.test(name)) options.quiet = true;
    else if (name === '--root-user-action') options.ignoreRoot = value() === 'ignore';
    else if (valued.has(name)) value();
    else if (!flags.has(word)) return { failure: `\nUsage:   \n  pip install [options] <requirement specifier> [package-index-options] ...\n  pip install [options] -r <requirements file> [package-index-options] ...\n  pip install [options] [-e] <vcs project url> ...\n  pip install [options] [-e] <local project path> ...\n  pip install [options] <archive url/path> ...\n\nno such option: ${name}\n`, status: 2 };
  }
  if (options.requirements.length === 0 && files === 0) return { failure: 'ERROR: You must give at least one requirement to install (see "pip help install")\n', status: 1 };
  return options;
}

function readRequirements(process: Process, path: string, add: (line: string, from: string) => void): void {
  process.readTextFile(path).split('\n').forEach((raw, index) => {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    const nested = /^(?:-r|--requirement)[ =]\s*(.+)$/.exec(line)?.[1];
    if (nested !== undefined) readRequirements(process, nested.startsWith('/') || !path.includes('/') ? nested : `${path.slice(0, path.lastIndexOf('/'))}/${nested}`, add);
    else if (line !== '' && !line.startsWith('-')) add(line.replace(/\s+--hash=.*$/, ''), `-r ${path} (line ${index + 1})`);
  });
}
