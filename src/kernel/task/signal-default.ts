import type { Signal } from '../uapi/index.ts';

/** What a signal does when nobody handles it: the table of signal(7). */
export type DefaultAction = 'terminate' | 'core' | 'ignore' | 'stop' | 'continue';

const others: Partial<Record<Signal, DefaultAction>> = {
  SIGQUIT: 'core', SIGILL: 'core', SIGTRAP: 'core', SIGABRT: 'core', SIGBUS: 'core', SIGFPE: 'core', SIGSEGV: 'core', SIGXCPU: 'core',
  SIGXFSZ: 'core', SIGSYS: 'core',
  SIGCHLD: 'ignore', SIGURG: 'ignore', SIGWINCH: 'ignore',
  SIGSTOP: 'stop', SIGTSTP: 'stop', SIGTTIN: 'stop', SIGTTOU: 'stop',
  SIGCONT: 'continue',
};

export function defaultAction(signal: Signal): DefaultAction {
  return others[signal] ?? 'terminate';
}
