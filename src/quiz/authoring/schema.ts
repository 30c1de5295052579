import { z } from 'zod';
import { normalizeEntry } from '../entry.ts';
import { generators } from '../generate/index.ts';
import type { EntryKind } from '../quiz.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and dashes, a letter first');
const row = z.string().regex(/^\d(\.\d)?-[a-z]$/, 'expected a row of the course such as 3.1-a');
const both = z.strictObject({ en: z.string().trim().min(1), ru: z.string().trim().min(1) });
/** Code in backticks, or names and numbers without a word in small letters: the same in every language. */
const code = z
  .string()
  .regex(/^(`[^`]+`|[^a-zа-яё]*[A-Z0-9][^a-zа-яё]*)$/u, 'expected { en, ru } (one text for both only where it is code in backticks, an acronym or a number)')
  .transform((text) => ({ en: text, ru: text }));
const text = z.union([both, code], {
  error: ({ input }) => `expected { en, ru }${typeof input === 'string' ? ' (one text for both only where it is code in backticks, an acronym or a number)' : ''}`,
});
const option = z.strictObject({ text, right: z.literal(true, 'expected true, or nothing for a wrong answer').optional(), why: text });
const options = z.array(option).min(2).max(7);
const rightOnes = (list: readonly { right?: true | undefined }[]): number => list.filter(({ right }) => right).length;
const common = { id, row, text, why: text.optional() };
const entryKinds = ['text', 'number', 'ipv4', 'ipv6', 'cidr', 'mask', 'prefix', 'binary'] as const satisfies readonly EntryKind[];

const entry = z
  .strictObject({
    ...common,
    why: text,
    kind: z.literal('entry'),
    entry: z.enum(entryKinds),
    /** All spellings that count, in either language; the first is shown as the answer. */
    accepts: z.array(z.coerce.string()).min(1),
    mistakes: z.array(z.strictObject({ is: z.array(z.coerce.string()).min(1), why: text })).default([]),
  })
  .superRefine((question, context) => {
    const complain = (path: PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path, message });
    const read = (each: string): string | undefined => normalizeEntry(question.entry, each);
    const right = new Set(question.accepts.map(read));
    for (const [index, each] of question.accepts.entries()) if (read(each) === undefined) complain(['accepts', index], `expected an answer of the kind ${question.entry}`);
    for (const [index, { is }] of question.mistakes.entries()) {
      for (const [at, each] of is.entries()) {
        if (read(each) === undefined) complain(['mistakes', index, 'is', at], `expected an answer of the kind ${question.entry}`);
        else if (right.has(read(each))) complain(['mistakes', index, 'is', at], 'expected a wrong answer, but `accepts` has it');
      }
    }
  });

const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('single'), fixed: z.boolean().default(false), options: options.refine((list) => rightOnes(list) === 1, 'expected exactly one option with `right: true`') }),
  z.strictObject({
    ...common,
    kind: z.literal('multiple'),
    fixed: z.boolean().default(false),
    options: options.refine((list) => rightOnes(list) >= 2 && rightOnes(list) < list.length, 'expected two or more options with `right: true`, and one or more without'),
  }),
  /** Items in the right order. */
  z.strictObject({ ...common, why: text, kind: z.literal('order'), items: z.array(text).min(3).max(7) }),
  z.strictObject({
    ...common,
    kind: z.literal('match'),
    pairs: z.array(z.strictObject({ left: text, right: text, why: text })).min(3).max(8),
    /** What belongs to no pair. */
    extra: z.array(text).default([]),
  }),
  entry,
  z.strictObject({ kind: z.literal('generated'), id, row, generator: z.enum([...generators.keys()]) }),
]);

/** `content/quizzes/<id>.yaml`, as its author writes it. Unknown keys are errors. */
export const quizFileSchema = z
  .strictObject({ chapter: id, questions: z.array(question).min(3).max(14) })
  .superRefine(({ questions }, context) => {
    for (const [index, { id: name }] of questions.entries()) {
      if (questions.findIndex((other) => other.id === name) !== index) context.addIssue({ code: 'custom', path: ['questions', index, 'id'], message: 'expected an id that no other question has' });
    }
  });

/** A question as its author writes it. */
export type QuestionData = z.infer<typeof question>;
