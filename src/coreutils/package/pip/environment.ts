import { isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import { type InvalidRequirement, normalizedName } from './requirement.ts';

/** A distribution that is installed. */
export interface Installed {
  name: string;
  version: string;
  /** Its `.dist-info` folder's name. */
  info: string;
  requires: string[];
  summary: string;
}

/** The Python that a pip belongs to. */
export interface PythonEnvironment {
  prefix: string;
  /** `3.12` */
  minor: string;
  site: string;
  /** Of pip itself. */
  pipVersion: string;
}

const pipVersions: Readonly<Record<string, string>> = { '3.5': '20.3.4', '3.12': '24.0', '3.13': '25.1.1' };

/** The Python beside the pip that runs. */
export function environmentOf(process: Process): PythonEnvironment {
  let path = process.argv[0] ?? 'pip';
  if (!path.includes('/')) path = (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/${path}`).find((each) => process.access(each, 'x')) ?? `/usr/local/bin/${path}`;
  const prefix = path.slice(0, path.lastIndexOf('/bin/')) || '/usr/local';
  const minor = Object.keys(pipVersions).find((each) => process.exists(`${prefix}/bin/python${each}`)) ?? '3.13';
  return { prefix, minor, site: `${prefix}/lib/python${minor}/site-packages`, pipVersion: pipVersions[minor] ?? '25.1.1' };
}

/** A field of METADATA, each time that it stands there. */
export function fields(metadata: string, name: string): string[] {
  const [head = ''] = metadata.split(/\r?\n\r?\n/, 1);
  return head.split(/\r?\n/).flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2).trim()] : []));
}

/** What is installed, by name. */
export function installedIn(process: Process, site: string): Installed[] {
  const read = (path: string): string => {
    try {
      return process.readTextFile(path);
    } catch (error) {
      if (isSystemError(error)) return '';
      throw error;
    }
  };
  if (!process.exists(site)) return [];
  return process.readdir(site).filter(({ name }) => name.endsWith('.dist-info')).map(({ name: info }) => {
    const metadata = read(`${site}/${info}/METADATA`);
    const [folderName = '', folderVersion = ''] = info.slice(0, -'.dist-info'.length).split('-');
    return { name: fields(metadata, 'Name')[0] ?? folderName, version: fields(metadata, 'Version')[0] ?? folderVersion, info, requires: fields(metadata, 'Requires-Dist'), summary: fields(metadata, 'Summary')[0] ?? '' };
  }).sort((a, b) => (normalizedName(a.name) < normalizedName(b.name) ? -1 : 1));
}

/** What is installed where a user sees it: for everybody, and for oneself. */
export function allInstalled(process: Process, environment: PythonEnvironment): { installed: Installed; environment: PythonEnvironment }[] {
  const own = userEnvironment(process, environment);
  const found = [own, ...(own.site === environment.site ? [] : [environment])].flatMap((each) => installedIn(process, each.site).map((installed) => ({ installed, environment: each })));
  const seen = new Set<string>();
  return found.filter(({ installed: { name } }) => !seen.has(normalizedName(name)) && seen.add(normalizedName(name))).sort((a, b) => (normalizedName(a.installed.name) < normalizedName(b.installed.name) ? -1 : 1));
}

/** Where packages of one user are. */
export function userEnvironment(process: Process, environment: PythonEnvironment): PythonEnvironment {
  const home = process.env['HOME'] ?? '/';
  return { ...environment, prefix: `${home}/.local`, site: `${home}/.local/lib/python${environment.minor}/site-packages` };
}

/** What pip says to root since version 21. */
export function rootWarning({ pipVersion }: PythonEnvironment): string {
  return Number(pipVersion.split('.')[0]) >= 25
    ? "WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager, possibly rendering your system unusable. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv. Use the --root-user-action option if you know what you are doing and want to suppress this warning.\n"
    : "WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv\n";
}

/** pip's words for a requirement that it cannot read. */
export function invalidRequirement(error: InvalidRequirement): string {
  return `ERROR: Invalid requirement: '${error.message}'\n`;
}
