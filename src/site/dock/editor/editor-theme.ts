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
    '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--hairline)' },
    '.cm-panel.cm-search': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.375rem', padding: '0.5rem 2rem 0.5rem 0.75rem', fontSize: '0.8125rem', maxHeight: '9.5rem', overflowY: 'auto' },
    '.cm-panel.cm-search br': { flexBasis: '100%', content: '""' },
    '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': { margin: '0' },
    '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '0.25rem', fontSize: 'inherit' },
    '.cm-panel.cm-search [name=close]': { top: '0.25rem', right: '0.25rem', width: '1.75rem', height: '1.75rem', fontSize: '1.125rem', color: 'var(--ink-soft)', cursor: 'pointer' },
    '.cm-textfield': { flex: '1 1 8rem', minWidth: '0', maxWidth: '16rem', padding: '0.25rem 0.5rem', font: 'inherit', color: 'var(--ink)', backgroundColor: 'var(--raised)', border: '1px solid var(--hairline-strong)', borderRadius: '4px' },
    '.cm-button': { padding: '0.25rem 0.625rem', font: 'inherit', color: 'var(--ink)', backgroundImage: 'none', backgroundColor: 'var(--raised)', border: '1px solid var(--hairline-strong)', borderRadius: '4px', cursor: 'pointer' },
    '.cm-button:hover': { backgroundColor: 'var(--blue-wash)' },
    '.cm-button:active': { backgroundImage: 'none' },
    '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--warm) 26%, transparent)' },
    '.cm-searchMatch.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--warm) 48%, transparent)' },
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
