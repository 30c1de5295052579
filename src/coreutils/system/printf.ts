import { rawProgram, UsageError } from '../program/index.ts';
import { formatPrintf } from './printf-format.ts';

export const printf = rawProgram('printf', async (tool, words) => {
  if (words[0] === '--') words.shift();
  const [format, ...rest] = words;
  if (format === undefined) throw new UsageError('missing operand');
  const { text, complaints } = formatPrintf(format, rest);
  tool.out.write(text);
  await tool.out.flush();
  for (const complaint of complaints) await tool.error(complaint);
  return complaints.length ? 1 : 0;
});
