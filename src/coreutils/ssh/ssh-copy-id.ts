import { rawProgram } from '../program/index.ts';
import { getopt, UsageError } from '../program/index.ts';
import { findUserById } from './user.ts';

const usage = 'Usage: /usr/bin/ssh-copy-id [-h|-?|-f|-n|-s|-x] [-i [identity_file]] [-t target_path] [-F ssh_config] [[-o ssh_option] ...] [-p port] [user@]hostname\n	-f: force mode -- copy keys without trying to check if they are already installed\n	-n: dry run    -- no keys are actually copied\n	-s: use sftp   -- use sftp instead of executing remote-commands. Can be useful if the remote only allows sftp\n	-x: debug      -- enables -x in this shell, for debugging\n	-h|-?: print this help\n';

/** ssh-copy-id(1): puts a public key into authorized_keys of another host. */
export const sshCopyId = rawProgram('ssh-copy-id', async (tool, words) => {
  const { process, out } = tool;
  let args;
  try {
    args = getopt({ identity: '-i=', port: '-p=', option: '-o=', config: '-F=', target: '-t=', force: '-f', dry: '-n', help: '-h' }, words, { permute: true });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await tool.errorText(usage);
    return 1;
  }
  const [destination] = args.operands;
  if (destination === undefined || args.has('help')) {
    await tool.errorText(usage);
    return 1;
  }
  const folder = `${findUserById(process).home}/.ssh`;
  const newest = process.exists(folder) ? process.readdir(folder).map(({ name }) => name).filter((name) => /^id.*\.pub$/.test(name) && !name.endsWith('-cert.pub')).sort((a, b) => process.stat(`${folder}/${b}`).mtime - process.stat(`${folder}/${a}`).mtime)[0] : undefined;
  const named = args.value('identity') ?? `${folder}/${newest ?? 'id_ed25519'}`;
  const path = named.endsWith('.pub') ? named : `${named}.pub`;
  if (!process.exists(path)) {
    await tool.errorText(args.has('identity') ? `\n/usr/bin/ssh-copy-id: ERROR: failed to open ID file '${path}': No such file\n` : '/usr/bin/ssh-copy-id: ERROR: No identities found\n');
    return 1;
  }
  const line = process.readTextFile(path).trim();
  const ssh = ['ssh', ...(args.has('port') ? ['-p', args.value('port') ?? ''] : []), ...args.values('option').flatMap((value) => ['-o', value])];
  const run = async (words: string[], quiet: boolean): Promise<number> => {
    const nowhere = process.open('/dev/null', 'r+');
    const status = await process.wait(process.spawn('/usr/bin/ssh', [...ssh, ...words], { fds: { 0: nowhere, 1: nowhere, 2: quiet ? nowhere : 2 } }));
    process.close(nowhere);
    return status?.kind === 'exited' ? status.status : 255;
  };
  await tool.errorText(`/usr/bin/ssh-copy-id: INFO: Source of key(s) to be installed: "${path}"\n`);
  await tool.errorText('/usr/bin/ssh-copy-id: INFO: attempting to log in with the new key(s), to filter out any that are already installed\n');
  const privatePath = path.replace(/\.pub$/, '');
  if (!args.has('force') && (await run(['-i', privatePath, '-o', 'PasswordAuthentication=no', '-o', 'StrictHostKeyChecking=yes', destination, 'true'], true)) === 0) {
    await tool.errorText('\n/usr/bin/ssh-copy-id: WARNING: All keys were skipped because they already exist on the remote system.\n\t\t(if you think this is a mistake, you may want to use -f option)\n\n');
    return 0;
  }
  await tool.errorText('/usr/bin/ssh-copy-id: INFO: 1 key(s) remain to be installed -- if you are prompted now it is to install the new keys\n');
  const status = await run(['-o', 'PubkeyAuthentication=no', destination, `umask 077; mkdir -p .ssh && echo '${line}' >> .ssh/authorized_keys`], false);
  if (status !== 0) return 1;
  out.write(`\nNumber of key(s) added: 1\n\nNow try logging into the machine, with:   "ssh ${[...ssh.slice(1), destination].map((word) => (word === destination ? `'${word}'` : word)).join(' ')}"\nand check to make sure that only the key(s) you wanted were added.\n\n`);
  return 0;
});
