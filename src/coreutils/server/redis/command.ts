import type { Client } from './session.ts';
import type { Reply } from './reply.ts';

/** A command as the server knows it. */
export interface Command {
  /** Number of words with the name; negative: at least so many. As COMMAND tells it. */
  arity: number;
  /** Whether it changes data: such commands go to the append-only file. */
  writes?: boolean;
  /** Whether it works before AUTH. */
  open?: boolean;
  /** `words` are those behind the name, binary. */
  run(client: Client, words: readonly string[]): Reply | Promise<Reply>;
}

export type Commands = Readonly<Record<string, Command>>;
