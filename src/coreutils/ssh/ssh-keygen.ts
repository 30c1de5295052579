import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { findUserById } from './user.ts';
import { getopt, rawProgram, reason, type Tool, UsageError } from '../program/index.ts';
import { fingerprint, makeKey, privateFile, publicLine, readPrivateFile, readPublicLine } from './key-file.ts';
import { matchesHost } from './known-hosts.ts';
import { askLine } from './prompt.ts';
import { randomArt } from './random-art.ts';

const options = { type: '-t=', file: '-f=', passphrase: '-N=', comment: '-C=', quiet: '-q', list: '-l', print: '-y', all: '-A', remove: '-R=', find: '-F=', bits: '-b=', verbose: '-v', change: '-p', oldPassphrase: '-P=' };

/** ssh-keygen(1): key pairs of type ed25519 in OpenSSH's own formats, and known_hosts. */
export const sshKeygen = rawProgram('ssh-keygen', async (tool, words) => {
  let args;
  try {
    args = getopt(options, words, { permute: false });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await tool.errorText(`ssh-keygen: ${error.message}\nusage: ssh-keygen [-q] [-t ed25519] [-N new_passphrase] [-C comment] [-f output_keyfile]\n       ssh-keygen -y [-f input_keyfile]\n       ssh-keygen -l [-v] [-f input_keyfile]\n       ssh-keygen -F hostname [-f known_hosts_file]\n       ssh-keygen -R hostname [-f known_hosts_file]\n       ssh-keygen -A\n`);
    return 1;
  }
  const { process } = tool;
  const { home, name } = findUserById(process);
  const file = args.value('file');
  const host = args.value('remove') ?? args.value('find');
  if (args.has('all')) return makeHostKeys(tool);
  if (host !== undefined) return await editKnownHosts(tool, file ?? `${home}/.ssh/known_hosts`, host, args.has('remove'));
  if (args.has('list') || args.has('print')) return await show(tool, file ?? `${home}/.ssh/id_ed25519`, args.has('print'));
  const kind = args.value('type') ?? 'ed25519';
  if (kind !== 'ed25519') {
    await tool.errorText(/^(rsa|ecdsa|dsa|ecdsa-sk|ed25519-sk)$/.test(kind) ? `ssh-keygen: keys of type ${kind} are not part of this sandbox; use -t ed25519, which is what ssh-keygen makes by default\n` : `unknown key type ${kind}\n`);
    return 255;
  }
  return await generate(tool, { path: file, comment: args.value('comment') ?? `${name}@${process.hostname()}`, quiet: args.has('quiet'), passphrase: args.value('passphrase'), home });
});

async function generate(tool: Tool, { path: given, comment, quiet, passphrase, home }: { path: string | undefined; comment: string; quiet: boolean; passphrase: string | undefined; home: string }): Promise<number> {
  const { process, out } = tool;
  const say = async (text: string): Promise<void> => {
    if (!quiet) out.write(text);
    await out.flush();
  };
  await say('Generating public/private ed25519 key pair.\n');
  const usual = `${home}/.ssh/id_ed25519`;
  const path = given ?? ((await askLine(process, `Enter file in which to save the key (${usual}): `)) || usual);
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (folder === `${home}/.ssh` && !process.exists(folder)) {
    process.mkdir(folder, 0o700);
    await say(`Created directory '${folder}'.\n`);
  }
  if (process.exists(path)) {
    const answer = await askLine(process, `${path} already exists.\nOverwrite (y/n)? `);
    if (!/^y/i.test(answer ?? '')) return 1;
  }
  if (passphrase === undefined) {
    const first = await askLine(process, `Enter passphrase for "${path}" (empty for no passphrase): `, true);
    const second = await askLine(process, 'Enter same passphrase again: ', true);
    if (first !== second) {
      await tool.errorText('Passphrases do not match.  Try again.\n');
      return 1;
    }
    passphrase = first;
  }
  if (passphrase) await tool.errorText('ssh-keygen: passphrases are not part of this sandbox: the key is kept without one\n');
  const key = makeKey(process.random, comment);
  try {
    process.writeFile(path, privateFile(key, process.random), { mode: 0o600 });
    process.chmod(path, 0o600);
    process.writeFile(`${path}.pub`, `${publicLine(key)}\n`, { mode: 0o644 });
  } catch (error) {
    await tool.errorText(`Saving key "${path}" failed: ${reason(error)}\n`);
    return 1;
  }
  await say(`Your identification has been saved in ${path}\nYour public key has been saved in ${path}.pub\nThe key fingerprint is:\n${fingerprint(key.publicKey)} ${comment}\nThe key's randomart image is:\n${randomArt(key.publicKey)}`);
  return 0;
}

function makeHostKeys(tool: Tool): number {
  ensureHostKey(tool.process);
  return 0;
}

const hostKeyFile = '/etc/ssh/ssh_host_ed25519_key';

/** This machine's key for who connects to it; made when there is none. */
export function ensureHostKey(process: Process): ReturnType<typeof makeKey> {
  const kept = process.exists(hostKeyFile) ? readPrivateFile(process.readTextFile(hostKeyFile)) : undefined;
  if (kept) return kept;
  const key = makeKey(process.random, `root@${process.hostname()}`);
  if (!process.exists('/etc/ssh')) process.mkdir('/etc/ssh');
  process.writeFile(hostKeyFile, privateFile(key, process.random), { mode: 0o600 });
  process.writeFile(`${hostKeyFile}.pub`, `${publicLine(key)}\n`, { mode: 0o644 });
  return key;
}

async function show(tool: Tool, path: string, whole: boolean): Promise<number> {
  const { process, out } = tool;
  let text: string;
  try {
    text = process.readTextFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(whole ? `Load key "${path}": ${reason(error)}\n` : `ssh-keygen: ${path}: ${reason(error)}\n`);
    return 255;
  }
  const key = readPrivateFile(text) ?? readPublicLine(text);
  if (!key) {
    await tool.errorText(`${path} is not a public key file.\n`);
    return 255;
  }
  out.write(whole ? `${publicLine(key)}\n` : `256 ${fingerprint(key.publicKey)} ${key.comment || 'no comment'} (ED25519)\n`);
  return 0;
}

async function editKnownHosts(tool: Tool, path: string, host: string, remove: boolean): Promise<number> {
  const { process, out } = tool;
  if (!process.exists(path)) {
    await tool.errorText(remove ? `mkstemp: No such file or directory\n`.replace('mkstemp', `Cannot stat ${path}`) : '');
    return remove ? 255 : 1;
  }
  const lines = process.readTextFile(path).split('\n').filter((line) => line !== '');
  const found = lines.flatMap((line, index) => (matchesHost(line, host) ? [{ line, number: index + 1 }] : []));
  for (const { line, number } of found) out.write(remove ? `# Host ${host} found: line ${number}\n` : `# Host ${host} found: line ${number} \n${line}\n`);
  if (!remove) return found.length > 0 ? 0 : 1;
  if (found.length === 0) {
    await tool.errorText(`Host ${host} not found in ${path}\n`);
    return 0;
  }
  process.writeFile(`${path}.old`, process.readTextFile(path), { mode: 0o600 });
  process.writeFile(path, lines.filter((line) => !matchesHost(line, host)).map((line) => `${line}\n`).join(''));
  out.write(`${path} updated.\nOriginal contents retained as ${path}.old\n`);
  return 0;
}
