import { type Diagnostic, forEachDiagnostic, lintGutter, linter, nextDiagnostic, previousDiagnostic, setDiagnosticsEffect } from '@codemirror/lint';
import { type EditorState, type Extension, Prec, StateField } from '@codemirror/state';
import { type Command, EditorView, keymap, type Panel, showPanel } from '@codemirror/view';
import { editorText } from '../../i18n/editor-texts.ts';
import { el } from '../dom.ts';
import { locale } from '../texts.ts';
import { relabelled } from './phrases.ts';

/** What is wrong at a place of the text, in the page's language. */
export interface Problem {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  /** The rule's name, where it has one. */
  rule?: string;
  message: string;
}

/** Where the problems of a kind of file come from, and what is said of them as a whole. */
export interface ProblemSource {
  find(state: EditorState): readonly Problem[];
  /** How many there are. */
  summary(n: number): string;
  /** Whose words these are. */
  note?(): string;
  /** A problem in the list. */
  place(problem: Problem, line: number): string;
}

/** Pause in typing before the text is looked at, in milliseconds. */
const delay = 300;

/** Whether the learner has unfolded the list: the next file's is too. */
let unfolded = false;

const count = StateField.define<number>({
  create: () => 0,
  update: (value, { effects }) => effects.reduce((now, effect) => (effect.is(setDiagnosticsEffect) ? effect.value.length : now), value),
});

/** Problems shown in place: underlines with a tooltip, marks beside the lines, and a list under the text. F8 and Shift-F8 go from one to the next and say it, Mod-Shift-M goes to the list. */
export function problems(source: ProblemSource): Extension {
  const inPlace = (view: EditorView): Diagnostic[] =>
    source.find(view.state).map(({ from, to, severity, rule, message }) => ({ from, to, severity, message, ...(rule !== undefined && { source: rule, renderMessage: () => el('span', {}, el('b', {}, rule), ` ${message}`) }) }));
  // One and the same function, else the panel would be made anew and lose what is unfolded.
  const list = (view: EditorView): Panel => panel(view, source);
  return [
    count,
    showPanel.from(count, (n) => (n > 0 ? list : null)),
    linter(inPlace, { delay, needsRefresh: ({ transactions }) => transactions.some(({ effects }) => effects.some((effect) => effect.is(relabelled))) }),
    lintGutter(),
    EditorView.updateListener.of(({ view, startState, state }) => {
      const n = state.field(count);
      if (startState.field(count, false) !== n) view.dispatch({ effects: EditorView.announce.of(n > 0 ? source.summary(n) : editorText(locale(), 'noProblems')) });
    }),
    Prec.high(
      keymap.of([
        { key: 'F8', run: told(nextDiagnostic, source), shift: told(previousDiagnostic, source) },
        { key: 'Mod-Shift-m', run: toList, preventDefault: true },
      ]),
    ),
    look,
  ];
}

/** In the order of the text. */
function all(state: EditorState): { problem: Problem; line: number }[] {
  const found: { problem: Problem; line: number }[] = [];
  forEachDiagnostic(state, ({ severity, source, message }, from, to) => {
    found.push({ problem: { from, to, severity: severity === 'error' ? 'error' : 'warning', message, ...(source !== undefined && { rule: source }) }, line: state.doc.lineAt(from).number });
  });
  return found.sort((a, b) => a.problem.from - b.problem.from);
}

/** The command, which also says aloud where it got to. */
function told(command: Command, source: ProblemSource): Command {
  return (view) => {
    const moved = command(view);
    const { from, to } = view.state.selection.main;
    const here = all(view.state).filter(({ problem }) => problem.from === from && problem.to === to);
    if (here.length > 0) view.dispatch({ effects: EditorView.announce.of(here.map(({ problem, line }) => source.place(problem, line)).join(' ')) });
    return moved || here.length > 0;
  };
}

function toList(view: EditorView): boolean {
  const list = view.dom.querySelector<HTMLDetailsElement>('.cm-checks');
  if (!list) return false;
  list.open = true;
  list.querySelector('button')?.focus();
  return true;
}

function panel(view: EditorView, source: ProblemSource): Panel {
  const summary = el('summary', {});
  const note = el('p', { class: 'cm-check-note' });
  const list = el('ul', {});
  const dom = el('details', { class: 'cm-checks', open: unfolded, ontoggle: () => (unfolded = dom.open) }, summary, note, list);
  const go = (from: number): void => {
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    view.focus();
  };
  const draw = (state: EditorState): void => {
    const found = all(state);
    summary.textContent = source.summary(found.length);
    note.textContent = source.note?.() ?? '';
    list.replaceChildren(...found.map(({ problem, line }) => el('li', { 'data-severity': problem.severity }, el('button', { type: 'button', onclick: () => go(problem.from) }, source.place(problem, line)))));
  };
  dom.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') view.focus();
  });
  draw(view.state);
  return { dom, update: ({ state, transactions }) => (transactions.some(({ effects }) => effects.some((effect) => effect.is(setDiagnosticsEffect))) ? draw(state) : undefined) };
}

const look = EditorView.theme({
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--fail)', textUnderlineOffset: '0.2em', textDecorationSkipInk: 'none' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--warm-fill)', textUnderlineOffset: '0.2em', textDecorationSkipInk: 'none' },
  '.cm-lintPoint-error::after': { borderBottomColor: 'var(--fail)' },
  '.cm-gutter-lint': { width: '1rem' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0.125rem' },
  '.cm-lint-marker': { width: '0.75rem', height: '0.75rem', content: 'normal' },
  '.cm-lint-marker::before': { display: 'block', font: '700 0.75rem/1 var(--font-mono)', textAlign: 'center' },
  '.cm-lint-marker-error::before': { content: '"×"', color: 'var(--fail)' },
  '.cm-lint-marker-warning::before': { content: '"!"', color: 'var(--warm)' },
  '.cm-tooltip': { backgroundColor: 'var(--panel)', color: 'var(--ink)', border: '1px solid var(--hairline)', borderRadius: '4px', maxWidth: 'min(26rem, 90vw)' },
  '.cm-diagnostic': { font: 'inherit', fontFamily: 'var(--font-sans, inherit)', fontSize: '0.875rem', padding: '0.375rem 0.625rem', whiteSpace: 'normal' },
  '.cm-diagnosticSource': { display: 'none' },
  '.cm-diagnostic-error': { borderInlineStart: '3px solid var(--fail)' },
  '.cm-diagnostic-warning': { borderInlineStart: '3px solid var(--warm-fill)' },
  '.cm-check-note': { color: 'var(--ink-soft)', fontSize: '0.8125rem', margin: '0.25rem 0' },
  '.cm-checks': { padding: '0.25rem 0.75rem', maxHeight: '9rem', overflow: 'auto', fontSize: '0.8125rem' },
  '.cm-checks summary': { cursor: 'pointer' },
  '.cm-checks ul': { margin: '0', padding: '0', listStyle: 'none' },
  '.cm-checks button': { font: 'inherit', color: 'inherit', background: 'none', border: '0', padding: '0.25rem 0', textAlign: 'start', cursor: 'pointer' },
  '.cm-checks button:hover': { textDecoration: 'underline' },
});
