import { isSystemError } from '../../kernel/uapi/index.ts';
import { defaultPath, isRegular, rawProgram } from '../program/index.ts';

export const which = rawProgram('which', async (tool, words) => {
  const { process } = tool;
  let all = false;
  while (words[0]?.startsWith('-') && words[0].length > 1) {
    const word = words.shift() ?? '';
    if (word === '--') break;
    if (/^-[as]+$/.test(word)) all ||= word.includes('a');
    else {
      await tool.errorText(`Illegal option ${word}\nUsage: ${tool.name} [-as] args\n`);
      return 2;
    }
  }
  let status = words.length ? 0 : 1;
  for (const word of words) {
    const candidates = word.includes('/') ? [word] : (process.env['PATH'] ?? defaultPath).split(':').map((folder) => `${folder || '.'}/${word}`);
    let found = false;
    for (const candidate of candidates) {
      try {
        if (!isRegular(process.stat(candidate).mode) || !process.access(candidate, 'x')) continue;
      } catch (error) {
        if (isSystemError(error)) continue;
        throw error;
      }
      tool.out.write(`${candidate}\n`);
      found = true;
      if (!all) break;
    }
    if (!found) status = 1;
  }
  return status;
});
