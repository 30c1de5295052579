import { isSystemError } from '../../kernel/uapi/index.ts';
import { rawProgram, reason, type Tool } from '../program/index.ts';
import { type Paragraph } from './control.ts';
import { Database, shownName } from './database.ts';
import { DebError, openDeb } from './deb-file.ts';
import { listTable, queryList, queryOwners, queryStatus } from './dpkg-query.ts';
import { Installer, ScriptError } from './installer.ts';
import { parseRelations } from './relation.ts';
import { isMet } from './plan.ts';
import { layEntry } from './unpack.ts';
import { satisfies } from './version.ts';

const hint = `
Type dpkg --help for help about installing and deinstalling packages [*];
Use 'apt' or 'aptitude' for user-friendly package management;
Type dpkg -Dhelp for a list of dpkg debug flag values;
Type dpkg --force-help for a list of forcing options;
Type dpkg-deb --help for help about manipulating *.deb files;

Options marked [*] produce a lot of output - pipe it through 'less' or 'more' !
`;

export const dpkg = rawProgram('dpkg', async (tool, words) => {
  const rest = words.filter((word) => !/^--(force|no-debsig|refuse|admindir|root|instdir)/.test(word) && word !== '-E' && word !== '-G');
  const [action, ...names] = rest;
  const database = new Database(tool.process);
  switch (action) {
    case undefined:
      await tool.errorText(`dpkg: error: need an action option\n${hint}`);
      return 2;
    case '-l': case '--list': return await listTable(tool, database, names);
    case '-s': case '--status': return await queryStatus(tool, database, names);
    case '-L': case '--listfiles': return await queryList(tool, database, names);
    case '-S': case '--search': return await queryOwners(tool, database, names);
    case '--get-selections':
      for (const [name, paragraph] of [...database.packages].sort(([a], [b]) => (a < b ? -1 : 1))) tool.out.write(`${shownName(paragraph)}${'\t'.repeat(Math.max(1, 6 - Math.floor(shownName(paragraph).length / 8)))}${paragraph.get('Status')?.split(' ')[0] ?? ''}\n`.replace('undefined', name));
      return 0;
    case '--print-architecture': tool.out.write('amd64\n'); return 0;
    case '--print-foreign-architectures': return 0;
    case '--add-architecture': case '--remove-architecture': case '--clear-selections': case '--set-selections': return 0;
    case '--version': tool.out.write(`Debian 'dpkg' package management program version ${database.version('dpkg') ?? '1.22.22'} (amd64).\nThis is free software; see the GNU General Public License version 2 or\nlater for copying conditions. There is NO warranty.\n`); return 0;
    case '--help': case '-?': tool.out.write('Usage: dpkg [<option>...] <command>\n'); return 0;
    case '--compare-versions': return satisfies(names[0] ?? '', names[1] ?? '', names[2] ?? '') ? 0 : 1;
    case '-i': case '--install': case '--unpack': return await installFiles(tool, database, names, action !== '--unpack');
    case '--configure': case '--triggers-only': return await configureAll(tool, database, names);
    case '-r': case '--remove': case '-P': case '--purge': return await removeNames(tool, database, names, action === '-P' || action === '--purge');
    case '-I': case '--info': case '-c': case '--contents': case '-x': case '--extract': case '-X': case '--vextract': case '-f': case '--field': case '-e': case '--control': return await debAction(tool, action, names);
    default:
      await tool.errorText(action.startsWith('-') ? `dpkg: error: unknown option ${action}\n${hint}` : `dpkg: error: need an action option\n${hint}`);
      return 2;
  }
}, 2);

export const dpkgDeb = rawProgram('dpkg-deb', async (tool, words) => {
  const [action, ...names] = words;
  if (action === undefined) {
    await tool.errorText('dpkg-deb: error: need an action option\n');
    return 2;
  }
  return await debAction(tool, action, names);
}, 2);

async function needRoot(tool: Tool): Promise<boolean> {
  if (tool.process.credentials.euid === 0) return true;
  await tool.errorText('dpkg: error: requested operation requires superuser privilege\n');
  return false;
}

async function installFiles(tool: Tool, database: Database, paths: string[], configure: boolean): Promise<number> {
  if (paths.length === 0) {
    await tool.errorText(`dpkg: error: --install needs at least one package archive file argument\n${hint}`);
    return 2;
  }
  if (!(await needRoot(tool))) return 2;
  const installer = new Installer(tool, database);
  const failures: string[] = [];
  const unpacked: Paragraph[] = [];
  for (const path of paths) {
    try {
      unpacked.push(await installer.unpack(path, path));
    } catch (error) {
      await tool.out.flush();
      if (isSystemError(error, 'ENOENT')) await tool.errorText(`dpkg: error: cannot access archive '${path}': ${reason(error)}\n`);
      else if (error instanceof DebError) await tool.errorText(`dpkg-deb: error: ${error.message}\ndpkg: error processing archive ${path} (--install):\n dpkg-deb --control subprocess failed with exit status 2\n`);
      else if (error instanceof ScriptError || isSystemError(error)) await tool.errorText(`dpkg: error processing archive ${path} (--install):\n ${error.message}\n`);
      else throw error;
      if (isSystemError(error, 'ENOENT')) return 2;
      failures.push(path);
    }
  }
  if (configure) for (const paragraph of unpacked) if (!(await configureOne(tool, installer, paragraph))) failures.push(shownName(paragraph));
  installer.trigger(unpacked);
  await tool.out.flush();
  if (failures.length === 0) return 0;
  await tool.errorText(`Errors were encountered while processing:\n${failures.map((name) => ` ${name}\n`).join('')}`);
  return 1;
}

async function configureOne(tool: Tool, installer: Installer, paragraph: Paragraph): Promise<boolean> {
  const name = shownName(paragraph);
  const missing = [...parseRelations(paragraph.get('Depends')), ...parseRelations(paragraph.get('Pre-Depends'))].filter((group) => !group.some((relation) => isMet(installer.database, relation)));
  try {
    if (missing.length) {
      await tool.out.flush();
      const lines = missing.map((group) => ` ${name} depends on ${group.map((relation) => relation.name + (relation.operator ? ` (${relation.operator} ${relation.version})` : '')).join(' | ')}; however:\n  Package ${group[0]?.name} is not installed.\n`);
      await tool.errorText(`dpkg: dependency problems prevent configuration of ${name}:\n${lines.join('')}\n`);
      throw new ScriptError('dependency problems - leaving unconfigured');
    }
    await installer.configure(paragraph);
    return true;
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    await tool.out.flush();
    await tool.errorText(`dpkg: error processing package ${name} (${missing.length ? '--install' : '--configure'}):\n ${error.message}\n`);
    return false;
  }
}

async function configureAll(tool: Tool, database: Database, names: string[]): Promise<number> {
  if (!(await needRoot(tool))) return 2;
  const installer = new Installer(tool, database);
  let status = 0;
  for (const [name, paragraph] of database.packages) {
    const state = paragraph.get('Status') ?? '';
    if (!/unpacked|half-configured/.test(state) || (!names.includes('-a') && !names.includes('--pending') && !names.includes(name))) continue;
    if (!(await configureOne(tool, installer, paragraph))) status = 1;
  }
  return status;
}

async function removeNames(tool: Tool, database: Database, names: string[], purge: boolean): Promise<number> {
  if (!(await needRoot(tool))) return 2;
  const installer = new Installer(tool, database);
  for (const name of names) {
    const paragraph = database.packages.get(name);
    if (!paragraph || (!database.installed(name) && !purge)) await tool.errorText(`dpkg: warning: ignoring request to remove ${name} which isn't installed\n`);
    else await installer.remove(paragraph, purge);
    await tool.out.flush();
  }
  return 0;
}

async function debAction(tool: Tool, action: string, names: string[]): Promise<number> {
  const { process, out } = tool;
  const [path = ''] = names;
  try {
    const deb = openDeb(process.readFile(path), path);
    switch (action) {
      case '-I': case '--info':
        out.write(` new Debian package, version 2.0.\n size ${process.stat(path).size} bytes.\n`);
        for (const [field, value] of deb.control) out.write(` ${field}: ${value.replaceAll('\n', '\n ')}\n`);
        return 0;
      case '-f': case '--field':
        for (const [field, value] of deb.control) {
          if (names.length === 1) out.write(`${field}: ${value}\n`);
          else if (names.slice(1).includes(field)) out.write(names.length === 2 ? `${value}\n` : `${field}: ${value}\n`);
        }
        return 0;
      case '-c': case '--contents':
        for (const entry of deb.data) out.write(`${entry.type === 'directory' ? 'd' : entry.type === 'symlink' ? 'l' : '-'} ${entry.path}${entry.type === 'directory' ? '/' : ''}${entry.linkPath ? ` -> ${entry.linkPath}` : ''}\n`);
        return 0;
      case '-x': case '--extract': case '-X': case '--vextract': {
        const target = names[1] ?? '.';
        for (const entry of deb.data) {
          if (action.startsWith('-X') || action === '--vextract') out.write(`${entry.path}\n`);
          await layEntry(process, entry, `${target}/${entry.path.replace(/^\.?\/?/, '')}`.replace(/\/$/, ''), { owners: process.credentials.euid === 0, times: true, linkRoot: target });
        }
        return 0;
      }
      case '-e': case '--control': {
        const target = names[1] ?? 'DEBIAN';
        if (!process.exists(target)) process.mkdir(target);
        for (const [name, { bytes, mode }] of deb.controlFiles) process.writeFile(`${target}/${name}`, bytes, { mode: mode & 0o777 });
        process.writeFile(`${target}/control`, [...deb.control].map(([field, value]) => `${field}: ${value}\n`).join(''));
        return 0;
      }
      default:
        await tool.errorText(`dpkg-deb: error: unknown option ${action}\n`);
        return 2;
    }
  } catch (error) {
    if (error instanceof DebError) await tool.errorText(`dpkg-deb: error: ${error.message}\n`);
    else if (isSystemError(error)) await tool.errorText(`dpkg-deb: error: failed to read archive '${path}': ${reason(error)}\n`);
    else throw error;
    return 2;
  }
}

