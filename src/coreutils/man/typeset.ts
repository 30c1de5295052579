import { displayWidth } from '../files/columns.ts';
import type { ManualPage, PageLanguage } from './page.ts';

const words = {
  en: { name: 'NAME', synopsis: 'SYNOPSIS', description: 'DESCRIPTION', options: 'OPTIONS', examples: 'EXAMPLES', see: 'SEE ALSO', help: 'USAGE', sections: { 1: 'User Commands', 5: 'File Formats Manual', 7: 'Miscellaneous Information Manual', 8: 'System Administration' } },
  ru: { name: 'ИМЯ', synopsis: 'СИНТАКСИС', description: 'ОПИСАНИЕ', options: 'ПАРАМЕТРЫ', examples: 'ПРИМЕРЫ', see: 'СМ. ТАКЖЕ', help: 'ИСПОЛЬЗОВАНИЕ', sections: { 1: 'Пользовательские команды', 5: 'Форматы файлов', 7: 'Разное', 8: 'Управление системой' } },
} as const;

/** Bold as terminals of paper made it: every letter struck twice. */
const bold = (text: string): string => [...text].map((character) => (character === ' ' ? character : `${character}\b${character}`)).join('');

/** Lines of a paragraph, at most `width` columns, after `indent` blanks. */
function fill(text: string, indent: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width - indent) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((one) => (one === '' ? '' : ' '.repeat(indent) + one));
}

function edge(left: string, middle: string, right: string, width: number): string {
  const room = width - displayWidth(left) - displayWidth(middle) - displayWidth(right);
  const before = Math.max(1, Math.floor((width - displayWidth(middle)) / 2) - displayWidth(left));
  return `${left}${' '.repeat(before)}${middle}${' '.repeat(Math.max(1, room - before))}${right}`;
}

/** A page as man shows it. */
export function typeset(page: ManualPage, language: PageLanguage, width: number): string {
  const terms = words[language];
  const title = `${page.name.toUpperCase()}(${page.section})`;
  const sections: Partial<Record<string, string>> = terms.sections;
  const out = [edge(title, sections[page.section] ?? '', title, width), '', bold(terms.name), ...fill(`${page.name} - ${page.summary[language]}`, 7, width)];
  if (page.synopsis.length > 0) out.push('', bold(terms.synopsis), ...page.synopsis.map((line) => `       ${line.replace(/^\S+/, bold)}`));
  if (page.description.length > 0) {
    out.push('', bold(terms.description));
    for (const [index, text] of page.description.entries()) out.push(...(index > 0 ? [''] : []), ...fill(text[language], 7, width));
  }
  if (page.options.length > 0) {
    out.push('', bold(terms.options));
    for (const { term, text } of page.options) {
      if (displayWidth(term) < 6) {
        const [first = '', ...rest] = fill(text[language], 14, width);
        out.push(`       ${bold(term)}${' '.repeat(7 - displayWidth(term))}${first.trimStart()}`, ...rest, '');
      } else out.push(`       ${bold(term)}`, ...fill(text[language], 14, width), '');
    }
    out.pop();
  }
  if (page.examples.length > 0) {
    out.push('', bold(terms.examples));
    for (const { command, text } of page.examples) out.push(`       ${bold(command)}`, ...fill(text[language], 14, width), '');
    out.pop();
  }
  if (page.seeAlso !== '') out.push('', bold(terms.see), ...fill(page.seeAlso, 7, width));
  out.push('', edge('Drydock', '', title, width));
  return `${out.join('\n')}\n`;
}

/** A page made of what a program's --help prints, as help2man makes them. */
export function typesetHelp(name: string, section: string, help: string, language: PageLanguage, width: number): string {
  const terms = words[language];
  const title = `${name.toUpperCase()}(${section})`;
  const lines = help.trimEnd().split('\n');
  const usage = lines.findIndex((line) => /^usage:/i.test(line));
  const summary = lines.slice(usage + 1).find((line) => /^[A-Z].*[a-z]/.test(line) && !/:$/.test(line)) ?? name;
  const out = [edge(title, terms.sections[1], title, width), '', bold(terms.name), ...fill(`${name} - ${summary.replace(/\.$/, '')}`, 7, width), '', bold(terms.help), ...lines.map((line) => (line === '' ? '' : `       ${line}`)), '', edge('Drydock', '', title, width)];
  return `${out.join('\n')}\n`;
}

/** Text without overstrikes, for what is no terminal. */
export function plain(text: string): string {
  return text.replace(/.\u0008/gu, '');
}
