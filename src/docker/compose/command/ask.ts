import { decodeUtf8 } from '../../../base/index.ts';
import type { Compose } from '../runtime/index.ts';
import { isTrue } from './create-options.ts';

/** Asks yes or no: on a terminal with colours, `y` and `yes` count; from a file or pipe the question stands alone, and one word is read. No answer is no. */
export async function ask(compose: Compose, question: string): Promise<boolean> {
  if (!compose.inputIsTerminal) {
    await compose.out.print(question);
    return isTrue((await readLine(compose)).split(/\s/)[0]);
  }
  const asked = `\x1b[0;1;92m? \x1b[0m\x1b[0;1;99m${question} \x1b[0m`;
  await compose.out.print(`\x1b[0G\x1b[2K${asked}\x1b[0;37m(y/N) \x1b[0m`);
  const yes = /^y(?:es)?$/i.test((await readLine(compose)).trim());
  await compose.out.print(`\x1b[1A\x1b[0G\x1b[2K${asked}\x1b[0;36m${yes ? 'Yes' : 'No'}\x1b[0m\n`);
  return yes;
}

async function readLine(compose: Compose): Promise<string> {
  let text = '';
  while (!text.includes('\n')) {
    const bytes = await compose.process.read(0);
    if (bytes.length === 0) break;
    text += decodeUtf8(bytes);
  }
  return text.split('\n')[0] ?? '';
}
