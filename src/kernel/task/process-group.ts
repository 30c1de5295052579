import type { Signal } from '../uapi/index.ts';
import type { Pid } from './pid.ts';
import type { Task } from './task.ts';

/** What a session asks of its controlling terminal. */
export interface ControllingTerminal {
  /** `pts/0` */
  readonly name: string;
  foreground: ProcessGroup | undefined;
  session: Session | undefined;
  /** The session leader has ended. */
  disassociate(): void;
}

/** A session: setsid(2). */
export class Session {
  readonly id: Pid;
  leader: Task | undefined;
  terminal: ControllingTerminal | undefined;
  #groups = 0;

  constructor(id: Pid, leader: Task | undefined) {
    this.id = id;
    this.leader = leader;
    id.session = this;
  }

  hold(by: 1 | -1): void {
    this.#groups += by;
    if (this.#groups > 0) return;
    this.id.session = undefined;
    this.id.release();
  }
}

/** A process group: setpgid(2). */
export class ProcessGroup {
  readonly id: Pid;
  readonly session: Session;
  readonly members = new Set<Task>();

  constructor(id: Pid, session: Session) {
    this.id = id;
    this.session = session;
    id.group = this;
    session.hold(1);
  }

  join(task: Task): void {
    this.members.add(task);
  }

  leave(task: Task): void {
    this.members.delete(task);
    if (this.members.size > 0) return;
    if (this.session.terminal?.foreground === this) this.session.terminal.foreground = undefined;
    this.id.group = undefined;
    this.id.release();
    this.session.hold(-1);
  }

  /** No member has a parent in another group of the same session: nobody could continue it after a stop. */
  get orphaned(): boolean {
    for (const task of this.members) {
      const above = task.parent;
      if (task.state !== 'Z' && above && above.group !== this && above.group.session === this.session) return false;
    }
    return true;
  }

  signal(signal: Signal, from?: Task): void {
    for (const task of [...this.members]) task.signal(signal, from);
  }
}
