import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { bytesOf, reason, textOf } from '../program/index.ts';
import { Failure, queue } from './failure.ts';

/** Reads one line of a descriptor, byte by byte so that nothing of the next is taken; undefined at the end of the file. */
export async function readLine(process: Process, fd: number): Promise<string | undefined> {
  const bytes: number[] = [];
  for (;;) {
    const [byte] = await process.read(fd, 1);
    if (byte === undefined && bytes.length === 0) return undefined;
    if (byte === undefined || byte === 10) return textOf(Uint8Array.from(bytes));
    bytes.push(byte);
  }
}

/** Asks for a secret on the terminal, or without one on standard error and input; undefined when there is no answer. */
export async function askSecret(process: Process, prompt: string): Promise<string | undefined> {
  let terminal: number | undefined;
  try {
    terminal = process.open('/dev/tty', 'r+');
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  await process.write(terminal ?? 2, prompt);
  const saved = terminal === undefined ? undefined : process.tcgetattr(terminal);
  if (terminal !== undefined) process.tcsetattr(terminal, { echo: false });
  try {
    return await readLine(process, terminal ?? 0);
  } finally {
    if (terminal !== undefined && saved) {
      process.tcsetattr(terminal, saved);
      await process.write(terminal, '\n');
      process.close(terminal);
    } else await process.write(2, '\n');
  }
}

/** A password for something new, asked twice; at least four characters. `queueAfter`: what the queue says beside that nothing was read. */
export async function askNewPassword(process: Process, prompt = 'Enter PEM pass phrase:', queueAfter: readonly string[] = newKeyQueue, minimum = 4): Promise<Uint8Array> {
  const first = await askSecret(process, prompt);
  const failed = (lines: readonly string[] = []): Failure => new Failure('', [...lines, queue.noPassword, ...queueAfter]);
  if (first === undefined) throw failed();
  if (first.length < minimum) throw failed([`error:14000065:UI routines:UI_set_result_ex:result too small:../crypto/ui/ui_lib.c:898:You must type in ${minimum} to 1024 characters`]);
  if ((await askSecret(process, `Verifying - ${prompt}`)) === first) return bytesOf(first);
  await process.write(2, 'Verify failure\n');
  throw failed();
}

const newKeyQueue = [
  'error:0480006D:PEM routines:PEM_def_callback:problems getting password:../crypto/pem/pem_lib.c:62:', 'error:07880109:common libcrypto routines:do_ui_passphrase:interrupted or cancelled:../crypto/passphrase.c:178:',
  'error:1C80009F:Provider routines:p8info_to_encp8:unable to get passphrase:../providers/implementations/encode_decode/encode_key2any.c:122:',
];

/** What lines of the error queue begin with: the thread's address. */
export function threadId(process: Process): string {
  const [a = 0, b = 0, c = 0, d = 0] = process.random(4);
  const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
  return `40${hex((a & 0xf0) | 7)}${hex(b)}${hex(c)}${hex(d)}7F0000`;
}

/** The password of an option such as `pass:secret`, `file:PATH`, `env:NAME`, `fd:N` or `stdin`; undefined without one. Throws a Failure. */
export async function passwordOf(process: Process, argument: string | undefined): Promise<Uint8Array | undefined> {
  if (argument === undefined) return undefined;
  const fail = (text: string, lines: readonly string[] = []): Failure => new Failure(`${text}\nError getting password\n`, lines);
  if (argument.startsWith('pass:')) return bytesOf(argument.slice(5));
  if (argument.startsWith('env:')) {
    const value = process.env[argument.slice(4)];
    if (value === undefined) throw fail(`No environment variable ${argument.slice(4)}`);
    return bytesOf(value);
  }
  if (argument.startsWith('file:')) {
    const path = argument.slice(5);
    try {
      return bytesOf(process.readTextFile(path).split('\n')[0] ?? '');
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw fail(`Can't open file ${path}`, queue.fopen(path, 'r', reason(error)));
    }
  }
  if (argument === 'stdin' || /^fd:\d+$/.test(argument)) {
    const line = await readLine(process, argument === 'stdin' ? 0 : Number(argument.slice(3)));
    if (line === undefined) throw fail('Error reading password from BIO');
    return bytesOf(line);
  }
  throw fail(argument.includes(':') && argument.indexOf(':') < 5 ? `Invalid password argument, starting with "${argument.slice(0, argument.indexOf(':') + 1)}"` : "Invalid password argument, missing ':' within the first 5 chars");
}
