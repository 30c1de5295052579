import type { WaitStatus } from '../../kernel/index.ts';

/** A process of a job. `status` is undefined while it runs. */
export interface JobProcess {
  pid: number;
  status: WaitStatus | undefined;
}

/** A pipeline that the shell started, as `jobs` shows it. */
export interface Job {
  id: number;
  pgid: number;
  processes: JobProcess[];
  command: string;
  state: 'running' | 'stopped' | 'done';
  foreground: boolean;
  /** Its last change was told to the user. */
  notified: boolean;
  /** SIGHUP is not passed on (`disown -h`). */
  keep: boolean;
  cwd: string;
}
