/** What is to be completed: as the place in the line demands, or what the key names. */
export type CompletionKind = 'default' | 'filename' | 'command' | 'variable' | 'username' | 'hostname' | 'glob';

/** A possible completion. */
export interface CompletionItem {
  /** Text to insert, quoted as the shell needs. */
  text: string;
  /** What the list shows. */
  label: string;
  /** What follows the only one: a blank, a slash, a quote. */
  end: string;
}

/** What may stand in the line from `start` (an offset in UTF-16 units) to the cursor. */
export interface CompletionSet {
  start: number;
  items: readonly CompletionItem[];
  /** Compare without case. */
  ignoreCase?: boolean;
}
