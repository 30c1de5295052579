import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type SessionRecord, SessionRecords } from './session-record.ts';

const record: SessionRecord = { id: '0123456789abcdef', tokenHash: '', seen: 0, hosts: [], user: '', disks: {}, begun: false };

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'drydock-records-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('writes records that are put at the same time one after the other, and the last state stays', () => inFolder(async (folder) => {
  const records = new SessionRecords(folder);
  const mine = { ...record };
  await Promise.all(Array.from({ length: 20 }, (_, seen) => records.put(Object.assign(mine, { seen }))));
  expect([await records.get(record.id), await readdir(folder)]).toEqual([{ ...record, seen: 19 }, ['0123456789abcdef.json']]);
  await Promise.all([records.put(mine), records.remove(record.id)]);
  expect(await readdir(folder)).toEqual([]);
}));

it('is closed when all is written, and writes nothing later', () => inFolder(async (folder) => {
  const records = new SessionRecords(folder);
  void records.put(record);
  await records.close();
  expect(await readdir(folder)).toEqual(['0123456789abcdef.json']);
  await records.remove(record.id);
  await records.put({ ...record, id: 'fedcba9876543210' });
  expect(await readdir(folder)).toEqual(['0123456789abcdef.json']);
}));
