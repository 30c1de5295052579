import { decodeUtf8 } from '../../../base/index.ts';
import type { Process } from '../../../kernel/uapi/index.ts';
import { readZip, unpackEntry } from '../../archive/zip-file.ts';
import type { Installed, PythonEnvironment } from './environment.ts';

function makeFolders(process: Process, path: string): void {
  if (path === '' || process.exists(path)) return;
  makeFolders(process, path.slice(0, path.lastIndexOf('/')));
  process.mkdir(path);
}

/** Lays a wheel's files into site-packages and its commands into bin. */
export function installWheel(process: Process, environment: PythonEnvironment, wheel: Uint8Array): void {
  const { site, prefix, minor } = environment;
  let commands = '';
  let record: string | undefined;
  const lines: string[] = [];
  for (const entry of readZip(wheel)) {
    if (entry.name.endsWith('/')) continue;
    const path = `${site}/${entry.name}`;
    makeFolders(process, path.slice(0, path.lastIndexOf('/')));
    const data = unpackEntry(entry);
    if (entry.name.endsWith('.dist-info/entry_points.txt')) commands = decodeUtf8(data);
    if (entry.name.endsWith('.dist-info/RECORD')) {
      record = path;
      lines.push(...decodeUtf8(data).split('\n').filter(Boolean));
    } else process.writeFile(path, data, { mode: 0o644 });
  }
  for (const [, name = '', module = '', attribute = ''] of commands.matchAll(/^([\w.-]+)\s*=\s*([\w.]+):(\w+)$/gm)) {
    const script = `#!${prefix}/bin/python${minor}\n# -*- coding: utf-8 -*-\nimport re\nimport sys\nfrom ${module} import ${attribute}\nif __name__ == '__main__':\n    sys.argv[0] = re.sub(r'(-script\\.pyw|\\.exe)?$', '', sys.argv[0])\n    sys.exit(${attribute}())\n`;
    makeFolders(process, `${prefix}/bin`);
    process.writeFile(`${prefix}/bin/${name}`, script, { mode: 0o755 });
    lines.push(`../../../bin/${name},,`);
  }
  if (record === undefined) return;
  const info = record.slice(site.length + 1, record.lastIndexOf('/'));
  process.writeFile(`${site}/${info}/INSTALLER`, 'pip\n');
  process.writeFile(`${site}/${info}/REQUESTED`, '');
  process.writeFile(record, `${[`${info}/INSTALLER,,`, `${info}/REQUESTED,,`, ...lines].join('\n')}\n`);
}

/** The files of an installed distribution, below the prefix's folders as RECORD names them: absolute paths. */
export function filesOf(process: Process, { site }: PythonEnvironment, { info }: Installed): string[] {
  const path = `${site}/${info}/RECORD`;
  if (!process.exists(path)) return [];
  return process.readTextFile(path).split('\n').filter(Boolean).map((line) => {
    const [name = ''] = line.split(',', 1);
    return name.startsWith('../../../') ? `${site.split('/').slice(0, -3).join('/')}/${name.slice(9)}` : `${site}/${name}`;
  });
}

/** Takes an installed distribution away, with what Python compiled of it. */
export function uninstallDistribution(process: Process, environment: PythonEnvironment, installed: Installed): void {
  const folders = new Set<string>();
  for (const path of filesOf(process, environment, installed)) {
    if (process.exists(path)) process.unlink(path);
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (folder.startsWith(`${environment.site}/`)) folders.add(folder);
  }
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) removeIfEmpty(process, environment.site, folder);
}

function removeIfEmpty(process: Process, site: string, folder: string): void {
  if (!folder.startsWith(`${site}/`) || !process.exists(folder)) return;
  const cache = `${folder}/__pycache__`;
  if (process.exists(cache)) {
    for (const { name } of process.readdir(cache)) process.unlink(`${cache}/${name}`);
    process.rmdir(cache);
  }
  if (process.readdir(folder).length > 0) return;
  process.rmdir(folder);
  removeIfEmpty(process, site, folder.slice(0, folder.lastIndexOf('/')));
}
