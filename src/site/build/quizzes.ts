import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual, Quiz } from '../../quiz/index.ts';
import { parseQuiz } from '../../quiz/authoring/index.ts';

/** The folder of all quizzes; the site is built from the repository's top folder. */
const folder = join(process.cwd(), 'content/quizzes');

/** Ids of all quizzes. */
export function quizIds(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length)).sort();
}

/** A quiz, read and checked when the site is built; mistakes stop the build with file and line. */
export function readQuiz(id: string): Quiz<Bilingual> {
  if (!quizIds().includes(id)) throw new Error(`content/quizzes has no ${id}.yaml; it has ${quizIds().join(', ')}`);
  return parseQuiz(id, readFileSync(join(folder, `${id}.yaml`), 'utf8'));
}
