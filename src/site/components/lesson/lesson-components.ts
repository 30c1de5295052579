import Erratum from './Erratum.astro';
import Next from './Next.astro';
import Note from './Note.astro';
import Outcomes from './Outcomes.astro';
import Picture from './Picture.astro';
import Quiz from './Quiz.astro';
import Row from './Row.astro';
import Task from './Task.astro';
import Term from './Term.astro';

/** What lessons may use without importing it; AUTHORING.md describes each. `Outcomes` is put before the lesson by the page. */
export const lessonComponents = { Erratum, Next, Note, Outcomes, Picture, Quiz, Row, Task, Term };
