import { EngineError } from '../engine-error.ts';
import { type HostFiles, hasErrno } from '../ports/host-files.ts';
import { scopedPath } from '../store/scoped-path.ts';

/** Who a process runs as. */
export interface ContainerUser {
  uid: number;
  gid: number;
  additionalGids: number[];
  home: string;
}

interface PasswdEntry {
  name: string;
  uid: number;
  gid: number;
  home: string;
}

interface GroupEntry {
  name: string;
  gid: number;
  members: string[];
}

/** Finds `USER[:GROUP]` (names or numbers; empty is root) in a container's own /etc/passwd and /etc/group. */
export function lookUpUser(files: HostFiles, root: string, spec: string, groupAdd: readonly string[] = []): ContainerUser {
  const [userPart = '', groupPart = ''] = spec.split(':');
  const passwd = readPasswd(files, root);
  const groups = readGroups(files, root);
  const wanted = userPart === '' ? '0' : userPart;
  const entry = passwd.find((each) => each.name === wanted) ?? passwd.find((each) => String(each.uid) === wanted);
  if (!entry && !/^\d+$/.test(wanted)) throw new EngineError('invalidParameter', `unable to find user ${wanted}: no matching entries in passwd file`);
  if (!entry && Number(wanted) > 2147483647) throw new EngineError('invalidParameter', 'uids and gids must be in range 0-2147483647');
  const uid = entry?.uid ?? Number(wanted);
  let gid = entry?.gid ?? 0;
  let additionalGids: number[] = [];
  if (groupPart !== '') {
    const group = groups.find((each) => each.name === groupPart) ?? groups.find((each) => String(each.gid) === groupPart);
    if (!group && !/^\d+$/.test(groupPart)) throw new EngineError('invalidParameter', `unable to find group ${groupPart}: no matching entries in group file`);
    gid = group?.gid ?? Number(groupPart);
  } else if (entry) {
    additionalGids = groups.filter((group) => group.members.includes(entry.name)).map((group) => group.gid);
  }
  for (const name of groupAdd) {
    const group = groups.find((each) => each.name === name);
    if (!group && !/^\d+$/.test(name)) throw new EngineError('invalidParameter', `Unable to find group ${name}: no matching entries in group file`);
    additionalGids.push(group?.gid ?? Number(name));
  }
  return { uid, gid, additionalGids: [...new Set([gid, ...additionalGids])], home: entry?.home || '/' };
}

function readPasswd(files: HostFiles, root: string): PasswdEntry[] {
  return readTable(files, root, '/etc/passwd').flatMap(([name = '', , uid = '', gid = '', , home = '']) => (/^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ name, uid: Number(uid), gid: Number(gid), home }] : []));
}

function readGroups(files: HostFiles, root: string): GroupEntry[] {
  return readTable(files, root, '/etc/group').flatMap(([name = '', , gid = '', members = '']) => (/^\d+$/.test(gid) ? [{ name, gid: Number(gid), members: members.split(',').filter((member) => member !== '') }] : []));
}

function readTable(files: HostFiles, root: string, path: string): string[][] {
  try {
    return files.readTextFile(scopedPath(files, root, path)).split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => line.split(':'));
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'EINVAL')) return [];
    throw error;
  }
}
