import type { Extension } from '@codemirror/state';
import { checkComposeFile } from '../../../docker/compose/file/check/index.ts';
import { editorText } from '../../i18n/editor-texts.ts';
import { locale } from '../texts.ts';
import { standsAlone } from './file-kinds.ts';
import { problems } from './problems.ts';

/** What docker compose would refuse or warn of, in its own words, shown in place. */
export function composeChecks(path: string): Extension {
  const alone = standsAlone(path);
  return problems({
    find: (state) => checkComposeFile(state.doc.toString(), { alone }),
    summary: (n) => editorText(locale(), 'composeProblems', { n }),
    note: () => editorText(locale(), 'composeNote'),
    place: ({ message }, line) => editorText(locale(), 'place', { n: line, text: message }),
  });
}
