import { expect, it } from 'vitest';
import { isEndOfProcess } from '../uapi/index.ts';
import { FdTable } from './fd-table.ts';
import { Pipe, PipeFile } from './pipe.ts';

it('closes at once what a call brings when its process has ended: the other side is told', () => {
  for (const take of [(table: FdTable, file: PipeFile) => table.add(file), (table: FdTable, file: PipeFile) => table.set(3, file)]) {
    const table = new FdTable();
    table.closeAll();
    const pipe = new Pipe(1);
    const file = new PipeFile(pipe, { read: true });
    let thrown: unknown;
    try {
      take(table, file);
    } catch (error) {
      thrown = error;
    }
    expect([isEndOfProcess(thrown), table.numbers(), pipe.readers]).toEqual([true, [], 0]);
  }
});
