import type { Process } from '../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../program/index.ts';
import { rehash } from './rehash.ts';

interface Places {
  configuration: string;
  packaged: string;
  local: string;
  store: string;
  bundle: string;
  hooks: string;
}

/** update-ca-certificates(8): puts the certificates that /etc/ca-certificates.conf names, and all of /usr/local/share/ca-certificates, into /etc/ssl/certs. */
export const updateCaCertificates = rawProgram('update-ca-certificates', async (tool, words) => {
  const places: Places = { configuration: '/etc/ca-certificates.conf', packaged: '/usr/share/ca-certificates', local: '/usr/local/share/ca-certificates', store: '/etc/ssl/certs', bundle: 'ca-certificates.crt', hooks: '/etc/ca-certificates/update.d' };
  const flags = { verbose: false, fresh: false, all: false };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    switch (word) {
      case '-v': case '--verbose': flags.verbose = true; break;
      case '-f': case '--fresh': flags.fresh = true; break;
      case '-d': case '--default': flags.fresh = flags.all = true; break;
      case '--certsconf': places.configuration = rest.shift() ?? ''; break;
      case '--certsdir': places.packaged = rest.shift() ?? ''; break;
      case '--localcertsdir': places.local = rest.shift() ?? ''; break;
      case '--certbundle': places.bundle = rest.shift() ?? ''; break;
      case '--etccertsdir': places.store = rest.shift() ?? ''; break;
      case '--hooksdir': places.hooks = rest.shift() ?? ''; break;
      default:
        tool.out.write('/usr/sbin/update-ca-certificates: [--verbose] [--fresh]\n');
        return 0;
    }
  }
  return update(tool, places, flags);
});

async function update(tool: Tool, places: Places, { verbose, fresh, all }: { verbose: boolean; fresh: boolean; all: boolean }): Promise<number> {
  const { process } = tool;
  const { store } = places;
  const configured = process.exists(places.configuration) ? process.readTextFile(places.configuration) : '';
  if (!process.exists(store)) {
    await tool.errorText(`/usr/sbin/update-ca-certificates: 103: cd: can't cd to ${store}\n`);
    return 2;
  }
  if (fresh || configured === '') {
    tool.out.write(`Clearing symlinks in ${store}...\n`);
    for (const path of linksIn(process, store)) {
      const target = process.readlink(path);
      if (target.startsWith(places.packaged) || target.startsWith(places.local) || !process.exists(path)) process.unlink(path);
    }
    tool.out.write('done.\n');
  }
  tool.out.write(`Updating certificates in ${store}...\n`);
  let bundle = '';
  const added: string[] = [];
  const removed: string[] = [];
  const add = (path: string): void => {
    const link = `${store}/${baseName(path).replaceAll(' ', '_').replaceAll(/[()]/g, '=').replaceAll(',', '_')}.pem`;
    if (!process.exists(link) || !isLink(process, link) || process.readlink(link) !== path) {
      if (lexists(process, link)) process.unlink(link);
      process.symlink(path, link);
      added.push(link);
    }
    const text = process.readTextFile(path);
    bundle += text === '' || text.endsWith('\n') ? text : `${text}\n`;
  };
  if (all) for (const path of certificatesIn(process, places.packaged)) add(path);
  const lines = configured.split('\n').filter((line) => line !== '');
  for (const line of lines.filter((each) => each.startsWith('!'))) {
    const link = `${store}/${baseName(line.slice(1))}.pem`;
    if (!lexists(process, link) || !isLink(process, link)) continue;
    process.unlink(link);
    removed.push(link);
  }
  for (const line of lines.filter((each) => !/^[#!]/.test(each))) {
    const path = `${places.packaged}/${line}`;
    if (process.exists(path)) add(path);
    else await tool.errorText(`W: ${path} not found, but listed in ${places.configuration}.\n`);
  }
  if (process.exists(places.local)) for (const path of certificatesIn(process, places.local)) add(path);
  if (added.length + removed.length > 0) await link(tool, store, verbose);
  if (bundle !== '') process.writeFile(`${store}/${places.bundle}`, bundle, { mode: 0o644 });
  tool.out.write(`${added.length} added, ${removed.length} removed; done.\n`);
  if (process.exists(places.hooks)) tool.out.write(`Running hooks in ${places.hooks}...\ndone.\n`);
  return 0;
}

async function link(tool: Tool, store: string, verbose: boolean): Promise<void> {
  const { process } = tool;
  for (const path of linksIn(process, store)) {
    if (process.exists(path)) continue;
    process.unlink(path);
    if (verbose) tool.out.write(`Removed orphan symlink ${path}\n`);
  }
  const { links, warnings } = rehash(process, store);
  await tool.out.flush();
  for (const warning of warnings) await tool.errorText(`rehash: warning: ${warning}\n`);
  if (verbose) tool.out.write(['Doing .', ...links].map((line) => `${line}\n`).join(''));
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.crt$/, '');

function lexists(process: Process, path: string): boolean {
  const slash = path.lastIndexOf('/');
  return process.readdir(path.slice(0, slash)).some(({ name }) => name === path.slice(slash + 1));
}

function isLink(process: Process, path: string): boolean {
  return (process.lstat(path).mode & 0o170000) === 0o120000;
}

function linksIn(process: Process, folder: string): string[] {
  return process.readdir(folder).map(({ name }) => `${folder}/${name}`).filter((path) => isLink(process, path));
}

/** Files `*.crt` below a folder, sorted by path. */
function certificatesIn(process: Process, folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const { name } of process.readdir(path)) {
      const below = `${path}/${name}`;
      if (!process.exists(below)) continue;
      const kind = process.stat(below).mode & 0o170000;
      if (kind === 0o040000) visit(below);
      else if (kind === 0o100000 && name.endsWith('.crt')) found.push(below);
    }
  };
  if (process.exists(folder)) visit(folder);
  return found.toSorted();
}
