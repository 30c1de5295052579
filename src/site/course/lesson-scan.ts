import { type Fence, parseFence } from '../code/fence-meta.ts';

/** What a lesson's text holds, in order; for the tests that keep lessons complete. */
export interface LessonOutline {
  sections: LessonSection[];
}

/** A heading and what follows it up to the next heading of the same or a higher level: a section holds its subsections' content too. */
export interface LessonSection {
  title: string;
  depth: number;
  rows: string[];
  tasks: string[];
  errata: string[];
  blocks: { language: string; fence: Fence; code: string }[];
}

const headingLine = /^(#{2,6})\s+(.+)$/;
const fenceLine = /^(\s*)(`{3,}|~{3,})(\S*)\s*(.*)$/;

/** Reads the MDX text of a lesson. Mistakes in a fence's meta throw. */
export function scanLesson(mdx: string): LessonOutline {
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n/, '');
  const sections: LessonSection[] = [];
  let open: LessonSection[] = [start('', 1, sections)];
  let block: { fence: string; language: string; meta: string; lines: string[] } | undefined;
  for (const line of body.split('\n')) {
    const fence = fenceLine.exec(line);
    if (block) {
      if (fence && fence[2]?.startsWith(block.fence) && fence[3] === '') {
        const { language, meta, lines } = block;
        for (const section of open) section.blocks.push({ language, fence: parseFence(language, meta), code: lines.join('\n') });
        block = undefined;
      } else block.lines.push(line);
      continue;
    }
    if (fence) {
      block = { fence: fence[2] ?? '', language: fence[3] ?? '', meta: fence[4] ?? '', lines: [] };
      continue;
    }
    const heading = headingLine.exec(line);
    if (heading) {
      const depth = heading[1]?.length ?? 2;
      open = [...open.filter((section) => section.depth < depth), start(heading[2] ?? '', depth, sections)];
    }
    for (const [, tag, id = ''] of line.matchAll(/<(Row|Task|Erratum)\s+(?:id|row)="([^"]+)"/g)) {
      for (const section of open) (tag === 'Row' ? section.rows : tag === 'Task' ? section.tasks : section.errata).push(id);
    }
  }
  return { sections };
}

function start(title: string, depth: number, sections: LessonSection[]): LessonSection {
  const section: LessonSection = { title, depth, rows: [], tasks: [], errata: [], blocks: [] };
  sections.push(section);
  return section;
}

/** The whole lesson as one section. */
export function wholeLesson(outline: LessonOutline): LessonSection {
  const [whole] = outline.sections;
  if (!whole) throw new Error('a lesson has at least its beginning');
  return whole;
}
