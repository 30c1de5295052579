import type { EditorState, Extension } from '@codemirror/state';
import { checkDockerfile } from '../../dockerfile/checks/check-dockerfile.ts';
import type { Finding } from '../../dockerfile/checks/finding.ts';
import { checksText } from '../../i18n/checks-texts.ts';
import { locale } from '../texts.ts';
import { type Problem, problems } from './problems.ts';

/** The build checks' rules, shown in place. */
export function dockerfileChecks(): Extension {
  return problems({
    find: (state) => checkDockerfile(state.doc.toString()).map((finding) => problemOf(finding, state)),
    summary: (n) => checksText(locale(), 'panel', { n }),
    note: () => checksText(locale(), 'newer'),
    place: ({ rule, message }, line) => checksText(locale(), 'place', { n: line, rule: rule ?? '', text: message }),
  });
}

function problemOf(finding: Finding, { doc }: EditorState): Problem {
  const start = doc.line(Math.min(finding.start, doc.lines));
  const from = start.from + (/^\s*/.exec(start.text)?.[0].length ?? 0);
  return { from, to: Math.max(from, doc.line(Math.min(finding.end, doc.lines)).to), severity: 'warning', rule: finding.rule, message: checksText(locale(), finding.rule, finding.values) };
}
