import type { CompletionSet, CompletionKind } from './completion-set.ts';
import type { KeyReader } from './key-reader.ts';
import type { Keymap, KeymapName } from './keymap.ts';
import type { LineBuffer } from './line-buffer.ts';
import type { LineScreen } from './screen.ts';
import type { Settings } from './settings.ts';

/** The line as a shell command bound to a key sees and changes it: offsets in characters. */
export interface LineState {
  text: string;
  cursor: number;
  mark: number;
}

/** How reading a line ended. */
export type LineResult = { kind: 'line'; text: string } | { kind: 'end' } | { kind: 'interrupt' };

/** What the editor needs besides keys. */
export interface EditorHost {
  write(text: string): Promise<void>;
  size(): { rows: number; columns: number };
  /** Earlier lines, the oldest first. */
  history(): readonly string[];
  /** Possible completions at the cursor. */
  complete(line: string, cursor: number, kind: CompletionKind): Promise<CompletionSet>;
  /** Words of a line as the shell cuts it, quotes kept. */
  words(line: string): string[];
  /** The line expanded as the shell would; undefined when it cannot be (the reason was told). */
  expand(how: 'history' | 'alias' | 'history-and-alias' | 'shell' | 'tilde', line: string): Promise<string | undefined>;
  /** Runs a command of `bind -x`. */
  runCommand(command: string, line: LineState): Promise<LineState>;
  /** Lets the user edit the text in their editor; the line to run is what they leave, undefined when the editor failed. */
  editText(text: string): Promise<string | undefined>;
  /** Reads ~/.inputrc again. */
  readInit(): Promise<void>;
  /** What Ctrl-X Ctrl-V shows. */
  readonly version: string;
}

/** One carried-out function: does its work on the line. `count` is the numeric argument, 1 without one. */
export type Command = (editing: Editing, count: number) => void | Promise<void>;

/** The keymaps; those of vi come with their first use. */
export interface Keymaps {
  current: KeymapName;
  get(name: KeymapName): Keymap;
}

/** All that commands work on: the line, the history, the kill ring, the screen. */
export interface Editing {
  readonly buffer: LineBuffer;
  readonly keys: KeyReader;
  readonly host: EditorHost;
  readonly settings: Settings;
  readonly keymaps: Keymaps;
  screen: LineScreen;
  /** The prompt as it is shown now, vi's mode included. */
  promptText(): string;
  /** Name of the function before this one. */
  lastCommand: string;
  /** The numeric argument as typed, or undefined. */
  argument: number | undefined;
  /** Place in the history; its length is the new line. */
  place: number;
  goHistory(place: number): boolean;
  /** Killed texts, the newest first. */
  readonly kills: string[];
  kill(start: number, end: number, side: 'before' | 'after'): void;
  mark: number;
  /** What is shown reversed until the next key: pasted or found text, the region. */
  highlight: { start: number; end: number } | undefined;
  overwrite: boolean;
  /** Set to end the reading. */
  result: LineResult | undefined;
  /** History place that the next line starts from. */
  nextPlace: number | undefined;
  macro: string;
  bell(): Promise<void>;
  /** Ends the line: it is run. */
  accept(): Promise<void>;
  /** Reads a line; `initial` is in it from the start. */
  readLine(prompt: string, initial?: string): Promise<LineResult>;
  /** Gives the line up, as Ctrl-C does. */
  giveUp(): Promise<void>;
  /** Carries out a function by name. */
  run(name: string, count?: number): Promise<void>;
  /** Shows the line as it is now. */
  show(): Promise<void>;
  /** Loads a vi keymap or Emacs's and goes there. */
  useKeymap(name: KeymapName): Promise<void>;
  /** What a lazily loaded room of commands keeps. */
  readonly memory: Map<string, unknown>;
}
