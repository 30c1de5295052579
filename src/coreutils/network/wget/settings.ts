import { isSystemError } from '../../../kernel/uapi/index.ts';
import { bytesOf, reason, type Tool, UsageError } from '../../program/index.ts';
import { hasLetter } from './file-name.ts';
import type { Log } from './log.ts';
import type { WgetArguments } from './options.ts';
import { progressStyle } from './progress.ts';

/** A combination of options that wget does not do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Whether the usage line follows. */
  readonly usage: boolean;

  constructor(message: string, usage = false) {
    super(message);
    this.usage = usage;
  }
}

/** Milliseconds that an option allows; undefined for no limit. Throws a UsageError. */
export function period(args: WgetArguments, log: Log, key: 'timeout' | 'connectTimeout' | 'readTimeout' | 'dnsTimeout' | 'wait' | 'waitRetry', name: string): number | undefined {
  const text = args.value(key);
  if (text === undefined) return undefined;
  const match = /^(\d+(?:\.\d*)?|\.\d+)([smhdw]?)$/.exec(text);
  if (!match) throw new UsageError(`--${name}: Invalid time period ${log.quote(text)}`, false);
  return Number(match[1]) * 1000 * ({ m: 60, h: 3600, d: 86_400, w: 604_800 }[match[2] ?? ''] ?? 1);
}

/** Looks for values that make no sense, in the order in which wget complains. Throws a UsageError. */
export function checkValues(args: WgetArguments, log: Log): void {
  for (const [key, name] of [['timeout', 'timeout'], ['connectTimeout', 'connect-timeout'], ['readTimeout', 'read-timeout'], ['dnsTimeout', 'dns-timeout'], ['wait', 'wait'], ['waitRetry', 'waitretry']] as const) period(args, log, key, name);
  for (const header of args.values('header')) if (header !== '' && !/^[^\s:]+:/.test(header)) throw new UsageError(`--header: Invalid header ${log.quote(header)}.`, false);
  const style = args.value('progress');
  if (style !== undefined && !progressStyle(style)) throw new UsageError(`--progress: Invalid progress type ${log.quote(style)}.`, false);
  const letters = args.values('letters').join('');
  const wrong = /[^cvdHp]/.exec(letters)?.[0];
  if (wrong !== undefined) throw new UsageError(`illegal option -- \`-n${wrong}'`);
}

/** Looks for options that do not go together. Throws a Refusal. */
export function checkTogether(args: WgetArguments): void {
  const quiet = args.has('quiet');
  if (args.has('verbose') && quiet) throw new Refusal("Can't be verbose and quiet at the same time.", true);
  if (args.has('timestamping') && noClobber(args)) throw new Refusal("Can't timestamp and not clobber old files at the same time.", true);
  if (args.has('postData') && args.has('postFile')) throw new Refusal('You cannot specify both --post-data and --post-file.');
  const body = args.has('bodyData') || args.has('bodyFile');
  if (args.has('method') && (args.has('postData') || args.has('postFile'))) throw new Refusal('You cannot use --post-data or --post-file along with --method. --method expects data through --body-data and --body-file options');
  if (args.has('bodyData') && args.has('bodyFile')) throw new Refusal('You cannot specify both --body-data and --body-file.');
  if (body && !args.has('method')) throw new Refusal('You must specify a method through --method=HTTPMethod to use with --body-data or --body-file.');
}

export function noClobber(args: WgetArguments): boolean {
  return args.has('noClobber') || hasLetter(args, 'c');
}

/** The body of a request: of --post-data, --post-file and their kin. Throws a Refusal for a file that cannot be read. */
export function requestBody({ process }: Tool, args: WgetArguments, log: Log): Uint8Array | undefined {
  const text = args.value('postData') ?? args.value('bodyData');
  if (text !== undefined) return bytesOf(text);
  const path = args.value('postFile') ?? args.value('bodyFile');
  if (path === undefined) return undefined;
  try {
    return process.readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Refusal(`BODY data file ${log.quote(path)} missing: ${reason(error)}`);
  }
}
