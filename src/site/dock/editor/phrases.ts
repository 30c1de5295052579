import { EditorState, type Extension, StateEffect } from '@codemirror/state';
import { codemirrorRu } from '../../i18n/codemirror-ru.ts';
import { locale } from '../texts.ts';

/** The page has another language: what is said in the editor is said again. */
export const relabelled = StateEffect.define<null>();

/** CodeMirror's phrases in the page's language. */
export function phrases(): Extension {
  return locale() === 'ru' ? EditorState.phrases.of(codemirrorRu) : [];
}
