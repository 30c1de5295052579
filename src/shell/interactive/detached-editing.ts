import type { Editing } from '../readline/editing.ts';
import { LineEditor } from '../readline/editor.ts';

/** An editor without a terminal: scripts may look at key bindings and set them. */
export function detachedEditing(): Editing {
  const editor = new LineEditor({ next: async () => undefined, pending: async () => false }, {
    write: async () => undefined,
    size: () => ({ rows: 24, columns: 80 }),
    history: () => [],
    complete: async (_line, cursor) => ({ start: cursor, items: [] }),
    words: () => [],
    expand: async () => undefined,
    runCommand: async (_command, line) => line,
    editText: async () => undefined,
    readInit: async () => undefined,
    version: '',
  });
  editor.memory.set('detached', true);
  return editor;
}
