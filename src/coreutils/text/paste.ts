import { type Arguments, closeInput, defineProgram, LineReader, openInput, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  delimiters: '-d --delimiters=  reuse characters from LIST instead of TABs',
  serial: '-s --serial  paste one file at a time instead of in parallel',
  zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};

export const paste = defineProgram({ name: 'paste', usage: '[OPTION]... [FILE]...', summary: 'Write lines consisting of the sequentially corresponding lines from each FILE, separated by TABs.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const delimiters = args.value('delimiters') ?? '\t';
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(delimiters)) throw new UsageError(`delimiter list ends with an unescaped backslash: ${delimiters}`, false);
  const list = [...delimiters.replace(/\\([^])/g, (_, c: string) => ({ 0: '\0', n: '\n', t: '\t', b: '\b', f: '\f', r: '\r', v: '\v' })[c] ?? c)].map((char) => (char === '\0' ? '' : char));
  if (list.length === 0) list.push('');
  const end = args.has('zero') ? '\0' : '\n';
  const fds: number[] = [];
  const names = args.operands.length ? args.operands : ['-'];
  for (const name of names) {
    try {
      fds.push(openInput(process, name));
    } catch (error) {
      await tool.error(`${name}: ${reason(error)}`);
      return 1;
    }
  }
  const standard = new LineReader(process, 0, end.charCodeAt(0));
  const readers = fds.map((fd) => (fd === 0 ? standard : new LineReader(process, fd, end.charCodeAt(0))));
  if (args.has('serial')) {
    for (const reader of readers) {
      let text = '';
      let index = 0;
      for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
        text += (index === 0 ? '' : list[(index - 1) % list.length] ?? '') + line;
        index++;
      }
      out.write(text + end);
    }
  } else {
    for (;;) {
      const lines: (string | undefined)[] = [];
      for (const reader of readers) lines.push(await reader.next());
      if (lines.every((line) => line === undefined)) break;
      out.write(lines.map((line, index) => (line ?? '') + (index < lines.length - 1 ? list[index % list.length] ?? '' : '')).join('') + end);
      if (out.write('')) await out.flush();
    }
  }
  for (const fd of fds) closeInput(process, fd);
  return 0;
}
