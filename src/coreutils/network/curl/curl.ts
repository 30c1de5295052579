import { rawProgram, type Tool } from '../../program/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { CommandLine } from './command-line.ts';
import { curlrcPath } from './config-file.ts';
import { CurlIo } from './io.ts';
import { Operation } from './operation.ts';
import { InformationRequest, OptionError } from './option-error.ts';
import { GlobalSettings } from './settings.ts';

/** curl 8.14 as Debian 13 has it. */
export const curl = rawProgram('curl', run, 2);

async function run(tool: Tool, words: string[]): Promise<number> {
  const { process } = tool;
  process.onSignal('SIGPIPE', 'ignore');
  const io = new CurlIo(process);
  const global = new GlobalSettings(io);
  try {
    const line = new CommandLine(global);
    if (!/^(?:-q|--disable$)/.test(words[0] ?? '')) await readCurlrc(global, line);
    if (words.length === 0 && line.operations[0]?.nodes.length === 0) {
      global.help();
      return 2;
    }
    await line.read(words);
    return await new Operation(global, line.operations).run();
  } catch (error) {
    if (error instanceof OptionError) return error.status;
    if (!(error instanceof InformationRequest)) throw error;
    io.out(error.text.out ?? '');
    io.error(error.text.err ?? '');
    return 0;
  } finally {
    await io.flushOut();
  }
}

/** The user's own configuration; what is wrong with it is said and passed over. */
async function readCurlrc(global: GlobalSettings, line: CommandLine): Promise<void> {
  const path = curlrcPath(global);
  if (path === undefined) return;
  try {
    await line.readFile(path);
  } catch (error) {
    if (!(error instanceof OptionError) && !isSystemError(error)) throw error;
  }
}
