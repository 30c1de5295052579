import type { Process } from '../../../kernel/uapi/index.ts';
import { readToEnd, textOf } from '../../program/index.ts';

/** Runs a command with a shell; what it prints, messages included. */
export async function runToText(process: Process, command: string, input: string): Promise<string> {
  const [inputReader, inputWriter] = process.pipe();
  const [reader, writer] = process.pipe();
  for (const fd of [inputWriter, reader]) process.setCloexec(fd, true);
  const pid = process.fork(async (child) => {
    child.dup2(inputReader, 0);
    child.dup2(writer, 1);
    child.dup2(writer, 2);
    for (const fd of [inputReader, inputWriter, reader, writer]) if (fd > 2) child.close(fd);
    return child.exec('/bin/sh', ['sh', '-c', command]);
  });
  process.close(inputReader);
  process.close(writer);
  const feeder = process.fork(async (child) => {
    child.close(reader);
    await child.write(inputWriter, input);
    return 0;
  });
  process.close(inputWriter);
  const text = textOf(await readToEnd(process, reader));
  process.close(reader);
  await process.wait(pid);
  await process.wait(feeder);
  return text;
}
