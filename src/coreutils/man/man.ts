import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { compileRegex, defineProgram, findProgram, type Tool } from '../program/index.ts';
import { runToText } from '../terminal/nano/run-command.ts';
import { allPages, findPage } from './library.ts';
import type { ManualPage, PageLanguage } from './page.ts';
import { plain, typeset, typesetHelp } from './typeset.ts';

function languageOf(process: Process, asked: string | undefined): PageLanguage {
  const { env } = process;
  const locale = asked ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '');
  const wanted = asked === undefined && env['LANGUAGE'] && !/^(C|POSIX)?(\.|$)/.test(locale) ? env['LANGUAGE'] : locale;
  return wanted.startsWith('ru') ? 'ru' : 'en';
}

const entry = (page: ManualPage, language: PageLanguage): string => `${`${page.name} (${page.section})`.padEnd(20)} - ${page.summary[language]}\n`;

/** `man -k`, apropos: pages in whose name or summary all the words occur. */
async function searchPages(tool: Tool, words: readonly string[], language: PageLanguage): Promise<number> {
  let status = 0;
  const pages = await allPages();
  const found = new Set<ManualPage>();
  for (const word of words) {
    const pattern = new RegExp(compileRegex(word, { extended: true }).source, 'iu');
    const matches = pages.filter((page) => pattern.test(page.name) || pattern.test(page.summary[language]));
    for (const page of matches) found.add(page);
    if (matches.length > 0) continue;
    await tool.errorText(`${word}: nothing appropriate.\n`);
    status = 16;
  }
  for (const page of pages) if (found.has(page)) tool.out.write(entry(page, language));
  return found.size > 0 ? 0 : status;
}

/** `man -f`, whatis: the summaries of pages by name. */
async function describe(tool: Tool, names: readonly string[], language: PageLanguage): Promise<number> {
  let status = 0;
  for (const name of names) {
    const page = await findPage(name, undefined);
    if (page) tool.out.write(entry(page, language));
    else {
      await tool.errorText(`${name}: nothing appropriate.\n`);
      status = 16;
    }
  }
  return status;
}

/** What a program without a page of ours says of itself. */
async function fromHelp(tool: Tool, name: string, language: PageLanguage, width: number): Promise<string | undefined> {
  const { process } = tool;
  const command = name.startsWith('docker-') ? `docker ${name.slice(7).replaceAll('-', ' ')}` : name;
  if (!/^[\w.+-]+(?: [\w.+-]+)*$/.test(command)) return undefined;
  try {
    findProgram(process, command.split(' ')[0] ?? '');
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
  const help = await runToText(process, `${command} --help </dev/null`, '');
  if (!/usage/i.test(help) || (command.includes(' ') && !new RegExp(`Usage:\\s+${command}`).test(help))) return undefined;
  return typesetHelp(name, '1', help, language, width);
}

/** Shows a text with the user's pager. */
async function showPage(tool: Tool, text: string, title: string, pager: string | undefined): Promise<number> {
  const { process } = tool;
  if (!process.isatty(1)) {
    tool.out.write(plain(text));
    return 0;
  }
  const [reader, writer] = process.pipe();
  const command = pager ?? (process.env['MANPAGER'] || process.env['PAGER'] || 'less');
  const prompt = `Manual page ${title} ?ltline %lt?L/%L.:byte %bB?s/%s..?e (END):?pB %pB\\%.. (press h for help or q to quit)`;
  const pid = process.fork(async (child) => {
    child.dup2(reader, 0);
    child.close(reader);
    child.close(writer);
    return child.exec('/bin/sh', ['sh', '-c', command], { ...child.env, LESS: `-ix8RmPm ${prompt}$PM ${prompt}$${child.env['LESS'] ?? ''}`, MAN_PN: title });
  });
  process.close(reader);
  process.onSignal('SIGPIPE', 'ignore');
  process.onSignal('SIGINT', 'ignore');
  try {
    await process.write(writer, text);
  } catch (error) {
    if (!isSystemError(error, 'EPIPE')) throw error;
  }
  process.close(writer);
  await process.wait(pid);
  return 0;
}

export const man = defineProgram({
  name: 'man', usage: '[OPTION...] [SECTION] PAGE...', usageStatus: 2, version: '2.13.1', summary: 'an interface to the system reference manuals',
  options: {
    apropos: '-k --apropos  equivalent to apropos', whatis: '-f --whatis  equivalent to whatis', all: '-a --all  find all matching manual pages', where: '-w --where --path --location  print physical location of man page(s)',
    locale: '-L= --locale=  define the locale for this particular man search', pager: '-P= --pager=  use program PAGER to display output', sections: '-s= -S= --sections=  use colon separated section list', local: '-l --local-file  interpret PAGE argument(s) as local filename(s)',
  },
  async run(tool, args) {
    const { process } = tool;
    const language = languageOf(process, args.value('locale'));
    const words = [...args.operands];
    if (args.has('apropos') || args.has('whatis')) {
      if (words.length === 0) {
        await tool.errorText(args.has('apropos') ? 'apropos what?\n' : 'whatis what?\n');
        return 1;
      }
      return args.has('apropos') ? searchPages(tool, words, language) : describe(tool, words, language);
    }
    let section = args.value('sections');
    if (words.length > 1 && /^[1-9][a-z]*$/.test(words[0] ?? '')) section = words.shift();
    if (words.length === 0) {
      await tool.errorText("What manual page do you want?\nFor example, try 'man man'.\n");
      return 1;
    }
    const width = Math.max(40, Math.min(Number(process.env['MANWIDTH']) || (process.isatty(1) ? process.windowSize(1).columns || 80 : 80), 100));
    let status = 0;
    while (words.length > 0) {
      let name = words.shift() ?? '';
      const numbered = /^(.+)[.(]([1-9])\)?$/.exec(name);
      if (numbered && !(await findPage(name, section))) {
        name = numbered[1] ?? name;
        section = numbered[2];
      }
      // `man docker run` means docker-run.
      if (words[0] !== undefined && (name === 'docker' || (await findPage(`${name}-${words[0]}`, section)))) name = `${name}-${words.shift()}`;
      const page = await findPage(name, section);
      if (page && args.has('where')) {
        tool.out.write(`/usr/share/man/${language === 'ru' ? 'ru/' : ''}man${page.section}/${page.name}.${page.section}.gz\n`);
        continue;
      }
      const text = page ? typeset(page, language, width) : section === undefined || section === '1' ? await fromHelp(tool, name, language, width) : undefined;
      if (text === undefined) {
        await tool.errorText(`No manual entry for ${name}${section === undefined ? '' : ` in section ${section}`}\n`);
        status = 16;
      } else await showPage(tool, text, `${name}(${page?.section ?? '1'})`, args.value('pager'));
    }
    return status;
  },
});

export const apropos = defineProgram({
  name: 'apropos', usage: '[OPTION...] KEYWORD...', version: '2.13.1', options: { locale: '-L= --locale=  define the locale for this search', regex: '-r --regex  interpret each keyword as a regex', exact: '-e --exact  search each keyword for exact match' },
  async run(tool, args) {
    if (args.operands.length === 0) {
      await tool.errorText('apropos what?\n');
      return 1;
    }
    return searchPages(tool, args.operands, languageOf(tool.process, args.value('locale')));
  },
});

export const whatis = defineProgram({
  name: 'whatis', usage: '[OPTION...] KEYWORD...', version: '2.13.1', options: { locale: '-L= --locale=  define the locale for this search' },
  async run(tool, args) {
    if (args.operands.length === 0) {
      await tool.errorText('whatis what?\n');
      return 1;
    }
    return describe(tool, args.operands, languageOf(tool.process, args.value('locale')));
  },
});
