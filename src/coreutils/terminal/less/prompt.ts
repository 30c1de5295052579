/** What prompts may say: name, place among the files, lines and bytes on the screen, the end. */
export interface PromptFacts {
  name: string | undefined;
  /** The first prompt of a file. */
  fresh: boolean;
  file: number;
  files: number;
  next: string | undefined;
  topLine: number;
  bottomLine: number;
  lines: number | undefined;
  bottomByte: number;
  size: number | undefined;
  atEnd: boolean;
}

export const shortPrompt = '?n?f%f .?m(%T %i of %m) ..?e(END) ?x- Next\\: %x..%t';
export const mediumPrompt = '?n?f%f .?m(%T %i of %m) ..?e(END) ?x- Next\\: %x.:?pB%pB\\%:byte %bB?s/%s...%t';
export const longPrompt = '?f%f .?n?m(%T %i of %m) ..?ltlines %lt-%lb?L/%L. :byte %bB?s/%s. .?e(END) ?x- Next\\: %x.:?pB%pB\\%..%t';
export const equalsPrompt = '?f%f .?m(%T %i of %m) .?ltlines %lt-%lb?L/%L. .byte %bB?s/%s. ?e(END) :?pB%pB\\%..%t';

const percent = (facts: PromptFacts): number | undefined => (facts.size ? Math.round((100 * facts.bottomByte) / facts.size) : undefined);

function holds(condition: string, facts: PromptFacts): boolean {
  switch (condition[0]) {
    case 'n': return facts.fresh;
    case 'f': return facts.name !== undefined;
    case 'm': return facts.files > 1;
    case 'e': return facts.atEnd;
    case 'x': return facts.next !== undefined;
    case 's': case 'B': return facts.size !== undefined;
    case 'p': return percent(facts) !== undefined;
    case 'L': return facts.lines !== undefined;
    case 'l': case 'b': case 'd': case 'c': return true;
    default: return false;
  }
}

function value(letter: string, position: string, facts: PromptFacts): string {
  switch (letter) {
    case 'f': case 'F': return facts.name ?? '';
    case 'i': return String(facts.file);
    case 'm': return String(facts.files);
    case 'T': return 'file';
    case 'x': return facts.next ?? '';
    case 'l': return String(position === 'b' || position === 'B' ? facts.bottomLine : facts.topLine);
    case 'L': return String(facts.lines ?? '');
    case 'b': return String(facts.bottomByte);
    case 's': case 'B': return String(facts.size ?? '');
    case 'p': return String(percent(facts) ?? '');
    default: return '';
  }
}

/** Expands a prompt of less(1), section PROMPTS. */
export function expandPrompt(prompt: string, facts: PromptFacts): string {
  let at = 0;
  const run = (active: boolean, nested: boolean): string => {
    let out = '';
    while (at < prompt.length) {
      const character = prompt[at++] ?? '';
      if (character === '\\') out += prompt[at++] ?? '';
      else if (character === '?') {
        const letter = prompt[at++] ?? '';
        if (/[lbpd]/.test(letter) && /[tmbBj]/.test(prompt[at] ?? '')) at++;
        const yes = holds(letter, facts);
        const first = run(active && yes, true);
        const second = prompt[at - 1] === ':' ? run(active && !yes, true) : '';
        out += yes ? first : second;
      } else if (character === '%') {
        const letter = prompt[at++] ?? '';
        const position = /[lbpd]/.test(letter) && /[tmbBj]/.test(prompt[at] ?? '') ? prompt[at++] ?? '' : '';
        if (letter === 't') out = out.replace(/ +$/, '');
        else out += value(letter, position, facts);
      } else if (nested && (character === '.' || character === ':')) return active ? out : '';
      else out += character;
    }
    return active ? out : '';
  };
  return run(true, false);
}
