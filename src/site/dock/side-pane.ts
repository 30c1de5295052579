import type { Backend } from '../../backend/index.ts';
import type { Typed } from './terminal-view.ts';

/** The panes that can stand beside the terminal, in the order of their buttons. */
export const sideNames = ['map', 'xray', 'preview'] as const;
export type SideName = (typeof sideNames)[number];

/** What a pane asks of the dock. */
export interface SideActions {
  /** Puts a command on the command line of a host's terminal, without Enter; tells when it could not. */
  insert(command: string, host: string): Typed;
  /** The learner is done here: the focus goes back to the terminal. */
  leave(): void;
  /** Something happened that the learner may want to look at: a dot at the pane's button, while the pane is closed. */
  mark(): void;
}

/** A pane beside the terminal. It is loaded when it is first opened, and outlives navigation. */
export interface SidePane {
  /** The lab's hosts are there. */
  connect(backend: Backend, hosts: readonly string[]): void;
  /** The hosts went away. */
  disconnect(): void;
  /** Whether it is seen; hidden, it asks nothing. */
  show(visible: boolean): void;
  /** The learner works on this host's terminal. */
  follow(host: string): void;
  focus(): void;
  /** Says everything again in the page's language. */
  relabel(): void;
}

/** Makes a pane inside `root`, which is empty. */
export type CreateSidePane = (root: HTMLElement, actions: SideActions) => SidePane;
