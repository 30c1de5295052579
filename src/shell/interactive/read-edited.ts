import { LineEditor } from '../readline/editor.ts';
import type { Shell } from '../state/shell.ts';
import { encodeText } from '../text/byte-string.ts';
import { editorHost } from './editor-host.ts';
import { terminalKeys } from './terminal-keys.ts';

/** Reads a line with the line editor (`read -e`) and gives a descriptor to read it from; undefined when Ctrl-C gave it up. */
export async function readEdited(shell: Shell, fd: number, prompt: string, initial: string): Promise<number | undefined> {
  const { process } = shell;
  const size = (): { rows: number; columns: number } => {
    const { rows, columns } = process.windowSize(fd);
    return columns > 0 ? { rows, columns } : { rows: 24, columns: 80 };
  };
  const keys = terminalKeys(shell, fd, () => shell.interrupted);
  const editor = new LineEditor(keys, editorHost(shell, { size, cooked: (run) => run() }));
  const saved = process.tcgetattr(fd);
  process.tcsetattr(fd, { canonical: false, echo: false, crToNl: false, flowControl: false });
  try {
    const result = await editor.readLine(prompt, initial);
    if (result.kind === 'interrupt') return undefined;
    const [reader, writer] = process.pipe();
    if (result.kind === 'line') await process.write(writer, encodeText(`${result.text}\n`));
    process.close(writer);
    return reader;
  } finally {
    process.tcsetattr(fd, saved);
  }
}
