/** How the words of a command are completed: what `complete` registered. */
export interface CompletionSpec {
  actions: Set<string>;
  options: Set<string>;
  glob: string | undefined;
  words: string | undefined;
  functionName: string | undefined;
  command: string | undefined;
  filter: string | undefined;
  prefix: string | undefined;
  suffix: string | undefined;
}

/** Names under which `complete -D`, `-E` and `-I` are kept. */
export const specialSpecs = { D: '_DefaultCmD_', E: '_EmptycmD_', I: '_InitialWorD_' } as const;
