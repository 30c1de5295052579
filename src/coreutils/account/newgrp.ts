import type { Program } from '../../kernel/uapi/index.ts';
import { findGroup, groupsOfUser, passwordEntries, rawProgram } from '../program/index.ts';

/** A shell, or a command, with another group: newgrp(1), sg(1). */
function program(name: 'newgrp' | 'sg'): Program {
  return rawProgram(name, async (tool, words) => {
    const { process } = tool;
    const rest = [...words];
    const login = rest[0] === '-' || rest[0] === '-l';
    if (login) rest.shift();
    const user = passwordEntries(process).find((entry) => entry.uid === process.credentials.uid);
    const wanted = rest.shift();
    const command = rest[0] === '-c' ? rest[1] : rest[0];
    const group = wanted === undefined ? findGroup(process, user?.gid ?? 0) : findGroup(process, wanted) ?? (/^\d+$/.test(wanted) ? findGroup(process, Number(wanted)) : undefined);
    if (name === 'sg' && wanted === undefined) {
      await tool.errorText('Usage: sg group [[-c] command]\n');
      return 1;
    }
    if (!group || !user) {
      await tool.errorText(`${name}: no such group\n`);
      return 1;
    }
    const own = groupsOfUser(process, user);
    if (process.credentials.uid !== 0 && !own.includes(group.gid) && !process.credentials.groups.includes(group.gid)) {
      await tool.errorText(`Password: ${name}: failed to crypt password with previous salt: Invalid argument\n`.replace(/Password: .*/, 'Invalid password.'));
      return 1;
    }
    const { uid, groups } = process.credentials;
    process.setCredentials({ uid, euid: uid, gid: group.gid, egid: group.gid, groups: [...new Set([...groups, group.gid])], ...(uid !== 0 && { capabilities: new Set<string>() }) });
    const shell = process.env['SHELL'] ?? (user.shell || '/bin/sh');
    const base = shell.slice(shell.lastIndexOf('/') + 1);
    return await process.exec(name === 'sg' && command !== undefined ? '/bin/sh' : shell, name === 'sg' && command !== undefined ? ['sh', '-c', command] : [login ? `-${base}` : base]);
  });
}

export const newgrp = program('newgrp');
export const sg = program('sg');
