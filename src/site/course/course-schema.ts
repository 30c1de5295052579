import { z } from 'zod';

/** A text in both languages of the course. */
export const bilingual = z.strictObject({ en: z.string().trim().min(1), ru: z.string().trim().min(1) });

const erratum = z.strictObject({
  /** what the source document says */
  says: bilingual,
  /** what is true now, or always was */
  true: bilingual,
});

const row = z.strictObject({
  id: z.string().regex(/^\d+(\.\d+)?-[a-z]$/, 'a row id looks like 1.4-a'),
  title: bilingual,
  erratum: erratum.optional(),
  /** shown in the sandbox only: a real host cannot or need not show it */
  sandbox: z.boolean().default(false),
});
export type Row = z.infer<typeof row>;

const chapter = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** number in the source document */
  number: z.string().regex(/^\d+(\.\d+)?$/),
  /** path below /en/ and /ru/, no slash at the ends */
  address: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/),
  status: z.enum(['finished', 'planned']),
  minutes: z.number().int().min(5).max(120),
  /** folder under labs/ */
  lab: z.string().optional(),
  title: bilingual,
  abstract: bilingual,
  rows: z.array(row).min(1),
});
export type Chapter = z.infer<typeof chapter>;

const part = z.strictObject({ id: z.string(), title: bilingual, abstract: bilingual, chapters: z.array(chapter).min(1) });

/** content/course.yaml: parts, chapters in order, and every row of the source document. */
export const courseSchema = z
  .strictObject({ parts: z.array(part).min(1) })
  .superRefine((course, context) => {
    const seen = new Map<string, string>();
    const claim = (kind: string, value: string): void => {
      const key = `${kind} ${value}`;
      if (seen.has(key)) context.addIssue({ code: 'custom', message: `${kind} "${value}" appears twice` });
      seen.set(key, value);
    };
    for (const each of course.parts.flatMap((one) => one.chapters)) {
      claim('chapter', each.id);
      claim('address', each.address);
      for (const line of each.rows) {
        claim('row', line.id);
        if (!line.id.startsWith(`${each.number}-`)) {
          context.addIssue({ code: 'custom', message: `row "${line.id}" stands in chapter ${each.number}` });
        }
      }
    }
  });

/** A course manifest that passed its schema. */
export type Course = z.infer<typeof courseSchema>;
