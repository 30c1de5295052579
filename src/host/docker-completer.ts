import type { Completer } from '../shell/index.ts';

/** Tab completion of `docker` for the shell; the command is loaded when Tab is first pressed after its name. */
export const completeDocker: Completer = async (line) => {
  const { words, process } = line;
  if (words[1] === 'compose' && words.length > 2) return completeCompose({ ...line, words: words.slice(1) });
  const { completeDocker: complete } = await import('../docker/cli/index.ts');
  const completion = await complete(process, words.slice(1));
  return completion.files ? undefined : completion.words;
};

/** The same of `docker-compose`, and of `docker compose` after its first word. */
export const completeCompose: Completer = async ({ words, process }) => {
  const { completeCompose: complete } = await import('../docker/compose/index.ts');
  const completion = await complete(process, words.slice(1));
  return completion.files ? undefined : completion.words;
};
