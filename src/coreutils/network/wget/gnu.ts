import { isSystemError, type Program } from '../../../kernel/uapi/index.ts';
import { defineProgram, readInput, reason, textOf, type Tool } from '../../program/index.ts';
import { readAddress, UrlError } from './address.ts';
import { hasLetter, unusedName } from './file-name.ts';
import { Log } from './log.ts';
import { missingOption, options, type WgetArguments } from './options.ts';
import { duration, humanBytes, speed } from './quantities.ts';
import { Session } from './session.ts';
import { checkTogether, checkValues, period, Refusal, requestBody } from './settings.ts';
import { Transfer } from './transfer.ts';
import { usage, version } from './usage.ts';

const usageLine = 'Usage: wget [OPTION]... [URL]...\n';

/** GNU Wget 1.25. */
export const gnuWget: Program = program();

/** `log`: the file to write to, in the child that works in the background. */
function program(log?: string): Program {
  return defineProgram({
    name: 'wget', usage: '[OPTION]... [URL]...', options, ownHelp: true, usageStatus: 2, hint: () => `${usageLine}\nTry \`wget --help' for more options.`,
    run: (tool, args) => start(tool, args as WgetArguments, log),
  });
}

async function start(tool: Tool, args: WgetArguments, inBackground?: string): Promise<number> {
  if (args.has('help') || args.has('version')) {
    tool.out.write(args.has('help') ? usage : version);
    return 0;
  }
  const { process } = tool;
  const terse = args.has('nonVerbose') || hasLetter(args, 'v');
  const own = args.value('append') ?? args.value('output');
  const file = inBackground ?? own ?? (args.has('background') && !args.has('quiet') ? unusedName(process, 'wget-log') : undefined);
  const log = new Log(tool, args.has('quiet') ? 'quiet' : terse ? 'terse' : 'verbose', file);
  checkValues(args, log);
  const missing = missingOption(args);
  if (missing !== undefined) {
    await tool.error(`${missing} is not part of this sandbox`);
    return 1;
  }
  try {
    checkTogether(args);
    if (args.operands.length === 0 && !args.has('input')) {
      await tool.error('missing URL');
      await tool.errorText(`${usageLine}\nTry \`wget --help' for more options.\n`);
      return 1;
    }
    if (args.has('timestamping') && args.has('document')) await tool.errorText('WARNING: timestamping does nothing in combination with -O. See the manual\nfor details.\n\n');
    if (args.has('background') && inBackground === undefined) {
      const pid = process.fork(program(file ?? '/dev/null'), { newSession: true });
      tool.out.write(`Continuing in background, pid ${pid}.\n${file === undefined || own !== undefined ? '' : `Output will be written to ${log.quote(file)}.\n`}`);
      return 0;
    }
    const body = requestBody(tool, args, log);
    const broken = log.open(args.has('append'));
    if (broken === undefined) return await work(tool, args, log, body);
    await tool.errorText(`${broken}\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tool.errorText(`${error.message}\n${error.usage ? usageLine : ''}`);
    return 1;
  }
}

/** All the documents, one after the other. */
async function work(tool: Tool, args: WgetArguments, log: Log, body: Uint8Array | undefined): Promise<number> {
  const { process } = tool;
  const begun = process.clock.now();
  const path = args.value('document');
  let document: { fd: number; name: string } | undefined;
  try {
    if (path !== undefined) document = { name: path, fd: path === '-' ? 1 : process.open(path, args.has('continue_') ? 'a' : 'w', 0o666) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await log.always(`${path ?? ''}: ${reason(error)}\n`);
    return 1;
  }
  const session = new Session(tool, args, log);
  const credentials = await credentialsOf(tool, args, log);
  const totals = { bytes: 0, seconds: 0, files: 0 };
  let status = 0;
  const urls = [...args.operands, ...(await listed(tool, args, log))];
  for (const [number, text] of urls.entries()) {
    if (number > 0) await process.sleep(period(args, log, 'wait', 'wait') ?? 0);
    const outcome = await fetchOne(session, text, { body, credentials, document });
    if (outcome.status !== 0 && (status === 0 || outcome.status < status)) status = outcome.status;
    for (const key of ['bytes', 'seconds', 'files'] as const) totals[key] += outcome[key];
  }
  session.close();
  if (document && document.fd !== 1) process.close(document.fd);
  if (totals.bytes > 0 && (args.operands.length > 1 || args.has('input'))) {
    await log.notable(`FINISHED --${log.now()}--\nTotal wall clock time: ${duration((process.clock.now() - begun) / 1000)}\nDownloaded: ${totals.files} files, ${humanBytes(totals.bytes)} in ${duration(totals.seconds)} (${speed(totals.bytes, totals.seconds)})\n`);
  }
  return status;
}

async function fetchOne(session: Session, text: string, plan: ConstructorParameters<typeof Transfer>[1]): ReturnType<Transfer['run']> {
  const { tool, log } = session;
  let whole = text;
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) {
    whole = `http://${text}`;
    await tool.errorText(`Prepended http:// to ${log.quote(text)}\n`);
  }
  try {
    return await new Transfer(session, plan).run(readAddress(whole));
  } catch (error) {
    if (!(error instanceof UrlError)) throw error;
    await log.notable(`${whole}: ${error.message}.\n`);
    return { status: 1, bytes: 0, seconds: 0, files: 0 };
  }
}

/** The URLs of -i: one a line. */
async function listed({ process }: Tool, args: WgetArguments, log: Log): Promise<string[]> {
  const path = args.value('input');
  if (path === undefined) return [];
  let urls: string[] = [];
  try {
    urls = textOf(await readInput(process, path)).split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await log.notable(`${path}: ${reason(error)}\n`);
  }
  if (urls.length === 0) await log.notable(`No URLs found in ${path}.\n`);
  const base = args.value('base');
  return base === undefined ? urls : urls.map((url) => (URL.canParse(url, base) ? new URL(url, base).href : url));
}

/** The user and password of the command line; that of --ask-password is asked for. */
async function credentialsOf(tool: Tool, args: WgetArguments, log: Log): Promise<string | undefined> {
  const user = args.value('httpUser') ?? args.value('user');
  if (user === undefined) return undefined;
  if (!args.has('askPassword')) return `${user}:${args.value('httpPassword') ?? args.value('password') ?? ''}`;
  const { askLine } = await import('../../ssh/prompt.ts');
  return `${user}:${(await askLine(tool.process, `Password for user ${log.quote(user)}: `, true)) ?? ''}`;
}
