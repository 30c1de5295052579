/** Languages of the course. */
export const locales = ['en', 'ru'] as const;
/** A language of the course. */
export type Locale = (typeof locales)[number];
/** A text in every language. */
export type Localized = Record<Locale, string>;

/** A kind of machine that a lab runs on. */
export type LabBackend = 'sandbox' | 'docker';

/** A script of a lab: its path below the lab's folder (for messages) and its text. */
export interface LabScript {
  path: string;
  text: string;
}

/** A mistake that learners make, and the message it must get. */
export interface WrongTurn extends LabScript {
  /** Key of `Task.messages`. */
  message: string;
}

/** A field for the answer of a reading task; the answer reaches the check as `$ANSWER`. */
export interface AnswerField {
  label: Localized;
  kind: 'text' | 'number';
}

/** One graded step of a lab. */
export interface Task {
  /** Unique in the lab; also its folder. */
  id: string;
  /** Rows of the source outline that it exercises. */
  rows: readonly string[];
  title: Localized;
  /** What is to be done; inline Markdown (code, emphasis). */
  text: Localized;
  /** Shown one by one. */
  hints: readonly Localized[];
  /** What a failed check says, by key; `{0}`, `{1}` stand for the arguments. */
  messages: Readonly<Record<string, Localized>>;
  /** What is said when the check passes. */
  passed: Localized;
  /** Host that the check runs on. */
  host: string;
  /** About what runs, listens or answers, whose changes nobody reports: a session looks again and again. */
  live: boolean;
  /** Milliseconds that the check may take. */
  timeoutMs: number;
  answer: AnswerField | undefined;
  check: LabScript;
  solve: LabScript;
  wrong: readonly WrongTurn[];
}

/** A file that the lab lays into the learner's home before setup. */
export interface LabFile {
  /** Relative to the home of `Lab.user`. */
  path: string;
  /** Base64. */
  content: string;
  mode: number;
}

/** A lab, whole: what `labs/<id>/` holds, checked and ready to run. Plain data. */
export interface Lab {
  id: string;
  title: Localized;
  hosts: readonly string[];
  /** Login name of the learner on every host. */
  user: string;
  /** Images that the lab needs from the Hub. */
  images: readonly string[];
  backends: readonly LabBackend[];
  rows: readonly string[];
  files: readonly LabFile[];
  /** Run as root on each host before the learner's first prompt; undefined when the lab needs none. */
  setup: LabScript | undefined;
  tasks: readonly Task[];
}

/** The learner's home on a lab host. */
export function homeOf(user: string): string {
  return user === 'root' ? '/root' : `/home/${user}`;
}
