import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bringLibraries, type Place } from './place.ts';

/** In Debian's packages the server is one program with what checks its files, and tells them apart by name. */
const program = 'usr/bin/redis-check-rdb';

/** Lays Debian's redis-server as the official image has it: built with protected mode off, so that other containers are served. */
export async function layRedisServer(path: string, place: Place): Promise<void> {
  const bytes = await readFile(join(place.programs, program));
  switchOff(bytes, 'protected-mode');
  await writeFile(path, bytes);
  await bringLibraries(place, place.programs, [`/${program}`]);
}

/** Makes `no` the default of a setting that is on or off: the integer after the setting's address in its entry of Redis' table (`struct standardConfig`), which begins with the name's address. */
export function switchOff(elf: Buffer, setting: string): void {
  const sections = sectionsOf(elf);
  const offsetOf = (address: number): number => {
    const section = sections.find((each) => each.type === progbits && address >= each.address && address < each.address + each.size);
    return section ? address - section.address + section.offset : -1;
  };
  const entries: number[] = [];
  for (const table of sections.filter((each) => each.type === rela)) {
    for (let at = table.offset; at < table.offset + table.size; at += 24) {
      const text = offsetOf(Number(elf.readBigInt64LE(at + 16)));
      if (text > 0 && elf.subarray(text, text + setting.length + 1).toString('latin1') === `${setting}\0`) entries.push(offsetOf(Number(elf.readBigUInt64LE(at))));
    }
  }
  const [entry = -1] = entries;
  if (entries.length !== 1 || entry < 0 || elf.readBigUInt64LE(entry + defaultValue) !== 1n) throw new Error(`this redis-server has no ${setting} where it is looked for`);
  elf.writeBigUInt64LE(0n, entry + defaultValue);
}

/** After name, alias, flags, five functions and the setting's address. */
const defaultValue = 72;
const progbits = 1;
const rela = 4;

function sectionsOf(elf: Buffer): { type: number; address: number; offset: number; size: number }[] {
  const table = Number(elf.readBigUInt64LE(40));
  return Array.from({ length: elf.readUInt16LE(60) }, (_, index) => {
    const at = table + index * elf.readUInt16LE(58);
    const field = (offset: number): number => Number(elf.readBigUInt64LE(at + offset));
    return { type: elf.readUInt32LE(at + 4), address: field(16), offset: field(24), size: field(32) };
  });
}
