import { type Errno, type Program, signalNumbers, strerror } from '../../kernel/uapi/index.ts';
import { processCalls, startOf } from './calls.ts';
import type { Waiting } from './protocol.ts';
import { runJq } from './run.ts';

/** jq's status when the system refuses something. */
const systemError = 2;

/** The real jq 1.7.1, compiled to WebAssembly, on the files and streams of its process. `waiting`: as the engine can. */
export function jqProgram(waiting?: Waiting): Program {
  return async (process) => {
    const end = await runJq({ start: startOf(process), calls: processCalls(process), signal: process.signal, ...(waiting && { waiting }) });
    if ('status' in end) return end.status;
    if ('unwritten' in end) {
      await process.write(2, `jq: error: writing output failed: ${strerror(end.unwritten as Errno)}\n`);
      return systemError;
    }
    process.kill(process.pid, end.signal);
    await process.sleep(0);
    return 128 + signalNumbers[end.signal];
  };
}

export const jq = jqProgram();
