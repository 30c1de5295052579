import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const bilingual = z.object({ en: z.string(), ru: z.string() });
const score = z.object({ suite: z.enum(['docker', 'compose', 'bash', 'tools']), topic: z.string(), agree: z.number(), of: z.number() });
const measured = z.object({ date: z.string(), commit: z.string(), scores: z.array(score) });
const outside = z.object({
  suites: z.array(z.object({ name: bilingual, at: z.string(), date: z.string(), commit: z.string(), agree: z.number(), of: z.number(), how: z.string() })),
  differs: z.array(bilingual),
});

/** What `npm run conformance` measured, what other projects' suites gave, and what is known to differ. */
export interface Conformance {
  readonly measured: z.infer<typeof measured>;
  readonly outside: z.infer<typeof outside>;
}

/** Reads both tables when the site is built; throws where one is not as it should be. */
export function conformance(): Conformance {
  const read = (name: string): unknown => parse(readFileSync(join(process.cwd(), 'content', name), 'utf8'));
  return { measured: measured.parse(read('conformance.yaml')), outside: outside.parse(read('conformance-outside.yaml')) };
}
