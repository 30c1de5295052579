import { isSystemError, strerror } from '../../../kernel/uapi/index.ts';
import type { Tool } from '../../program/index.ts';
import { allInstalled, invalidRequirement, type PythonEnvironment, rootWarning, userEnvironment } from './environment.ts';
import { IndexClient, IndexError } from './index-client.ts';
import { installWheel, uninstallDistribution } from './install-wheel.ts';
import { parseInstallOptions } from './install-options.ts';
import { comparePythonVersions } from './pip-version.ts';
import { InvalidRequirement, normalizedName, type Requirement } from './requirement.ts';
import { Conflict, NoMatch, type ResolveEvent, resolveRequirements } from './resolve.ts';

/** Where packages come from unless something else is said. */
const defaultIndex = 'https://pypi.org/simple';

/** `pip install`. */
export async function install(tool: Tool, environment: PythonEnvironment, words: readonly string[]): Promise<number> {
  const { process } = tool;
  let options: ReturnType<typeof parseInstallOptions>;
  try {
    options = parseInstallOptions(process, environment, words);
  } catch (error) {
    if (error instanceof InvalidRequirement) {
      await tool.errorText(invalidRequirement(error));
      return 1;
    }
    if (!isSystemError(error)) throw error;
    await tool.errorText(`ERROR: Could not open requirements file: [Errno 2] ${strerror(error.code)}: '${error.path ?? ''}'\n`);
    return 1;
  }
  if ('failure' in options) {
    await tool.errorText(options.failure);
    return options.status;
  }
  const { requirements, index, quiet } = options;
  const say = (text: string): void => {
    if (!quiet) tool.out.write(text);
  };
  const older = environment.pipVersion.startsWith('20.');
  if (older) await tool.errorText('DEPRECATION: Python 3.5 reached the end of its life on September 13th, 2020. Please upgrade your Python as Python 3.5 is no longer maintained. pip 21.0 will drop support for Python 3.5 in January 2021. pip 21.0 will remove support for this functionality.\n');
  const target = options.user || !(process.access(environment.site, 'w') || process.credentials.euid === 0) ? userEnvironment(process, environment) : environment;
  if (target !== environment && !options.user) say('Defaulting to user installation because normal site-packages is not writeable\n');
  if (index !== undefined) say(`Looking in indexes: ${index}\n`);
  // The public index is asked on port 80: its certificate plays no part here.
  const client = new IndexClient(process, (index ?? defaultIndex).replace(/^https:\/\/(pypi\.org|files\.pythonhosted\.org)/, 'http://$1'));
  const shownAs = (url: string): string => (index === undefined ? url.slice(url.lastIndexOf('/') + 1) : url);
  const sizes = new Map<string, number>();
  const tell = async (event: ResolveEvent): Promise<void> => {
    if (event.kind === 'satisfied') {
      const where = event.installed.info && process.exists(`${environment.site}/${event.installed.info}`) ? environment.site : userEnvironment(process, environment).site;
      say(`Requirement already satisfied: ${event.requirement.text} in ${shortened(process.cwd, where)}${from(event.requirement)} (${event.installed.version})\n`);
    } else if (event.kind === 'collecting') {
      say(`Collecting ${event.requirement.text}${from(event.requirement)}\n`);
      if (older) {
        const { length } = await client.wheel(event.candidate);
        sizes.set(event.candidate.url, length);
        say(`  Downloading ${shownAs(event.candidate.url)} (${size(length)})\n`);
      } else say(`  Downloading ${shownAs(event.candidate.url)}.metadata (${size(new TextEncoder().encode(event.metadata).length)})\n`);
      await tool.out.flush();
    }
  };
  try {
    const installed = allInstalled(process, environment);
    const chosen = await resolveRequirements(client, requirements, { python: fullVersion(environment.minor), installed: installed.map((each) => each.installed), upgrade: options.upgrade, reinstall: options.reinstall, dependencies: options.dependencies, tell });
    if (chosen.length > 0) {
      const wheels = new Map<string, Uint8Array>();
      for (const { candidate } of chosen) {
        const wheel = await client.wheel(candidate);
        wheels.set(candidate.url, wheel);
        if (!older) say(`Downloading ${shownAs(candidate.url)} (${size(wheel.length)})\n`);
      }
      say(`Installing collected packages: ${chosen.map(({ name }) => name).join(', ')}\n`);
      await tool.out.flush();
      for (const { name, candidate } of chosen) {
        const before = installed.find((each) => normalizedName(each.installed.name) === normalizedName(name));
        if (before) {
          say(`  Attempting uninstall: ${name}\n    Found existing installation: ${before.installed.name} ${before.installed.version}\n    Uninstalling ${before.installed.name}-${before.installed.version}:\n`);
          uninstallDistribution(process, before.environment, before.installed);
          say(`      Successfully uninstalled ${before.installed.name}-${before.installed.version}\n`);
        }
        installWheel(process, target, wheels.get(candidate.url) ?? new Uint8Array());
        await process.checkpoint();
      }
      const names = chosen.map(({ name, candidate }) => `${name}-${candidate.version}`).sort((a, b) => (a < b ? -1 : 1));
      say(`${older ? '' : before25(environment) ? '' : '\n'}Successfully installed ${names.join(' ')}\n`);
    }
    await tool.out.flush();
    if (process.credentials.euid === 0 && !older && !options.ignoreRoot) await tool.errorText(rootWarning(environment));
    return 0;
  } catch (error) {
    await tool.out.flush();
    const words = await failure(tool, error);
    if (words === undefined) throw error;
    await tool.errorText(words);
    return 1;
  } finally {
    client.close();
  }
}

function before25({ pipVersion }: PythonEnvironment): boolean {
  return comparePythonVersions(pipVersion, '25') < 0;
}

async function failure(tool: Tool, error: unknown): Promise<string | undefined> {
  if (error instanceof NoMatch) {
    const ignored = error.ignored.map(({ version, python }) => `${version} Requires-Python ${python}`).reverse();
    return `${ignored.length > 0 ? `ERROR: Ignored the following versions that require a different python version: ${ignored.join('; ')}\n` : ''}ERROR: Could not find a version that satisfies the requirement ${error.requirement.text}${from(error.requirement)} (from versions: ${error.versions.join(', ') || 'none'})\nERROR: No matching distribution found for ${error.requirement.text}${from(error.requirement)}\n`;
  }
  if (error instanceof Conflict) {
    const asks = error.requirements.map((each) => (each.from === undefined || each.direct ? `    The user requested ${each.text}\n` : `    ${each.from.split('->')[0]?.replace('==', ' ').toLowerCase()} depends on ${each.text}\n`));
    const names = error.requirements.map((each) => (each.direct || each.from === undefined ? each.text : (each.from.split('->')[0] ?? '').toLowerCase()));
    await tool.errorText(`ERROR: Cannot install ${names.join(' and ')} because these package versions have conflicting dependencies.\n`);
    tool.out.write(`\nThe conflict is caused by:\n${asks.join('')}\nTo fix this you could try to:\n1. loosen the range of package versions you've specified\n2. remove package versions to allow pip to attempt to solve the dependency conflict\n\n`);
    await tool.out.flush();
    return 'ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts\n';
  }
  if (error instanceof IndexError) return `WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('${error.message}')'\nERROR: Could not find a version that satisfies the requirement (from versions: none)\n`;
  if (isSystemError(error, 'EACCES', 'EROFS', 'ENOSPC')) return `ERROR: Could not install packages due to an OSError: [Errno ${{ EACCES: 13, EROFS: 30, ENOSPC: 28 }[error.code as 'EACCES']}] ${strerror(error.code)}: '${error.path ?? ''}'\n${error.code === 'EACCES' ? 'Consider using the `--user` option or check the permissions.\n' : ''}\n`;
  return undefined;
}

function from({ from: origin }: Requirement): string {
  return origin === undefined ? '' : ` (from ${origin})`;
}

/** A patch release that is as good as any for Requires-Python. */
function fullVersion(minor: string): string {
  return { '3.5': '3.5.10', '3.12': '3.12.4', '3.13': '3.13.5' }[minor] ?? `${minor}.0`;
}

function shortened(cwd: string, path: string): string {
  return cwd !== '/' && path.startsWith(`${cwd}/`) ? `.${path.slice(cwd.length)}` : path;
}

function size(bytes: number): string {
  if (bytes > 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  if (bytes > 1e4) return `${Math.trunc(bytes / 1e3)} kB`;
  return bytes > 1e3 ? `${(bytes / 1e3).toFixed(1)} kB` : `${bytes} bytes`;
}
