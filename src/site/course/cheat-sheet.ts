import { parse } from 'yaml';
import { z } from 'zod';
import source from '../../../content/cheat-sheet.yaml?raw';
import { bilingual } from './course-schema.ts';
import { chapterById } from './manifest.ts';

const schema = z.array(z.strictObject({ title: bilingual, chapter: z.string(), lines: z.array(z.strictObject({ run: z.string().min(1), what: bilingual })).min(1) }));

/** The cheat sheet: sections in the order of the file, each with the chapter that explains it. */
export const cheatSheet = schema.parse(parse(source)).map((section) => ({ ...section, chapter: chapterById(section.chapter) }));
