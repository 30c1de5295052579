import { parse } from 'yaml';
import { z } from 'zod';
import source from '../../../content/glossary.yaml?raw';
import { bilingual } from './course-schema.ts';

const schema = z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), term: bilingual, definition: bilingual }));

/** The words of the course, in the order of the file. */
export const glossary = schema.parse(parse(source));
