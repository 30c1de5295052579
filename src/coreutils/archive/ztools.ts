import type { Program } from '../../kernel/uapi/index.ts';
import { isGzip } from '../../base/gzip/index.ts';
import { rawProgram, reason, spawnCommand, type Tool } from '../program/index.ts';

/** Runs a tool over what files hold once they are unpacked; each through a pipe, as gzip's scripts do. */
async function over(tool: Tool, argv: readonly string[], file: string): Promise<number> {
  const { process } = tool;
  const [read, write] = process.pipe();
  const unpack = spawnCommand(process, ['gzip', '-cdfq', '--', file], { fds: { 0: 0, 1: write, 2: 2 } });
  const pid = spawnCommand(process, argv, { fds: { 0: read, 1: 1, 2: 2 } });
  process.close(read);
  process.close(write);
  const status = await process.wait(pid);
  await process.wait(unpack);
  return status?.kind === 'exited' ? status.status : 2;
}

function grep(name: 'zgrep' | 'zegrep' | 'zfgrep'): Program {
  return rawProgram(name, async (tool, words) => {
    const options: string[] = name === 'zegrep' ? ['-E'] : name === 'zfgrep' ? ['-F'] : [];
    const rest = [...words];
    let pattern: string | undefined;
    while (rest[0]?.startsWith('-') && rest[0] !== '-') {
      const word = rest.shift() ?? '';
      if (word === '--') break;
      if (word === '-e' || word === '-f') {
        pattern = '';
        options.push(word, rest.shift() ?? '');
      } else if (/^-[ABCm]$/.test(word)) options.push(word, rest.shift() ?? '');
      else options.push(word);
    }
    if (pattern === undefined) {
      const given = rest.shift();
      if (given === undefined) {
        await tool.errorText(`${name}: missing pattern; try \`${name} --help' for help\n`);
        return 2;
      }
      options.push('-e', given);
    }
    if (rest.length === 0) return await over(tool, ['grep', ...options], '-');
    let status = 1;
    for (const file of rest) {
      const named = rest.length > 1 && !options.includes('-h') ? ['-H', `--label=${file}`] : [`--label=${file}`];
      const code = await over(tool, ['grep', ...named, ...options], file);
      if (code === 0 || (code > 1 && status !== 0)) status = code;
    }
    return status;
  });
}

export const zgrep = grep('zgrep');
export const zegrep = grep('zegrep');
export const zfgrep = grep('zfgrep');

function compare(name: 'zdiff' | 'zcmp'): Program {
  return rawProgram(name, async (tool, words) => {
    const { process } = tool;
    const options = words.filter((word) => word.startsWith('-') && word !== '-');
    const files = words.filter((word) => !options.includes(word));
    const [first = '', second = first.replace(/\.gz$/, '')] = files;
    const made: string[] = [];
    const plain = async (file: string): Promise<string> => {
      if (file === '-' || !isGzip(process.readFile(file))) return file;
      const path = `/tmp/${name}.${process.pid}.${made.length}`;
      made.push(path);
      const out = process.open(path, 'w', 0o600);
      await process.wait(spawnCommand(process, ['gzip', '-cdfq', '--', file], { fds: { 0: 0, 1: out, 2: 2 } }));
      process.close(out);
      return path;
    };
    try {
      const status = await process.wait(spawnCommand(process, [name.slice(1), ...options, await plain(first), await plain(second)]));
      return status?.kind === 'exited' ? status.status : 2;
    } catch (error) {
      await tool.error(`${first}: ${reason(error)}`);
      return 2;
    } finally {
      for (const path of made) process.unlink(path);
    }
  });
}

export const zdiff = compare('zdiff');
export const zcmp = compare('zcmp');
export const zless = rawProgram('zless', async (tool, words) => {
  let status = 0;
  for (const word of words.filter((one) => !one.startsWith('-'))) status = Math.max(status, await over(tool, ['less'], word));
  return status;
});
