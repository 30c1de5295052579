import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { lessonFrontmatter } from './course/lesson-frontmatter.ts';

export const collections = {
  /** Every lesson in both languages: id is `en/<address>` or `ru/<address>`. */
  lessons: defineCollection({ loader: glob({ base: './content', pattern: '{en,ru}/**/[^_]*.mdx' }), schema: lessonFrontmatter }),
  /** Starlight asks for this collection; our pages come from `lessons` and src/site/pages. */
  docs: defineCollection({ loader: () => [], schema: docsSchema() }),
};
