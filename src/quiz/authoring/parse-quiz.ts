import { issueMessage, LabMistakes, parseLocatedYaml } from '../../lab/authoring/index.ts';
import type { Bilingual, Quiz, QuizItem } from '../quiz.ts';
import { type QuestionData, quizFileSchema } from './schema.ts';

/** Checks the text of `content/quizzes/<id>.yaml` and makes the `Quiz` of it. Throws LabMistakes with everything that is wrong: file, line, expected and found. */
export function parseQuiz(id: string, source: string): Quiz<Bilingual> {
  const file = `content/quizzes/${id}.yaml`;
  const yaml = parseLocatedYaml(file, source);
  if (yaml.diagnostics.length > 0) throw new LabMistakes(yaml.diagnostics);
  const parsed = quizFileSchema.safeParse(yaml.value);
  if (!parsed.success) throw new LabMistakes(parsed.error.issues.map((issue) => ({ file, line: yaml.lineOf(issue.path), message: issueMessage(issue, yaml.value) })));
  return { id, chapter: parsed.data.chapter, items: parsed.data.questions.map(toItem) };
}

/** Gives parts their ids: where they stand in the file. */
function toItem(data: QuestionData): QuizItem<Bilingual> {
  if (data.kind === 'generated') return data;
  const asked = { id: data.id, row: data.row, text: data.text, why: data.why, working: undefined };
  switch (data.kind) {
    case 'single':
    case 'multiple':
      return { ...asked, kind: data.kind, fixed: data.fixed, options: data.options.map(({ text, right = false, why }, index) => ({ id: `o${index}`, text, right, why })) };
    case 'order': {
      const items = data.items.map((text, index) => ({ id: `i${index}`, text }));
      return { ...asked, kind: 'order', items, right: items.map(({ id }) => id) };
    }
    case 'match': {
      // Several on the left may belong to the same on the right.
      const choices = [...new Map([...data.pairs.map(({ right }) => right), ...data.extra].map((text) => [text.en, text])).values()].map((text, index) => ({ id: `c${index}`, text }));
      const idOf = (right: Bilingual): string => choices.find(({ text }) => text.en === right.en)?.id ?? '';
      return { ...asked, kind: 'match', choices, pairs: data.pairs.map(({ left, right, why }, index) => ({ id: `p${index}`, text: left, choice: idOf(right), why })) };
    }
    case 'entry': {
      const [first = '', ...others] = data.accepts;
      return { ...asked, kind: 'entry', entry: data.entry, accepts: [first, ...others], mistakes: data.mistakes };
    }
  }
}
