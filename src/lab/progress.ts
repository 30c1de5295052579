/** What a learner has reached in one lab. Plain data; times are milliseconds since the epoch. */
export interface LabProgress {
  /** When each task was first passed, by its id. */
  done: Record<string, number>;
  /** How many hints were opened, by task. */
  hints: Record<string, number>;
  /** The last answer given, by task. */
  answers: Record<string, string>;
}

/** Progress in all labs, by lab id. */
export interface Progress {
  version: 1;
  labs: Record<string, LabProgress>;
}

/** Progress of somebody who has not begun. */
export function emptyProgress(): Progress {
  return { version: 1, labs: {} };
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
  return { version: 1, labs: Object.fromEntries(labs) };
}

/** Joins progress from two places (a file, another browser): done in either is done, at the earlier time. */
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
  return { version: 1, labs };
}
