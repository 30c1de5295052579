import { fileType, fileTypeMask, isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { getopt, rawProgram, reason, type Tool, UsageError } from '../program/index.ts';
import { say } from './prompt.ts';
import { sshOptions } from './ssh.ts';

const usage = 'usage: scp [-346ABCOpqRrsTv] [-c cipher] [-D sftp_server_path] [-F ssh_config]\n           [-i identity_file] [-J destination] [-l limit] [-o ssh_option]\n           [-P port] [-S program] [-X sftp_option] source ... target\n';

/** `host:path` in two; undefined for what is here. */
function remote(word: string): { host: string; path: string } | undefined {
  const [, host, path = ''] = /^([^/:]+):(.*)$/s.exec(word) ?? [];
  return host === undefined ? undefined : { host, path: path === '' ? '.' : path };
}

const quote = (text: string): string => (text.startsWith('~') ? text : `'${text.replaceAll("'", "'\\''")}'`);
const isFolder = (process: Process, path: string): boolean => process.exists(path) && (process.stat(path).mode & fileTypeMask) === fileType.directory;

/** scp(1): copies files between hosts, over ssh and tar or cat at its other end. */
export const scp = rawProgram('scp', async (tool, words) => {
  let args;
  try {
    args = getopt({ ...sshOptions, port: '-P=', recursive: '-r', preserve: '-p', legacy: '-O', through: '-3', limit: '-l=', sftp: '-s' }, words, { permute: false });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await tool.errorText(`scp: ${error.message.startsWith('invalid') ? 'unknown option' : 'option requires an argument'} -- ${error.message.at(-2)}\r\n${usage}`);
    return 1;
  }
  const sources = args.operands.slice(0, -1);
  const target = args.operands.at(-1);
  if (target === undefined || sources.length === 0) {
    await tool.errorText(usage);
    return 1;
  }
  const ssh = ['ssh', '-x', ...(args.has('port') ? ['-p', args.value('port') ?? ''] : []), ...args.values('identity').flatMap((path) => ['-i', path]), ...args.values('option').flatMap((value) => ['-o', value])];
  let status = 0;
  for (const source of sources) {
    const [from, to] = [remote(source), remote(target)];
    if (from && to) {
      await say(tool, 'scp: copying between two other hosts is not part of this sandbox; copy here first\n');
      return 1;
    }
    const recursive = args.has('recursive');
    status = Math.max(status, from ? await download(tool, ssh, from, target, recursive) : (to ? await upload(tool, ssh, source, to, recursive) : await copyHere(tool, source, target, recursive, args.has('preserve'))));
  }
  return status;
});

async function run(process: Process, words: string[], fds: { 0?: number; 1?: number }): Promise<number> {
  const pid = process.spawn('/usr/bin/ssh', words, { fds: { 0: fds[0] ?? 0, 1: fds[1] ?? 1, 2: 2 } });
  const status = await process.wait(pid);
  return status?.kind === 'exited' ? status.status : 255;
}

/** Neither end is another host: cp does it. */
async function copyHere({ process }: Tool, source: string, target: string, recursive: boolean, preserve: boolean): Promise<number> {
  const pid = process.spawn('/usr/bin/cp', ['cp', ...(recursive ? ['-r'] : []), ...(preserve ? ['-p'] : []), '--', source, target]);
  const status = await process.wait(pid);
  return status?.kind === 'exited' ? status.status : 255;
}

async function upload(tool: Tool, ssh: string[], source: string, { host, path }: { host: string; path: string }, recursive: boolean): Promise<number> {
  const { process } = tool;
  const base = source.replace(/\/+$/, '').split('/').at(-1) ?? source;
  if (isFolder(process, source)) {
    if (!recursive) {
      await say(tool, `scp: local "${source}" is not a regular file\nscp: failed to upload file ${source} to ${path}\n`);
      return 1;
    }
    const [read, write] = process.pipe();
    const folder = source.replace(/\/+$/, '').replace(/[^/]*$/, '') || '.';
    const tar = process.spawn('/usr/bin/tar', ['tar', '-C', folder, '-cf', '-', base], { fds: { 1: write, 2: 2 } });
    process.close(write);
    // Into a folder that is there under the old name, else under the new one.
    const script = `p=${quote(path)}; if [ -d "$p" ]; then tar -C "$p" -xf -; else mkdir "$p" && tar -C "$p" --strip-components=1 -xf -; fi`;
    const status = await run(process, [...ssh, host, script], { 0: read });
    process.close(read);
    await process.wait(tar);
    return status === 0 ? 0 : status === 255 ? 255 : 1;
  }
  let input: number;
  try {
    input = process.open(source);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await say(tool, `scp: stat local "${source}": ${reason(error)}\n`);
    return 255;
  }
  const mode = (process.fstat(input).mode & 0o777).toString(8);
  const status = await run(process, [...ssh, host, `p=${quote(path)}; if [ -d "$p" ]; then p="$p"/${quote(base)}; fi; n=; [ -e "$p" ] || n=1; { cat > "$p"; } 2> /dev/null || { if [ -d "$(dirname "$p")" ]; then printf '%s\\r\\n' "scp: dest open \\"$p\\": Permission denied"; else printf '%s\\r\\n' "scp: dest open \\"$p\\": No such file or directory"; fi >&2; printf '%s\\r\\n' "scp: failed to upload file ${source} to ${path}" >&2; exit 1; }; [ -z "$n" ] || chmod ${mode} "$p"`], { 0: input });
  process.close(input);
  return status === 0 ? 0 : status === 255 ? 255 : 1;
}

async function download(tool: Tool, ssh: string[], { host, path }: { host: string; path: string }, target: string, recursive: boolean): Promise<number> {
  const { process } = tool;
  const base = path.replace(/\/+$/, '').split('/').at(-1) ?? path;
  if (recursive) {
    const into = isFolder(process, target);
    if (!into) process.mkdir(target);
    const [read, write] = process.pipe();
    const tar = process.spawn('/usr/bin/tar', ['tar', '-C', target, ...(into ? [] : ['--strip-components=1']), '-xf', '-'], { fds: { 0: read, 2: 2 } });
    process.close(read);
    const status = await run(process, [...ssh, host, `tar -C "$(dirname ${quote(path)})" -cf - ${quote(base)}`], { 1: write });
    process.close(write);
    await process.wait(tar);
    return status === 0 ? 0 : status === 255 ? 255 : 1;
  }
  const place = isFolder(process, target) ? `${target.replace(/\/+$/, '')}/${base}` : target;
  const partial = `${place}.part${process.pid}`;
  let output: number;
  try {
    output = process.open(partial, 'w', 0o644);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await say(tool, `scp: open local "${place}": ${reason(error)}\n`);
    return 1;
  }
  const nothing = process.open('/dev/null');
  const status = await run(process, [...ssh, host, `p=${quote(path)}; if [ -d "$p" ]; then printf '%s\\r\\n' "scp: download \\"${path}\\": not a regular file" >&2; exit 1; fi; if [ ! -e "$p" ]; then printf '%s\\r\\n' "scp: ${path}: No such file or directory" >&2; exit 1; fi; cat "$p" 2> /dev/null || { printf '%s\\r\\n' "scp: remote open \\"${path}\\": Permission denied" >&2; exit 1; }`], { 0: nothing, 1: output });
  process.close(nothing);
  process.close(output);
  if (status === 0) process.rename(partial, place);
  else process.unlink(partial);
  return status === 0 ? 0 : status === 255 ? 255 : 1;
}
