import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type SessionRecord, SessionRecords } from './session-record.ts';

it('writes records that are put at the same time one after the other, and the last state stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'drydock-records-'));
  try {
    const records = new SessionRecords(folder);
    const record: SessionRecord = { id: '0123456789abcdef', tokenHash: '', seen: 0, hosts: [], user: '', disks: {}, begun: false };
    await Promise.all(Array.from({ length: 20 }, (_, seen) => records.put(Object.assign(record, { seen }))));
    expect([await records.get(record.id), await readdir(folder)]).toEqual([{ ...record, seen: 19 }, ['0123456789abcdef.json']]);
    await Promise.all([records.put(record), records.remove(record.id)]);
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
