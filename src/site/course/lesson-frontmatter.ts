import { z } from 'zod';

/** What stands between the dashes at the top of a lesson. Title, abstract and minutes come from content/course.yaml. */
export const lessonFrontmatter = z.strictObject({
  /** id of the chapter in content/course.yaml */
  chapter: z.string().min(1),
  /** what the reader will be able to do, one short line each */
  outcomes: z.array(z.string().min(1)).min(1).max(6),
});
