import { type EditorState, type Extension, RangeSetBuilder, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip, keymap, type Panel, showPanel } from '@codemirror/view';
import { checkDockerfile } from '../../dockerfile/checks/check-dockerfile.ts';
import type { Finding } from '../../dockerfile/checks/finding.ts';
import { checksText } from '../../i18n/checks-texts.ts';
import { el } from '../dom.ts';
import { locale } from '../texts.ts';

const findings = StateField.define<readonly Finding[]>({
  create: (state) => checkDockerfile(state.doc.toString()),
  update: (value, { docChanged, state }) => (docChanged ? checkDockerfile(state.doc.toString()) : value),
  provide: (field) => [EditorView.decorations.from(field, (value) => (view: EditorView) => underlined(value, view.state)), showPanel.from(field, (value) => (value.length > 0 ? panel : null))],
});

/** Underlines in a Dockerfile, a tooltip on them, and a panel that lists them: the build checks' rules. F8 goes to the next one. */
export function dockerfileChecks(): Extension {
  return [findings, hoverTooltip(tooltip), keymap.of([{ key: 'F8', run: next }]), look];
}

function rangeOf(finding: Finding, { doc }: EditorState): { from: number; to: number } {
  const start = doc.line(Math.min(finding.start, doc.lines));
  return { from: start.from + (/^\s*/.exec(start.text)?.[0].length ?? 0), to: doc.line(Math.min(finding.end, doc.lines)).to };
}

function underlined(value: readonly Finding[], state: EditorState): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const finding of value) {
    const { from, to } = rangeOf(finding, state);
    if (from < to) builder.add(from, to, Decoration.mark({ class: 'cm-check' }));
  }
  return builder.finish();
}

function said(finding: Finding): string {
  return checksText(locale(), 'place', { n: finding.start, rule: finding.rule, text: checksText(locale(), finding.rule, finding.values) });
}

function tooltip(view: EditorView, position: number): { pos: number; end: number; create(): { dom: HTMLElement } } | null {
  const here = view.state.field(findings).filter((finding) => {
    const { from, to } = rangeOf(finding, view.state);
    return from <= position && position <= to;
  });
  const [first] = here;
  if (!first) return null;
  const { from, to } = rangeOf(first, view.state);
  const create = (): { dom: HTMLElement } => ({ dom: el('div', { class: 'cm-check-tip' }, ...here.map((finding) => el('p', {}, el('b', {}, finding.rule), ` ${checksText(locale(), finding.rule, finding.values)}`)), el('p', { class: 'cm-check-newer' }, checksText(locale(), 'newer'))) });
  return { pos: from, end: to, create };
}

function go(view: EditorView, finding: Finding): void {
  const { from } = rangeOf(finding, view.state);
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  view.focus();
}

function next(view: EditorView): boolean {
  const all = view.state.field(findings);
  const { head } = view.state.selection.main;
  const finding = all.find((each) => rangeOf(each, view.state).from > head) ?? all[0];
  if (finding) go(view, finding);
  return finding !== undefined;
}

function panel(view: EditorView): Panel {
  const summary = el('summary', { 'aria-live': 'polite' });
  const list = el('ul', {});
  const dom = el('details', { class: 'cm-checks' }, summary, el('p', { class: 'cm-check-newer' }, checksText(locale(), 'newer')), list);
  const draw = (): void => {
    const all = view.state.field(findings);
    summary.textContent = checksText(locale(), 'panel', { n: all.length });
    list.replaceChildren(...all.map((finding) => el('li', {}, el('button', { type: 'button', onclick: () => go(view, finding) }, said(finding)))));
  };
  draw();
  return { dom, update: ({ docChanged }) => (docChanged ? draw() : undefined) };
}

const look = EditorView.theme({
  '.cm-check': { textDecoration: 'underline wavy var(--warm-fill)', textUnderlineOffset: '0.2em', textDecorationSkipInk: 'none' },
  '.cm-check-tip': { maxWidth: '26rem', padding: '0.25rem 0.625rem', font: 'inherit', fontSize: '0.875rem' },
  '.cm-check-tip p': { margin: '0.25rem 0' },
  '.cm-check-newer': { color: 'var(--ink-soft)', fontSize: '0.8125rem', margin: '0.25rem 0' },
  '.cm-checks': { padding: '0.25rem 0.75rem', maxHeight: '9rem', overflow: 'auto', fontSize: '0.8125rem' },
  '.cm-checks summary': { cursor: 'pointer' },
  '.cm-checks ul': { margin: '0', padding: '0', listStyle: 'none' },
  '.cm-checks button': { font: 'inherit', color: 'inherit', background: 'none', border: '0', padding: '0.25rem 0', textAlign: 'start', cursor: 'pointer' },
  '.cm-checks button:hover': { textDecoration: 'underline' },
});
