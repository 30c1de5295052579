import { z } from 'zod';

const localized = z.strictObject({ en: z.string().trim().min(1), ru: z.string().trim().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and dashes, a letter first');
const row = z.string().regex(/^\d(\.\d)?-[a-z]$/, 'a row of the source outline such as 1.4-a');
const octal = z.string().regex(/^0?[0-7]{3,4}$/, 'an octal mode in quotes such as "0755"');

/** `lab.yaml`, as its author writes it. Unknown keys are errors. */
export const labFileSchema = z.strictObject({
  title: localized,
  /** Names of the machines; the first is where the learner starts. */
  hosts: z.array(id).min(1).default(['lab']),
  user: id.default('learner'),
  images: z.array(z.string().min(1)).default([]),
  backends: z.array(z.enum(['sandbox', 'docker'])).min(1).default(['sandbox', 'docker']),
  /** Modes of files below `files/` that are not 0644. */
  modes: z.record(z.string(), octal).default({}),
  tasks: z
    .array(
      z.strictObject({
        id,
        rows: z.array(row).min(1),
        title: localized,
        text: localized,
        hints: z.array(localized).min(1),
        passed: localized,
        messages: z.record(id, localized).refine((messages) => Object.keys(messages).length > 0, 'at least one message'),
        host: id.optional(),
        /** The task is about what runs, listens or answers: nobody reports such changes, so it is checked again and again; and a copy of the disks does not have it. */
        live: z.boolean().default(false),
        /** Seconds. */
        timeout: z.number().positive().max(120).default(10),
        answer: z.strictObject({ label: localized, kind: z.enum(['text', 'number']).default('text') }).optional(),
        /** From the name of each wrong-*.sh, without `.sh`, to the key of the message it must get. */
        wrong: z.record(z.string().regex(/^wrong-[a-z0-9-]+$/, 'the name of a file wrong-*.sh without .sh'), id).default({}),
      }),
    )
    .min(1),
});

/** What `labFileSchema` gives. */
export type LabFileData = z.infer<typeof labFileSchema>;
