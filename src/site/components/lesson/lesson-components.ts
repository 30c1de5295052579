import Answer from './Answer.astro';
import Erratum from './Erratum.astro';
import Next from './Next.astro';
import Note from './Note.astro';
import Outcomes from './Outcomes.astro';
import Question from './Question.astro';
import Quiz from './Quiz.astro';
import Row from './Row.astro';
import Task from './Task.astro';
import Term from './Term.astro';

/** What lessons may use without importing it; AUTHORING.md describes each. `Outcomes` is put before the lesson by the page. */
export const lessonComponents = { Answer, Erratum, Next, Note, Outcomes, Question, Quiz, Row, Task, Term };
