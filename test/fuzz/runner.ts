import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Trial } from './trial.ts';

type Message = { kind: 'ready' } | { kind: 'alive' } | { kind: 'done'; wrong?: string; heapUsed: number };

/** Without a turn of its event loop for so long a child hangs: typing would stall. */
const hangMs = 15_000;

/** Runs trials one after another in a child process, which is replaced when it hangs or dies. */
export class Runner {
  #child: ChildProcess | undefined;
  #trials = 0;

  /** What went wrong; undefined when nothing did. */
  async run(trial: Trial): Promise<string | undefined> {
    // What one trial leaves behind does not blur what the next one is to blame for.
    if (this.#trials++ % 200 === 199) this.close();
    const child = this.#child ?? (await this.#start());
    return new Promise((resolve) => {
      const finish = (wrong: string | undefined, broken: boolean): void => {
        clearTimeout(timer);
        child.removeAllListeners('message');
        child.removeAllListeners('exit');
        if (broken) this.close();
        resolve(wrong);
      };
      const hung = (): void => finish(`the event loop stood still for ${hangMs / 1000} s`, true);
      let timer = setTimeout(hung, hangMs);
      child.on('message', (message: Message) => {
        clearTimeout(timer);
        timer = setTimeout(hung, hangMs);
        if (message.kind === 'done') finish(message.wrong, false);
      });
      child.on('exit', (code, signal) => finish(`the host died: ${signal ?? `status ${code}`}`, true));
      child.send(trial);
    });
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, 'child.ts'), { execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=2048'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the child for trials did not start: status ${code}`)));
    });
    child.removeAllListeners('exit');
    return child;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
