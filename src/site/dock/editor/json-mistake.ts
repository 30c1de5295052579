import { jsonLanguage } from '@codemirror/lang-json';
import type { EditorKey } from '../../i18n/editor-en.ts';

/** The first thing that makes a text no JSON. */
export interface JsonMistake {
  from: number;
  to: number;
  key: Extract<EditorKey, `json${string}`>;
  /** What stands there. */
  text: string;
}

/** The first mistake in a JSON text; undefined when there is none, or nothing at all is written. */
export function jsonMistake(text: string): JsonMistake | undefined {
  if (text.trim() === '' || parses(text)) return undefined;
  let at = text.length;
  const tree = jsonLanguage.parser.parse(text);
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) at = Math.min(at, from);
    },
  });
  // What is wrong is the next thing that is written.
  const from = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
  if (from >= text.length) return { from: text.trimEnd().length, to: text.length, key: 'jsonEnd', text: '' };
  const word = /^(?:[\w.+-]+|"[^"\n]*"?|'[^'\n]*'?|\/\/.*|\/\*|[^\n])/.exec(text.slice(from))?.[0] ?? '';
  const before = text.slice(0, from).trimEnd();
  return { from, to: from + word.length, key: tree.resolveInner(before.length, -1).name === 'PropertyName' ? 'jsonColon' : keyOf(before, word), text: word };
}

function keyOf(before: string, word: string): JsonMistake['key'] {
  if (/^[}\]]/.test(word) && before.endsWith(',')) return 'jsonTrailingComma';
  if (word.startsWith("'")) return 'jsonQuotes';
  if (/^(\/\/|\/\*|#)/.test(word)) return 'jsonComment';
  if (/^["{[\w-]/.test(word) && /["}\]\w]$/.test(before)) return 'jsonMissingComma';
  return 'jsonWrong';
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
