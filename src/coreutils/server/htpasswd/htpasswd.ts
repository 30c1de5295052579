import { decodeUtf8 } from '../../../base/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../../program/index.ts';
import { readCommandLine, type Request } from './command-line.ts';
import { hashPassword, matchesHash } from './hash.ts';
import { usage } from './usage.ts';

const filePermission = 1;
const syntax = 2;
const verification = 3;

/** htpasswd(1) of apache2-utils: password files of servers. */
export const htpasswd = rawProgram('htpasswd', async (tool, words) => {
  const request = readCommandLine(words);
  if (!('status' in request)) return await run(tool, request);
  if (request.words !== undefined) await tool.error(request.words);
  if (request.words === undefined || request.status < 0) await tool.errorText(usage);
  return Math.abs(request.status);
});

async function run(tool: Tool, request: Request): Promise<number> {
  const { process } = tool;
  const { task, file, user } = request;
  if (task === 'show') {
    const hash = await newHash(tool, request);
    if (typeof hash === 'number') return hash;
    tool.out.write(`${user}:${hash}\n\n`);
    return 0;
  }
  const exists = process.exists(file);
  if (!exists && task !== 'create') {
    await tool.error(`cannot modify file ${file}; use '-c' to create it`);
    return filePermission;
  }
  const lines = exists && task !== 'create' ? process.readTextFile(file).split('\n').filter((line, index, all) => line !== '' || index < all.length - 1) : [];
  const at = lines.findIndex((line) => !line.startsWith('#') && line.startsWith(`${user}:`));
  if (task === 'verify') return await verify(tool, request, lines[at]);
  if (task === 'delete') {
    await tool.errorText(at < 0 ? `User ${user} not found\n` : `Deleting password for user ${user}\n`);
    if (at >= 0) lines.splice(at, 1);
    return at < 0 ? 0 : await save(tool, file, lines);
  }
  const hash = await newHash(tool, request);
  if (typeof hash === 'number') return hash;
  if (at < 0) lines.push(`${user}:${hash}`);
  else lines[at] = `${user}:${hash}`;
  const status = await save(tool, file, lines);
  if (status === 0) await tool.errorText(`${at < 0 ? 'Adding' : 'Updating'} password for user ${user}\n`);
  return status;
}

async function save(tool: Tool, file: string, lines: readonly string[]): Promise<number> {
  try {
    tool.process.writeFile(file, lines.map((line) => `${line}\n`).join(''));
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(`cannot create file ${file}`);
    return filePermission;
  }
}

async function verify(tool: Tool, request: Request, line: string | undefined): Promise<number> {
  if (line === undefined) {
    await tool.errorText(`User ${request.user} not found\n`);
    return 6;
  }
  const password = request.from === 'line' ? request.password : await ask(tool, request.from === 'input' ? '' : 'Enter password: ');
  const good = await matchesHash(password, line.slice(line.indexOf(':') + 1));
  await tool.errorText(good ? `Password for user ${request.user} correct.\n` : 'password verification failed\n');
  return good ? 0 : verification;
}

async function newHash(tool: Tool, request: Request): Promise<string | number> {
  let { password } = request;
  if (request.from === 'input') password = await ask(tool, '');
  if (request.from === 'prompt') {
    password = await ask(tool, 'New password: ');
    if ((await ask(tool, 'Re-type new password: ')) !== password) {
      await tool.error('password verification error');
      return verification;
    }
  }
  if (request.algorithm === 'bcrypt' && (request.cost < 4 || request.cost > 17)) {
    await tool.error('Unable to encode with bcrypt: Invalid argument');
    return syntax + 1;
  }
  if (request.algorithm === 'plain') await tool.errorText('Warning: storing passwords as plain text might just not work on this platform.\n');
  return await hashPassword(password, request, tool.process.random);
}

/** A line of standard input, unseen on a terminal. */
async function ask(tool: Tool, prompt: string): Promise<string> {
  const { process } = tool;
  if (prompt !== '') await tool.errorText(prompt);
  const terminal = process.isatty(0);
  const saved = terminal ? process.tcgetattr(0) : undefined;
  if (saved) process.tcsetattr(0, { echo: false });
  let text = '';
  try {
    while (!text.includes('\n')) {
      const bytes = await process.read(0, 1);
      if (bytes.length === 0) break;
      text += decodeUtf8(bytes);
    }
  } finally {
    if (saved) process.tcsetattr(0, saved);
  }
  if (terminal) await tool.errorText('\n');
  return text.replace(/\r?\n$/, '');
}
