/** A text in both languages of the course. */
export interface Bilingual {
  en: string;
  ru: string;
}

/** Something that can be chosen, moved or assigned. `id` is unique within its question. */
export interface Part<T> {
  id: string;
  text: T;
}

/** An answer to choose, and why it is right or wrong. */
export interface Option<T> extends Part<T> {
  right: boolean;
  why: T;
}

/** What stands on the left of a match, the id of the choice that belongs to it, and why. */
export interface Pair<T> extends Part<T> {
  choice: string;
  why: T | undefined;
}

/** How a typed answer is read before it is compared; see `normalizeEntry`. */
export type EntryKind = 'text' | 'number' | 'ipv4' | 'ipv6' | 'cidr' | 'mask' | 'prefix' | 'binary';

/** A wrong answer that learners really give, and what is wrong with it. */
export interface Mistake<T> {
  is: readonly string[];
  why: T;
}

/** A calculation bit by bit: each line an address or octet with its bits; the first `prefix` bits are the network's. */
export interface Working<T> {
  prefix: number | undefined;
  lines: readonly { label: T; value: string; bits: string }[];
}

interface Asked<T> {
  /** Unique within the quiz. */
  id: string;
  /** The row of the course that it is about: where to read again. */
  row: string;
  text: T;
  /** Why the right answer is right, for the question as a whole. */
  why: T | undefined;
  working: Working<T> | undefined;
}

export interface ChoiceQuestion<T> extends Asked<T> {
  kind: 'single' | 'multiple';
  options: readonly Option<T>[];
  /** The options stay in the order they are written in. */
  fixed: boolean;
}

export interface OrderQuestion<T> extends Asked<T> {
  kind: 'order';
  /** As shown. */
  items: readonly Part<T>[];
  /** Ids in the right order. */
  right: readonly string[];
}

export interface MatchQuestion<T> extends Asked<T> {
  kind: 'match';
  pairs: readonly Pair<T>[];
  choices: readonly Part<T>[];
}

export interface EntryQuestion<T> extends Asked<T> {
  kind: 'entry';
  entry: EntryKind;
  /** All spellings that count; the first is shown as the answer. */
  accepts: readonly [string, ...string[]];
  mistakes: readonly Mistake<T>[];
}

/** A question that can be shown and judged. */
export type Question<T> = ChoiceQuestion<T> | OrderQuestion<T> | MatchQuestion<T> | EntryQuestion<T>;

/** A place in a quiz that a generator fills anew at every attempt. */
export interface GeneratedItem {
  kind: 'generated';
  id: string;
  row: string;
  generator: string;
}

/** What a quiz is made of. */
export type QuizItem<T> = Question<T> | GeneratedItem;

/** A quiz: plain data, the checked form of `content/quizzes/<id>.yaml`. */
export interface Quiz<T> {
  id: string;
  /** Id of its chapter in the course manifest. */
  chapter: string;
  items: readonly QuizItem<T>[];
}

/** What a learner gave: the ids chosen, all ids in their order, the choices in the order of the pairs (empty where none), or the text typed. */
export type Given = readonly string[];
