import { isSystemError } from '../../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../../program/index.ts';
import { allInstalled, environmentOf, type PythonEnvironment, rootWarning } from './environment.ts';
import { pipHelp } from './help.ts';
import { install } from './install.ts';
import { filesOf, uninstallDistribution } from './install-wheel.ts';
import { fits } from './pip-version.ts';
import { normalizedName, parseRequirement } from './requirement.ts';

/** The package installer for Python. */
export const pip = rawProgram('pip', async (tool, words) => {
  const environment = environmentOf(tool.process);
  const [command, ...rest] = words.filter((word) => !['--disable-pip-version-check', '--no-input', '--no-color', '--isolated'].includes(word));
  switch (command) {
    case undefined: case '-h': case '--help': case 'help':
      tool.out.write(pipHelp);
      return 0;
    case '-V': case '--version':
      tool.out.write(`pip ${environment.pipVersion} from ${environment.site}/pip (python ${environment.minor})\n`);
      return 0;
    case 'install': return await install(tool, environment, rest);
    case 'uninstall': return await uninstall(tool, environment, rest);
    case 'list': return list(tool, environment, rest);
    case 'freeze': return freeze(tool, environment);
    case 'show': return await show(tool, environment, rest);
    case 'check': return check(tool, environment);
    case 'cache':
      tool.out.write(rest[0] === 'dir' ? `${tool.process.env['HOME'] ?? '/root'}/.cache/pip\n` : 'Files removed: 0 (0 bytes)\n');
      return 0;
    case 'download': case 'wheel': case 'config': case 'search': case 'index': case 'hash': case 'debug': case 'inspect': case 'lock': case 'completion':
      await tool.errorText(`ERROR: pip ${command} is not part of this sandbox\n`);
      return 1;
    default:
      await tool.errorText(command.startsWith('-') ? `\nUsage:   \n  pip <command> [options]\n\nno such option: ${command}\n` : `ERROR: unknown command "${command}"${near(command)}\n`);
      return command.startsWith('-') ? 2 : 1;
  }
}, 1);

const commands = ['install', 'download', 'uninstall', 'freeze', 'inspect', 'list', 'show', 'check', 'config', 'search', 'cache', 'index', 'wheel', 'hash', 'completion', 'debug', 'help'];

/** ` - maybe you meant "install"`, when a letter was missed. */
function near(word: string): string {
  const found = commands.find((each) => each !== word && [...word].sort().join('') === [...each].sort().join('')) ?? commands.find((each) => Math.abs(each.length - word.length) <= 1 && distance(each, word) <= 1);
  return found ? ` - maybe you meant "${found}"` : '';
}

function distance(a: string, b: string): number {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end;
}

function list(tool: Tool, environment: PythonEnvironment, words: readonly string[]): number {
  const found = allInstalled(tool.process, environment).map(({ installed }) => installed);
  const format = words.find((word) => word.startsWith('--format='))?.slice(9) ?? (words.includes('--format') ? words[words.indexOf('--format') + 1] : 'columns');
  if (words.includes('-o') || words.includes('--outdated')) return 0;
  if (format === 'json') tool.out.write(`${JSON.stringify(found.map(({ name, version }) => ({ name, version }))).replaceAll('":"', '": "').replaceAll(',"', ', "').replaceAll('},{', '}, {')}\n`);
  else if (format === 'freeze') tool.out.write(found.map(({ name, version }) => `${name}==${version}\n`).join(''));
  else if (found.length > 0) {
    const rows = [['Package', 'Version'], ...found.map(({ name, version }) => [name, version])];
    const width = Math.max(...rows.map(([name = '']) => name.length));
    const second = Math.max(...rows.map(([, version = '']) => version.length));
    const lines = rows.map(([name = '', version = '']) => `${name.padEnd(width)} ${version}`);
    tool.out.write(`${[lines[0], `${'-'.repeat(width)} ${'-'.repeat(second)}`, ...lines.slice(1)].join('\n')}\n`);
  }
  return 0;
}

function freeze(tool: Tool, environment: PythonEnvironment): number {
  const found = allInstalled(tool.process, environment).map(({ installed }) => installed).filter(({ name }) => !['pip', 'setuptools', 'wheel'].includes(name));
  tool.out.write(found.map(({ name, version }) => `${name}==${version}\n`).join(''));
  return 0;
}

async function show(tool: Tool, environment: PythonEnvironment, words: readonly string[]): Promise<number> {
  const wanted = words.filter((word) => !word.startsWith('-'));
  if (wanted.length === 0) {
    await tool.errorText('WARNING: ERROR: Please provide a package name or names.\n');
    return 1;
  }
  const all = allInstalled(tool.process, environment);
  const nameOf = (line: string): string => /^[\w.-]+/.exec(line)?.[0] ?? '';
  const missing = wanted.filter((name) => !all.some(({ installed }) => normalizedName(installed.name) === normalizedName(name)));
  if (missing.length > 0) await tool.errorText(`WARNING: Package(s) not found: ${missing.join(', ')}\n`);
  const shown = all.filter(({ installed }) => wanted.some((name) => normalizedName(name) === normalizedName(installed.name)));
  tool.out.write(shown.map(({ installed, environment: place }) => {
    const requiredBy = all.filter(({ installed: { requires } }) => requires.some((line) => normalizedName(nameOf(line)) === normalizedName(installed.name))).map(({ installed: { name } }) => name);
    const requires = installed.requires.map(nameOf).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    const files = words.includes('-f') || words.includes('--files') ? `Files:\n${filesOf(tool.process, place, installed).map((path) => `  ${path.startsWith(`${place.site}/`) ? path.slice(place.site.length + 1) : `../../../bin/${path.slice(path.lastIndexOf('/') + 1)}`}\n`).join('')}` : '';
    return `Name: ${installed.name}\nVersion: ${installed.version}\nSummary: ${installed.summary}\nHome-page: https://pypi.org/\nAuthor: \nAuthor-email: \nLicense: UNKNOWN\nLocation: ${place.site}\nRequires: ${requires.join(', ')}\nRequired-by: ${requiredBy.join(', ')}\n${files}`;
  }).join('---\n'));
  return shown.length === 0 ? 1 : 0;
}

function check(tool: Tool, environment: PythonEnvironment): number {
  const all = allInstalled(tool.process, environment).map(({ installed }) => installed);
  const problems = all.flatMap(({ name, version, requires }) => requires.flatMap((line) => {
    const requirement = parseRequirement(line, environment.minor);
    if (!requirement) return [];
    const found = all.find((each) => normalizedName(each.name) === normalizedName(requirement.name));
    if (!found) return [`${normalizedName(name)} ${version} requires ${requirement.name}, which is not installed.\n`];
    return fits(found.version, requirement.specifiers) ? [] : [`${normalizedName(name)} ${version} has requirement ${requirement.text}, but you have ${normalizedName(found.name)} ${found.version}.\n`];
  }));
  tool.out.write(problems.length === 0 ? 'No broken requirements found.\n' : problems.join(''));
  return problems.length === 0 ? 0 : 1;
}

async function uninstall(tool: Tool, environment: PythonEnvironment, words: readonly string[]): Promise<number> {
  const wanted = words.filter((word) => !word.startsWith('-'));
  if (wanted.length === 0) {
    await tool.errorText(`ERROR: You must give at least one requirement to uninstall (see "pip help uninstall")\n`);
    return 1;
  }
  for (const name of wanted) {
    const found = allInstalled(tool.process, environment).find(({ installed }) => normalizedName(installed.name) === normalizedName(name));
    if (!found) {
      await tool.errorText(`WARNING: Skipping ${name} as it is not installed.\n`);
      continue;
    }
    const label = `${found.installed.name}-${found.installed.version}`;
    tool.out.write(`Found existing installation: ${found.installed.name} ${found.installed.version}\nUninstalling ${label}:\n`);
    if (!words.includes('-y') && !words.includes('--yes')) {
      tool.out.write(`  Would remove:\n${[...new Set(filesOf(tool.process, found.environment, found.installed).map((path) => (path.startsWith(`${found.environment.site}/`) ? `${found.environment.site}/${path.slice(found.environment.site.length + 1).split('/')[0]}/*` : path)))].map((path) => `    ${path}\n`).join('')}Proceed (Y/n)? `);
      await tool.out.flush();
      const [answer = ''] = new TextDecoder().decode(await tool.process.read(0)).split('\n');
      if (!/^(y(es)?)?$/i.test(answer.trim())) continue;
    }
    try {
      uninstallDistribution(tool.process, found.environment, found.installed);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.errorText(`ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '${error.path ?? ''}'\nConsider using the \`--user\` option or check the permissions.\n\n`);
      return 1;
    }
    tool.out.write(`  Successfully uninstalled ${label}\n`);
  }
  if (tool.process.credentials.euid === 0 && !environment.pipVersion.startsWith('20.')) await tool.errorText(rootWarning(environment));
  return 0;
}
