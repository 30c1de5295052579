import type { Completer } from '../shell/index.ts';

/** Tab completion of `docker` for the shell; the command is loaded when Tab is first pressed after its name. */
export const completeDocker: Completer = async ({ words, process }) => {
  const { completeDocker: complete } = await import('../docker/cli/index.ts');
  const completion = await complete(process, words.slice(1));
  return completion.files ? undefined : completion.words;
};
