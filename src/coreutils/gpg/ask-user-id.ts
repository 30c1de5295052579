import { isSystemError } from '../../kernel/uapi/index.ts';
import { textOf } from '../program/index.ts';
import { banner } from './banner.ts';
import { GpgFailure, type GpgInvocation } from './invocation.ts';

/** Asks on the terminal whose key it shall be; undefined when one quits. */
export async function askUserId({ process, tool }: GpgInvocation): Promise<string | undefined> {
  await tool.errorText(`${banner}\nNote: Use "gpg --full-generate-key" for a full featured key generation dialog.\n\nGnuPG needs to construct a user ID to identify your key.\n\n`);
  let terminal: number;
  try {
    terminal = process.open('/dev/tty', 'r+');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new GpgFailure(["cannot open '/dev/tty': No such device or address"]);
  }
  const ask = async (question: string): Promise<string> => {
    await process.write(terminal, question);
    const bytes: number[] = [];
    for (;;) {
      const [byte] = await process.read(terminal, 1);
      if (byte === undefined || byte === 10) return textOf(Uint8Array.from(bytes)).trim();
      bytes.push(byte);
    }
  };
  try {
    let name = await ask('Real name: ');
    let mail = await ask('Email address: ');
    for (;;) {
      const userId = name && mail ? `${name} <${mail}>` : name || mail;
      await process.write(terminal, `You selected this USER-ID:\n    "${userId}"\n\n`);
      const answer = (await ask('Change (N)ame, (E)mail, or (O)kay/(Q)uit? ')).toLowerCase();
      if (answer === 'q') return undefined;
      if (answer === 'o' && userId !== '') return userId;
      if (answer === 'n') name = await ask('Real name: ');
      if (answer === 'e') mail = await ask('Email address: ');
    }
  } finally {
    process.close(terminal);
  }
}
