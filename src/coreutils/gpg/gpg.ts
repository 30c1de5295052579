import { noBytes } from '../../base/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { rawProgram, readInput, reason, type Tool } from '../program/index.ts';
import { type GpgArguments, parseArguments } from './arguments.ts';
import { commands } from './commands.ts';
import { GpgFailure, type GpgInvocation } from './invocation.ts';
import { Keyring } from './keyring.ts';

/** gpg(1) of GnuPG 2.4: keys, signatures and armor that other OpenPGP programs read; encryption is not part of this sandbox. */
export const gpg = rawProgram('gpg', (tool, words) => run(tool, words, 'gpg'));

/** gpgv(1): checks signatures against a ring of trusted keys. */
export const gpgv = rawProgram('gpgv', (tool, words) => run(tool, ['--verify', '--batch', '--no-default-keyring', ...(words.some((word) => word.startsWith('--keyring')) ? [] : ['--keyring', 'trustedkeys.kbx']), ...words], 'gpgv'));

async function run(tool: Tool, words: readonly string[], name: 'gpg' | 'gpgv'): Promise<number> {
  const { process } = tool;
  const args = parseArguments(words);
  const has = (option: string): boolean => args.options.some((each) => each.name === option);
  const value = (option: string): string | undefined => args.options.findLast((each) => each.name === option)?.value;
  const quiet = has('quiet');
  const say = async (message: string): Promise<void> => {
    await tool.errorText(message.split('\n').map((line, i) => (i === 0 ? `${name}: ${line}\n` : `${line}\n`)).join(''));
  };
  if (args.wrong !== undefined) {
    await say(args.wrong);
    return 2;
  }
  for (const word of args.late) await say(`Note: '${word}' is not considered an option`);
  const statusFd = value('status-fd');
  const status = async (line: string): Promise<void> => {
    if (statusFd === undefined) return;
    await tool.out.flush();
    await process.write(Number(statusFd), `[GNUPG:] ${line}\n`);
  };
  const ring = new Keyring(process, (message) => (quiet && / created$/.test(message) ? Promise.resolve() : say(message)), { home: value('homedir'), rings: args.options.filter((each) => each.name === 'keyring').map((each) => each.value), withDefault: !has('no-default-keyring') });
  const invocation: GpgInvocation = { tool, process, ring, has, value, operands: args.operands, withoutTrust: name === 'gpgv', say: (message) => (quiet && /^(Total number processed|  +(un)?(imported|changed)|key [\dA-F]+:)/.test(message) ? Promise.resolve() : say(message)), status };
  try {
    const code = await dispatch(invocation, args);
    if (code !== 0) await status(`FAILURE gpg-exit ${0x2000000 + 1}`);
    return code;
  } catch (error) {
    if (error instanceof GpgFailure) {
      for (const line of error.lines) await say(line);
      await status(`FAILURE gpg-exit ${0x2000000 + 1}`);
      return error.status;
    }
    if (isSystemError(error)) {
      await say(`fatal: ${reason(error)}`);
      return 2;
    }
    throw error;
  }
}

async function dispatch(invocation: GpgInvocation, args: GpgArguments): Promise<number> {
  const asked = args.commands.length > 1 ? args.commands.filter((name) => name !== 'fingerprint') : args.commands;
  const [command] = asked.length > 0 ? asked : args.commands;
  if (command === undefined) {
    await invocation.ring.open();
    await invocation.say('WARNING: no command supplied.  Trying to guess what you mean ...');
    const bytes = await readInput(invocation.process, args.operands[0] ?? '-');
    return (await import('./guess.ts')).guess(invocation, bytes.length === 0 ? noBytes : bytes);
  }
  const run = commands[command];
  if (!run) throw new GpgFailure([`--${command} is not part of this sandbox`]);
  return run(invocation);
}

