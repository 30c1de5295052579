import { encodeUtf8 } from '../../base/index.ts';
import { type Fd, isSystemError, type Process } from '../../kernel/index.ts';

const folder = '/var/log/journal';

/** Where journalctl reads. */
const journalPath = `${folder}/system.journal`;

/** Adds a line to the journal: milliseconds, unit, `name[pid]`, message, with tabs between. */
export function writeJournal(init: Process, unit: string, source: string, message: string): void {
  try {
    if (!init.exists(folder)) init.mkdir(folder, 0o755);
    init.writeFile(journalPath, `${init.clock.now()}\t${unit}\t${source}\t${message}\n`, { append: true, mode: 0o640 });
  } catch (error) {
    // A full disk costs lines, not the service.
    if (!isSystemError(error)) throw error;
  }
}

/** Copies what a service writes to the journal and to its log file, line by line, until it ends; `onLine` sees each. */
export async function pumpLog(init: Process, from: Fd, unit: string, source: string, logFile: string, onLine: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let carry = '';
  try {
    for (;;) {
      const part = await init.read(from);
      if (part.length === 0) break;
      const lines = (carry + decoder.decode(part, { stream: true })).split('\n');
      carry = lines.pop() ?? '';
      for (const line of lines) {
        writeJournal(init, unit, source, line);
        try {
          init.writeFile(logFile, encodeUtf8(`${line}\n`), { append: true, mode: 0o640 });
        } catch (error) {
          if (!isSystemError(error)) throw error;
        }
        onLine(line);
      }
    }
  } finally {
    init.close(from);
  }
}
