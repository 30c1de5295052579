/** A document that stands in the Dockerfile itself: `<<EOT`. */
export interface Heredoc {
  name: string;
  /** `<<-`: leading tabs are taken off. */
  chomp: boolean;
  /** Variables are expanded unless the name was quoted. */
  expand: boolean;
  content: string;
}

const heredocWord = /^(\d*)<<(-?)([^<]+)$/;

/** Whether the word opens a heredoc, and which. */
export function parseHeredocWord(word: string): Omit<Heredoc, 'content'> | undefined {
  const match = heredocWord.exec(word);
  const rest = match?.[3];
  if (!match || rest === undefined || /^\s/.test(rest)) return undefined;
  const name = rest.replace(/^(["'])(.*)\1$/, '$2').replace(/\\(.)/g, '$1');
  if (name === '') return undefined;
  return { name, chomp: match[2] === '-', expand: name === rest };
}

/** Heredocs that a logical line opens, in order. Words in quotes are not looked at. */
export function heredocsOf(line: string): Omit<Heredoc, 'content'>[] {
  const found = [];
  for (const word of shellWords(line)) {
    const heredoc = parseHeredocWord(word);
    if (heredoc) found.push(heredoc);
  }
  return found;
}

/** Splits as a shell would, keeping the quotes in the words. */
function shellWords(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    if (quote === '' && /\s/.test(char)) {
      if (word !== '') words.push(word);
      word = '';
      continue;
    }
    word += char;
    if (char === '\\' && quote !== "'") word += line[++at] ?? '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  if (word !== '') words.push(word);
  return words;
}

/** The content as the command gets it. */
export function heredocText(heredoc: Heredoc): string {
  return heredoc.chomp ? heredoc.content.replace(/^\t+/gm, '') : heredoc.content;
}

/** The first line, for a step's name. */
export function summarizeHeredoc(content: string): string {
  const lines = content.trim().split('\n');
  return lines.length > 1 ? `${lines[0]}...` : (lines[0] ?? '');
}
