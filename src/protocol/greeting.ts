import type { ErrorData } from './errors.ts';

/** Opens a session on a server: whoever has it is the learner. */
export interface SessionKey {
  id: string;
  token: string;
}

/** The first that a page sends over a WebSocket, as JSON text. */
export interface Greeting {
  /** What the server has put into its own pages. */
  token: string;
  /** The session that the page had before. */
  session?: SessionKey;
}

/** What a server does before its hosts can be had. */
export interface Waiting {
  /** The part that it makes now: what hosts start from, what they take for the internet. */
  part: 'host' | 'packages' | 'images' | 'load' | 'start';
  /** How many parts are there, and how many there will be. */
  done: number;
  all: number;
}

/** What a server answers, as JSON text: any number of `waiting`, then one of the others. After `welcome` frames of the protocol follow. */
export type Reply = { kind: 'waiting'; waiting: Waiting } | { kind: 'welcome'; session: SessionKey } | { kind: 'refused'; error: ErrorData };

/** Why a server has no hosts, as codes of the error in its reply. */
export const serverRefusals = ['docker-missing', 'docker-not-running', 'docker-not-permitted', 'docker-elsewhere', 'golden-impossible', 'golden-failed', 'wrong-token', 'too-many-sessions'] as const;
/** One of `serverRefusals`. */
export type ServerRefusal = (typeof serverRefusals)[number];
