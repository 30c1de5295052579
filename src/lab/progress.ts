/** What a learner has reached in one lab. Plain data; times are milliseconds since the epoch. */
export interface LabProgress {
  /** When each task was first passed, by its id. */
  done: Record<string, number>;
  /** How many hints were opened, by task. */
  hints: Record<string, number>;
  /** The last answer given, by task. */
  answers: Record<string, string>;
}

/** A finished attempt at a quiz: how many of its questions were answered right at the first try. */
export interface QuizScore {
  right: number;
  of: number;
  at: number;
}

/** An answer in the attempt under way. */
export interface QuizAnswer {
  /** Whether the first answer was right: what counts. */
  first: boolean;
  /** The latest answer, as `judge` takes it. */
  given: string[];
  /** The learner asked for the answer. */
  shown: boolean;
}

/** What a learner has reached in one quiz. */
export interface QuizProgress {
  /** The seed of the attempt under way: gives the same questions again. */
  seed: number;
  answers: Record<string, QuizAnswer>;
  last: QuizScore | undefined;
  best: QuizScore | undefined;
}

/** Progress in all labs and quizzes, by their ids. */
export interface Progress {
  version: 1;
  labs: Record<string, LabProgress>;
  quizzes: Record<string, QuizProgress>;
}

/** Progress of somebody who has not begun. */
export function emptyProgress(): Progress {
  return { version: 1, labs: {}, quizzes: {} };
}

/** The progress of one lab; an empty one when there is none. */
export function progressOf(progress: Progress, lab: string): LabProgress {
  return progress.labs[lab] ?? { done: {}, hints: {}, answers: {} };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf<T>(value: unknown, is: (item: unknown) => item is T): Record<string, T> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => is(entry[1])));
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isString = (value: unknown): value is string => typeof value === 'string';

/** Reads kept progress. What cannot be read counts as nothing, so that a damaged entry never stops the page; undefined when it is no progress at all. */
export function parseProgress(text: string): Progress | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value['version'] !== 1 || !isRecord(value['labs'])) return undefined;
  const labs = Object.entries(value['labs']).map(([id, lab]): [string, LabProgress] => {
    const fields = isRecord(lab) ? lab : {};
    return [id, { done: recordOf(fields['done'], isNumber), hints: recordOf(fields['hints'], isNumber), answers: recordOf(fields['answers'], isString) }];
  });
  const quizzes = isRecord(value['quizzes']) ? Object.entries(value['quizzes']).flatMap(([id, quiz]) => (isRecord(quiz) ? [[id, readQuiz(quiz)] as const] : [])) : [];
  return { version: 1, labs: Object.fromEntries(labs), quizzes: Object.fromEntries(quizzes) };
}

function readQuiz({ seed, answers, last, best }: Record<string, unknown>): QuizProgress {
  return { seed: isNumber(seed) ? seed : 0, answers: recordOf(answers, isAnswer), last: isScore(last) ? last : undefined, best: isScore(best) ? best : undefined };
}

const isScore = (value: unknown): value is QuizScore => isRecord(value) && isNumber(value['right']) && isNumber(value['of']) && isNumber(value['at']);
const isAnswer = (value: unknown): value is QuizAnswer =>
  isRecord(value) && typeof value['first'] === 'boolean' && typeof value['shown'] === 'boolean' && Array.isArray(value['given']) && value['given'].every(isString);

/** The attempt of ours stays unless only they have one; of scores the later is the last and the higher the best. */
function mergeQuiz(ours: QuizProgress, theirs: QuizProgress): QuizProgress {
  const attempt = Object.keys(ours.answers).length > 0 ? ours : theirs;
  return {
    seed: attempt.seed,
    answers: attempt.answers,
    last: chosen(ours.last, theirs.last, (a, b) => a.at >= b.at),
    best: chosen(ours.best, theirs.best, (a, b) => a.right / a.of >= b.right / b.of),
  };
}

function chosen<T>(a: T | undefined, b: T | undefined, first: (a: T, b: T) => boolean): T | undefined {
  return a === undefined || (b !== undefined && !first(a, b)) ? b : a;
}

/** Joins progress from two places (a file, another browser): done in either is done, at the earlier time; of quizzes the best result stays. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const labs: Record<string, LabProgress> = { ...a.labs };
  for (const [id, theirs] of Object.entries(b.labs)) {
    const ours = progressOf(a, id);
    const done = { ...theirs.done };
    for (const [task, time] of Object.entries(ours.done)) done[task] = Math.min(time, done[task] ?? time);
    const hints = { ...theirs.hints };
    for (const [task, count] of Object.entries(ours.hints)) hints[task] = Math.max(count, hints[task] ?? 0);
    labs[id] = { done, hints, answers: { ...theirs.answers, ...ours.answers } };
  }
  const quizzes: Record<string, QuizProgress> = { ...a.quizzes };
  for (const [id, theirs] of Object.entries(b.quizzes)) {
    const ours = a.quizzes[id];
    quizzes[id] = ours ? mergeQuiz(ours, theirs) : theirs;
  }
  return { version: 1, labs, quizzes };
}
