import { indentWithTab } from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { Compartment, type Extension, type StateEffect } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { editorText } from '../../i18n/editor-texts.ts';
import type { Settings } from '../settings.ts';
import { locale } from '../texts.ts';
import { editorTheme } from './editor-theme.ts';
import { phrases, relabelled } from './phrases.ts';

const wrap = new Compartment();
const words = new Compartment();

const wrapping = ({ wrap: on }: Settings): Extension => (on ? EditorView.lineWrapping : []);
const worded = (path: string): Extension => [phrases(), EditorView.contentAttributes.of({ 'aria-label': editorText(locale(), 'label', { path }), 'aria-keyshortcuts': 'Control+F F8 Control+S' })];

/** What every open file's editor has. */
export function editorSetup(path: string, settings: Settings): Extension {
  return [basicSetup, editorTheme, indentUnit.of('  '), keymap.of([indentWithTab, { key: 'Escape', run: letTabLeave }]), tabStays, wrap.of(wrapping(settings)), words.of(worded(path))];
}

/** Brings a file's editor up to the settings and the page's language. */
export function brought(path: string, settings: Settings): StateEffect<unknown>[] {
  return [wrap.reconfigure(wrapping(settings)), words.reconfigure(worded(path)), relabelled.of(null)];
}

/** After Escape, Tab goes on to what comes next on the page, until something is typed. */
function letTabLeave(view: EditorView): boolean {
  view.setTabFocusMode(true);
  return true;
}

const tabStays: Extension = [
  EditorView.updateListener.of(({ docChanged, view }) => {
    if (docChanged) view.setTabFocusMode(false);
  }),
  EditorView.domEventHandlers({ blur: (_, view) => view.setTabFocusMode(false) }),
];
