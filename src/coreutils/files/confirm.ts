import { LineReader, type Tool } from '../program/index.ts';

const readers = new WeakMap<Tool, LineReader>();

/** Asks on standard error and reads the answer; true when it begins with y. */
export async function confirm(tool: Tool, question: string): Promise<boolean> {
  await tool.out.flush();
  await tool.errorText(`${tool.name}: ${question}`);
  return await answer(tool);
}

/** Reads an answer; true when it begins with y. */
export async function answer(tool: Tool): Promise<boolean> {
  let reader = readers.get(tool);
  if (!reader) readers.set(tool, reader = new LineReader(tool.process, 0));
  return /^[yY]/.test((await reader.next()) ?? '');
}
