import type { Extension } from '@codemirror/state';
import { editorText } from '../../i18n/editor-texts.ts';
import { locale } from '../texts.ts';
import { jsonMistake } from './json-mistake.ts';
import { problems } from './problems.ts';

/** The first mistake in a JSON file, shown in place. */
export function jsonChecks(): Extension {
  return problems({
    find(state) {
      const found = jsonMistake(state.doc.toString());
      return found ? [{ from: found.from, to: found.to, severity: 'error', message: editorText(locale(), found.key, { text: found.text }) }] : [];
    },
    summary: (n) => editorText(locale(), 'jsonProblems', { n }),
    place: ({ message }, line) => editorText(locale(), 'place', { n: line, text: message }),
  });
}
