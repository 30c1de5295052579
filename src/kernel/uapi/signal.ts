/** Signal numbers of Linux on x86-64, by name: signal(7). */
export const signalNumbers = {
  SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9, SIGUSR1: 10,
  SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGSTKFLT: 16, SIGCHLD: 17, SIGCONT: 18, SIGSTOP: 19,
  SIGTSTP: 20, SIGTTIN: 21, SIGTTOU: 22, SIGURG: 23, SIGXCPU: 24, SIGXFSZ: 25, SIGVTALRM: 26, SIGPROF: 27, SIGWINCH: 28,
  SIGIO: 29, SIGPWR: 30, SIGSYS: 31,
} as const;

/** A signal's name. Real-time signals are not modelled. */
export type Signal = keyof typeof signalNumbers;

/** The signal that `text` names: `TERM`, `SIGTERM`, `term` or `15`; undefined when there is none. */
export function parseSignal(text: string): Signal | undefined {
  const upper = text.toUpperCase();
  for (const [name, number] of Object.entries(signalNumbers)) {
    if (upper === name || `SIG${upper}` === name || upper === String(number)) return name as Signal;
  }
  return undefined;
}

/** What a process does on a signal: the default of signal(7), nothing, or a function of its own. A handler runs synchronously on delivery; the blocked system call, if any, then fails with EINTR (unless `restart`). */
export type SignalDisposition = 'default' | 'ignore' | { handle(signal: Signal): void; restart?: boolean };
