/** What the synchronous calls of a process that has ended throw. It is no Error: let it through. */
class EndOfProcess {
  readonly reason = 'the process has ended';
}

/** The one value that calls of an ended process throw. Its blocking calls never return, except those of pid 1, which reject with it. */
export const endOfProcess: unknown = new EndOfProcess();

/** Whether `error` says that the process has ended. For work in the background of a program: `serve().catch((error) => { if (!isEndOfProcess(error)) throw error; })`. */
export function isEndOfProcess(error: unknown): boolean {
  return error === endOfProcess;
}
