import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the page's colours: they are CSS variables, so the theme needs no second one. */
export const editorTheme: Extension = [
  EditorView.theme({
    '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--screen)', fontSize: 'var(--editor-size, 14px)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.5' },
    '.cm-gutters': { backgroundColor: 'var(--screen)', color: 'var(--ink-soft)', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--blue) 8%, transparent)' },
    '.cm-cursor': { borderLeftColor: 'var(--warm-fill)', borderLeftWidth: '2px' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--blue) 26%, transparent)' },
    '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)' },
    '.cm-matchingBracket': { backgroundColor: 'color-mix(in srgb, var(--warm) 26%, transparent)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], color: 'var(--blue)', fontWeight: '600' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--pass)' },
      { tag: [tags.comment, tags.lineComment], color: 'var(--ink-soft)', fontStyle: 'italic' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--warm)' },
      { tag: [tags.variableName, tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--ink-strong)' },
      { tag: [tags.standard(tags.variableName), tags.atom, tags.meta], color: 'var(--warm)' },
      { tag: tags.invalid, color: 'var(--fail)' },
    ]),
  ),
];
