import { decodeUtf8 } from '../../base/index.ts';
import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { matchGlob } from '../files/glob.ts';
import { isDirectory, localTime, reason, strftime, timeZoneOf, type Tool } from '../program/index.ts';
import type { Paragraph } from './control.ts';
import { type Database, dpkgFolder, makeFolders, readIfThere, shownName } from './database.ts';
import { openDeb } from './deb-file.ts';
import { layEntry } from './unpack.ts';

/** A package's script that failed. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

/** Unpacks, configures and removes packages: what dpkg does. `eol` is CR LF where apt shows dpkg's terminal. */
export class Installer {
  readonly #tool: Tool;
  readonly #process: Process;
  readonly database: Database;
  readonly #eol: string;
  #counted = false;
  readonly #excludes: { include: boolean; pattern: string }[];

  constructor(tool: Tool, database: Database, eol = '\n') {
    this.#tool = tool;
    this.#process = tool.process;
    this.database = database;
    this.#eol = eol;
    this.#excludes = readExcludes(tool.process);
    makeFolders(tool.process, `${dpkgFolder}/info`);
  }

  #say(text: string): void {
    this.#tool.out.write(text + this.#eol);
  }

  /** `(Reading database ... 5512 files and directories currently installed.)`, once a run. */
  #count(): void {
    if (this.#counted) return;
    this.#counted = true;
    const steps = this.#eol === '\n' ? '' : `(Reading database ... \r${Array.from({ length: 20 }, (_, step) => `(Reading database ... ${(step + 1) * 5}%\r`).join('')}`;
    this.#say(`${steps}(Reading database ... ${this.database.countFiles()} files and directories currently installed.)`);
  }

  #log(line: string): void {
    makeFolders(this.#process, '/var/log');
    const now = strftime('%Y-%m-%d %H:%M:%S', localTime(this.#process.clock.now(), timeZoneOf(this.#process)));
    this.#process.writeFile('/var/log/dpkg.log', `${now} ${line}\n`, { append: true });
  }

  /** Unpacks the package in the file `path`, shown as `shown`. Returns its paragraph. */
  async unpack(path: string, shown: string): Promise<Paragraph> {
    const process = this.#process;
    const { control, controlFiles, data } = openDeb(process.readFile(path), path);
    const name = control.get('Package') ?? '';
    const version = control.get('Version') ?? '';
    const old = this.database.installed(name);
    const title = shownName(control);
    if (!old) this.#say(`Selecting previously unselected package ${title}.`);
    this.#count();
    this.#say(`Preparing to unpack ${trimPath(shown)} ...`);
    await this.#tool.out.flush();
    const infoFile = (kind: string): string => this.database.infoFile(control, kind);
    const preinst = controlFiles.get('preinst');
    if (preinst) {
      process.writeFile(infoFile('preinst'), preinst.bytes, { mode: 0o755 });
      await this.#script(control, 'preinst', old ? ['upgrade', old.get('Version') ?? ''] : ['install'], 'pre-installation');
    }
    this.#say(old ? `Unpacking ${title} (${version}) over (${old.get('Version')}) ...` : `Unpacking ${title} (${version}) ...`);
    await this.#tool.out.flush();
    const before = old ? this.database.filesOf(old) : [];
    const conffiles = new Set(decodeUtf8(controlFiles.get('conffiles')?.bytes ?? new Uint8Array()).split('\n').filter(Boolean));
    const listed: string[] = [];
    for (const entry of data) {
      const target = `/${entry.path.replace(/^\.?\/?/, '')}`;
      listed.push(target === '/' ? '/.' : target);
      if (target === '/' || this.#excluded(target, entry.type === 'directory')) continue;
      if (conffiles.has(target) && process.exists(target)) continue;
      await layEntry(process, entry, target, { owners: true, times: true, linkRoot: '' });
      await process.checkpoint();
    }
    for (const stale of before.filter((one) => !listed.includes(one)).reverse()) this.#removePath(stale);
    process.writeFile(infoFile('list'), `${listed.join('\n')}\n`);
    for (const [kind, { bytes, mode }] of controlFiles) process.writeFile(infoFile(kind), bytes, { mode: mode & 0o777 });
    const paragraph: Paragraph = new Map([['Package', name], ['Status', 'install ok unpacked']]);
    for (const [field, value] of control) if (field !== 'Package') paragraph.set(field, value);
    this.database.packages.set(name, paragraph);
    this.database.save();
    this.#log(`status unpacked ${name}:${control.get('Architecture')} ${version}`);
    return paragraph;
  }

  async configure(paragraph: Paragraph): Promise<void> {
    this.#say(`Setting up ${shownName(paragraph)} (${paragraph.get('Version')}) ...`);
    await this.#tool.out.flush();
    await this.#script(paragraph, 'postinst', ['configure', ''], 'post-installation');
    paragraph.set('Status', 'install ok installed');
    this.database.save();
    this.#log(`status installed ${paragraph.get('Package')}:${paragraph.get('Architecture')} ${paragraph.get('Version')}`);
  }

  /** What libc-bin does when shared libraries came. */
  trigger(paragraphs: readonly Paragraph[]): void {
    const libc = this.database.installed('libc-bin');
    if (libc && paragraphs.some((paragraph) => this.database.filesOf(paragraph).some((path) => /\/lib\/.*\.so\.\d/.test(path)))) this.#say(`Processing triggers for libc-bin (${libc.get('Version')}) ...`);
  }

  async remove(paragraph: Paragraph, purge: boolean): Promise<void> {
    const process = this.#process;
    const name = paragraph.get('Package') ?? '';
    this.#count();
    const title = shownName(paragraph);
    this.#say(`Removing ${title} (${paragraph.get('Version')}) ...`);
    await this.#tool.out.flush();
    await this.#script(paragraph, 'prerm', ['remove'], 'pre-removal');
    const conffiles = readIfThere(process, this.database.infoFile(paragraph, 'conffiles')).split('\n').filter(Boolean);
    for (const path of this.database.filesOf(paragraph).reverse()) if (!conffiles.includes(path)) this.#removePath(path, name);
    await this.#script(paragraph, 'postrm', ['remove'], 'post-removal');
    if (purge) {
      if (conffiles.length || process.exists(this.database.infoFile(paragraph, 'postrm'))) this.#say(`Purging configuration files for ${title} (${paragraph.get('Version')}) ...`);
      for (const path of conffiles) this.#removePath(path, name);
      await this.#script(paragraph, 'postrm', ['purge'], 'post-removal');
    }
    for (const { name: file } of process.readdir(`${dpkgFolder}/info`)) {
      if (file.startsWith(`${name}.`) || file.startsWith(`${name}:`)) {
        if (purge || conffiles.length === 0 || !/\.(list|postrm|conffiles)$/.test(file)) process.unlink(`${dpkgFolder}/info/${file}`);
      }
    }
    if (purge || conffiles.length === 0) this.database.packages.delete(name);
    else paragraph.set('Status', 'deinstall ok config-files');
    this.database.save();
    this.#log(`status not-installed ${name}:${paragraph.get('Architecture')} <none>`);
  }

  #excluded(path: string, directory: boolean): boolean {
    let excluded = false;
    for (const { include, pattern } of this.#excludes) {
      if (matchGlob(pattern, path)) excluded = !include;
    }
    return excluded && !directory;
  }

  /** Removes what belongs to no other package; a directory only when it is empty. */
  #removePath(path: string, owner?: string): void {
    const process = this.#process;
    try {
      if (isDirectory(process.lstat(path).mode)) {
        if (path === '/.' || [...this.database.packages.values()].some((other) => other.get('Package') !== owner && this.database.filesOf(other).includes(path))) return;
        process.rmdir(path);
      } else process.unlink(path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  async #script(paragraph: Paragraph, kind: string, args: string[], words: string): Promise<void> {
    const process = this.#process;
    const path = this.database.infoFile(paragraph, kind);
    if (!process.exists(path)) return;
    const name = paragraph.get('Package') ?? '';
    const stop = (why: string): never => {
      throw new ScriptError(`${why.startsWith('unable') ? why : `installed ${name} package ${words} script subprocess ${why}`}`);
    };
    try {
      process.chmod(path, 0o755);
      const env = { ...process.env, DPKG_MAINTSCRIPT_NAME: kind, DPKG_MAINTSCRIPT_PACKAGE: name, DPKG_MAINTSCRIPT_ARCH: 'amd64', DPKG_ADMINDIR: dpkgFolder, DPKG_ROOT: '' };
      const status = await process.wait(process.spawn(path, [path, ...args], { env, cwd: '/' }));
      if (status?.kind === 'exited' && status.status !== 0) stop(`returned error exit status ${status.status}`);
      if (status?.kind === 'signaled') stop(`was killed by signal (${status.signal.slice(3)})`);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      stop(`unable to execute installed ${name} package ${words} script (${path}): ${reason(error)}`);
    }
  }
}

/** A long path as dpkg shows it: `.../archives/netbase_6.5_all.deb`. */
function trimPath(path: string): string {
  let rest = path;
  while (rest.length > 30 && rest.indexOf('/', 1) >= 0) rest = rest.slice(rest.indexOf('/', 1));
  return rest === path ? path : `...${rest}`;
}

function readExcludes(process: Process): { include: boolean; pattern: string }[] {
  let names: string[] = [];
  try {
    names = process.readdir('/etc/dpkg/dpkg.cfg.d').map((entry) => entry.name).sort();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return names.flatMap((name) => [...readIfThere(process, `/etc/dpkg/dpkg.cfg.d/${name}`).matchAll(/^path-(include|exclude)[= ]\s*(\S+)/gm)].map((match) => ({ include: match[1] === 'include', pattern: match[2] ?? '' })));
}
