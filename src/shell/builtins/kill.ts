import { isSystemError, parseSignal, type Signal, signalNumbers, strerror } from '../../kernel/index.ts';
import { type Builtin, textArguments, usage } from './builtin.ts';
import { findJob } from './job-spec.ts';

export const kill: Builtin = {
  name: 'kill', usage: '[-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]', summary: 'Send a signal to a job.',
  async run(shell, args) {
    const words = textArguments(args);
    let signal: Signal | undefined = 'SIGTERM';
    let index = 0;
    const first = words[0] ?? '';
    if (first === '-l' || first === '-L') return list(words.slice(1));
    if (first === '-s' || first === '-n' || (/^-./.test(first) && first !== '--')) {
      const named = first === '-s' || first === '-n';
      const text = named ? words[1] : first.slice(1);
      if (text === undefined) {
        await shell.complain(`kill: ${first}: option requires an argument`);
        return 1;
      }
      signal = text === '0' ? undefined : parseSignal(text);
      if (signal === undefined && text !== '0' && text.toUpperCase() !== 'EXIT') {
        await shell.complain(`kill: ${text}: invalid signal specification`);
        return 1;
      }
      index = named ? 2 : 1;
    }
    if (words[index] === '--') index++;
    const targets = words.slice(index);
    if (targets.length === 0) return usage(shell, kill);
    let status = 0;
    for (const target of targets) {
      if (target.startsWith('%')) {
        const job = await findJob(shell, 'kill', target);
        if (!job) {
          status = 1;
          continue;
        }
        const control = shell.options.has('monitor');
        for (const pid of control ? [-job.pgid] : job.processes.map((process) => process.pid)) if (!(await send(pid, target))) status = 1;
        if (job.state === 'stopped' && (signal === 'SIGTERM' || signal === 'SIGHUP')) await send(-job.pgid, target, 'SIGCONT');
      } else if (/^-?\d+$/.test(target)) {
        if (!(await send(Number(target), target))) status = 1;
      } else {
        await shell.complain(`kill: ${target}: arguments must be process or job IDs`);
        status = 1;
      }
    }
    return status;

    async function send(pid: number, shown: string, what: Signal | undefined = signal): Promise<boolean> {
      try {
        shell.process.kill(pid, what);
        // A signal to oneself comes before the next command.
        await shell.process.checkpoint();
        return true;
      } catch (error) {
        if (!isSystemError(error)) throw error;
        if (shell.settings.dialect.name === 'ash') await shell.writeError(`${shell.prefix}can't kill pid ${shown.replace('%', '')}: ${strerror(error.code)}\n`);
        else await shell.complain(`kill: (${shown.replace('%', '')}) - ${strerror(error.code)}`);
        return false;
      }
    }

    async function list(specs: readonly string[]): Promise<number> {
      if (specs.length === 0) {
        await shell.write(1, signalTable());
        return 0;
      }
      let result = 0;
      for (const spec of specs) {
        const number = Number(spec);
        if (/^\d+$/.test(spec)) {
          const wanted = number > 128 ? number - 128 : number;
          const name = Object.entries(signalNumbers).find(([, value]) => value === wanted)?.[0] ?? (wanted === 0 ? 'SIGEXIT' : undefined);
          if (name !== undefined) {
            await shell.write(1, `${name.slice(3)}\n`);
            continue;
          }
        } else {
          const name = parseSignal(spec);
          if (name) {
            await shell.write(1, `${signalNumbers[name]}\n`);
            continue;
          }
        }
        await shell.complain(`kill: ${spec}: invalid signal specification`);
        result = 1;
      }
      return result;
    }
  },
};

/** The table of `kill -l` and `trap -l`. */
export function signalTable(): string {
  const names: [number, string][] = Object.entries(signalNumbers).map(([name, number]) => [number, name]);
  for (let number = 34; number <= 64; number++) {
    names.push([number, number === 34 ? 'SIGRTMIN' : number === 64 ? 'SIGRTMAX' : number <= 49 ? `SIGRTMIN+${number - 34}` : `SIGRTMAX-${64 - number}`]);
  }
  return names.map(([number, name], index) => `${String(number).padStart(2)}) ${name}${index % 5 === 4 || index === names.length - 1 ? '\n' : '\t'}`).join('');
}
