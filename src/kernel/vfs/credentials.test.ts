import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildTree, type Credentials, isSystemError, type Process } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';

/** A tree in which every rule of permissions is met: path, mode, owner, group, and what it is. */
const tree = [
  ['open', 0o755, 0, 0, 'd'], ['open/r', 0o644, 0, 0, 'f'], ['open/own', 0o200, 1000, 1000, 'f'], ['open/grp', 0o040, 0, 1000, 'f'], ['open/extra', 0o060, 0, 2000, 'f'], ['open/grpdeny', 0o604, 0, 1000, 'f'], ['open/none', 0o000, 1000, 1000, 'f'],
  ['closed', 0o700, 0, 0, 'd'], ['closed/x', 0o777, 1000, 1000, 'f'], ['xonly', 0o711, 0, 0, 'd'], ['xonly/f', 0o666, 0, 0, 'f'], ['ronly', 0o744, 0, 0, 'd'], ['ronly/f', 0o666, 0, 0, 'f'],
  ['tmp', 0o1777, 0, 0, 'd'], ['tmp/mine', 0o600, 1000, 1000, 'f'], ['tmp/theirs', 0o666, 3000, 3000, 'f'], ['tmp/dir', 0o777, 3000, 3000, 'd'], ['shared', 0o2775, 0, 2000, 'd'], ['shared/f', 0o664, 3000, 2000, 'f'],
  ['mine', 0o755, 1000, 1000, 'd'], ['mine/root', 0o600, 0, 0, 'f'], ['mine/suid', 0o4755, 1000, 1000, 'f'],
] as const;

/** Calls on each path by uid 1000 of groups 1000 and 2000; written so that the same text runs on Node's fs and on a process. */
const names = ['stat', 'read', 'append', 'readdir', 'create', 'mkdir', 'unlink', 'rmdir', 'rename', 'chmod', 'chownSelf', 'chgrpExtra', 'chgrpOther', 'utimes', 'truncate', 'link', 'symlink', 'accessR', 'accessW', 'accessX'] as const;

const realScript = `
const fs = require('fs');
const [, root, treeText, namesText] = process.argv;
const build = () => {
  fs.rmSync(root, { recursive: true, force: true });
  fs.mkdirSync(root);
  for (const [p, mode, uid, gid, type] of JSON.parse(treeText)) {
    const at = root + '/' + p;
    if (type === 'd') fs.mkdirSync(at); else fs.writeFileSync(at, 'text');
  }
  for (const [p, mode, uid, gid] of JSON.parse(treeText)) { const at = root + '/' + p; fs.chownSync(at, uid, gid); fs.chmodSync(at, mode); }
};
const calls = {
  stat: (p) => (fs.statSync(p).mode & 0o7777).toString(8),
  read: (p) => fs.readFileSync(p, 'utf8'),
  append: (p) => fs.appendFileSync(p, 'x'),
  readdir: (p) => fs.readdirSync(p).length,
  create: (p) => { fs.writeFileSync(p + '.new', ''); const s = fs.statSync(p + '.new'); return [s.uid, s.gid]; },
  mkdir: (p) => { fs.mkdirSync(p + '.new'); const s = fs.statSync(p + '.new'); return [s.uid, s.gid, (s.mode & 0o7777).toString(8)]; },
  unlink: (p) => fs.unlinkSync(p),
  rmdir: (p) => fs.rmdirSync(p),
  rename: (p) => fs.renameSync(p, p + '.new'),
  chmod: (p) => { fs.chmodSync(p, 0o2777); return (fs.statSync(p).mode & 0o7777).toString(8); },
  chownSelf: (p) => fs.chownSync(p, 1000, -1),
  chgrpExtra: (p) => { fs.chownSync(p, -1, 2000); return (fs.statSync(p).mode & 0o7777).toString(8); },
  chgrpOther: (p) => fs.chownSync(p, -1, 3000),
  utimes: (p) => fs.utimesSync(p, 1, 1),
  truncate: (p) => fs.truncateSync(p, 1),
  link: (p) => fs.linkSync(p, root + '/tmp/linked'),
  symlink: (p) => fs.symlinkSync('x', p + '.link'),
  accessR: (p) => fs.accessSync(p, 4), accessW: (p) => fs.accessSync(p, 2), accessX: (p) => fs.accessSync(p, 1),
};
const results = {};
let changed = true;
process.umask(0o022);
for (const name of JSON.parse(namesText)) for (const [p] of JSON.parse(treeText)) {
  if (changed) build();
  process.setgroups([1000, 2000]); process.setegid(1000); process.seteuid(1000);
  let result;
  try { result = calls[name](root + '/' + p) ?? 'ok'; } catch (error) { result = error.code; }
  process.seteuid(0); process.setegid(0); process.setgroups([0]);
  results[name + ' ' + p] = result;
  changed = !/^E[A-Z]+$/.test(String(result)) && !/^(stat|read|access)/.test(name);
}
console.log(JSON.stringify(results));
`;

function ours(process: Process, name: (typeof names)[number], p: string): unknown {
  const mode = (at: string): string => (process.stat(at).mode & 0o7777).toString(8);
  const allowed = (wanted: string): string => {
    if (!process.access(p, wanted)) throw new Error('EACCES');
    return 'ok';
  };
  switch (name) {
    case 'stat': return mode(p);
    case 'read': return process.readTextFile(p);
    case 'append': return process.writeFile(p, 'x', { append: true });
    case 'readdir': return process.readdir(p).length;
    case 'create': {
      process.writeFile(`${p}.new`, '');
      const { uid, gid } = process.stat(`${p}.new`);
      return [uid, gid];
    }
    case 'mkdir': {
      process.mkdir(`${p}.new`);
      const { uid, gid } = process.stat(`${p}.new`);
      return [uid, gid, mode(`${p}.new`)];
    }
    case 'unlink': return process.unlink(p);
    case 'rmdir': return process.rmdir(p);
    case 'rename': return process.rename(p, `${p}.new`);
    case 'chmod': process.chmod(p, 0o2777); return mode(p);
    case 'chownSelf': return process.chown(p, 1000, -1);
    case 'chgrpExtra': process.chown(p, -1, 2000); return mode(p);
    case 'chgrpOther': return process.chown(p, -1, 3000);
    case 'utimes': return process.utimes(p, 1000, 1000);
    case 'truncate': {
      // Node opens the file for both.
      const fd = process.open(p, 'r+');
      return process.ftruncate(fd, 1);
    }
    case 'link': return process.link(p, '/t/tmp/linked');
    case 'symlink': return process.symlink('x', `${p}.link`);
    case 'accessR': return allowed('r');
    case 'accessW': return allowed('w');
    case 'accessX': return allowed('x');
  }
}

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

describe.skipIf(!asRoot)('permissions, as the kernel below us grants them (needs root)', () => {
  it('agrees for every call on every kind of file', async () => {
    const root = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'perm-')), 't');
    fs.chmodSync(path.dirname(root), 0o755);
    const text = execFileSync(process.execPath, ['-e', realScript, root, JSON.stringify(tree), JSON.stringify(names)], { encoding: 'utf8' });
    fs.rmSync(path.dirname(root), { recursive: true });
    const expected = JSON.parse(text) as Record<string, unknown>;
    const user: Partial<Credentials> = { uid: 0, euid: 1000, gid: 0, egid: 1000, groups: [1000, 2000] };
    const got: Record<string, unknown> = {};
    const template = buildTree([{ path: '/t' }, ...tree.map(([at, mode, uid, gid, type]) => ({ path: `/t/${at}`, mode, uid, gid, ...(type === 'f' ? { content: 'text' } : {}) }))]);
    for (const name of names) {
      for (const [p] of tree) {
        const kernel = bootKernel({}, [], { root: template.clone() });
        got[`${name} ${p}`] = await runIn(kernel, (process) => {
          process.setCredentials(name.startsWith('access') ? { uid: 0, gid: 0 } : user);
          try {
            return ours(process, name, `/t/${p}`) ?? 'ok';
          } catch (error) {
            if (isSystemError(error)) return error.code;
            return (error as Error).message;
          }
        });
        kernel.dispose();
      }
    }
    // Systemd switches this protection on, a bare kernel has it off; ours is on.
    if (fs.readFileSync('/proc/sys/fs/protected_regular', 'utf8').trim() === '0') expected['append tmp/theirs'] = 'EACCES';
    expect(got).toEqual(expected);
  });
});
