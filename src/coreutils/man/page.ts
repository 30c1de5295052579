/** The languages of our pages. */
export type PageLanguage = 'en' | 'ru';

/** A line in both languages. */
export interface Bilingual {
  en: string;
  ru: string;
}

/** A manual page of our own. */
export interface ManualPage {
  name: string;
  section: string;
  summary: Bilingual;
  synopsis: string[];
  description: Bilingual[];
  /** What is typed, and what it means. */
  options: { term: string; text: Bilingual }[];
  examples: { command: string; text: Bilingual }[];
  seeAlso: string;
}

function bilingual(parts: readonly string[]): Bilingual {
  const [en = '', ru = en] = parts;
  return { en, ru };
}

/**
 * Reads pages from a compact text. A page begins with `NAME SECTION | summary | сводка`; synopsis lines follow as they are; `.` begins a paragraph, `-` an option
 * (`- -a, --all | text | текст`), `>` an example, `@` what to see also. An empty line ends the page.
 */
export function parsePages(text: string): ManualPage[] {
  return text.trim().split(/\n\n+/).map((block) => {
    const [first = '', ...lines] = block.split('\n');
    const [title = '', ...summary] = first.split(' | ');
    const [name = '', section = '1'] = title.split(' ');
    const page: ManualPage = { name, section, summary: bilingual(summary), synopsis: [], description: [], options: [], examples: [], seeAlso: '' };
    for (const line of lines) {
      const rest = line.slice(2);
      // The last two parts are the texts: commands may hold pipes.
      const parts = rest.split(' | ');
      const texts = parts.slice(-2);
      const term = parts.slice(0, -2).join(' | ');
      if (line.startsWith('. ')) page.description.push(bilingual(rest.split(' | ')));
      else if (line.startsWith('- ')) page.options.push({ term, text: bilingual(texts) });
      else if (line.startsWith('> ')) page.examples.push({ command: term, text: bilingual(texts) });
      else if (line.startsWith('@ ')) page.seeAlso = rest;
      else page.synopsis.push(line);
    }
    return page;
  });
}
