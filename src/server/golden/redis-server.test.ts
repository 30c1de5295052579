import { expect, it } from 'vitest';
import { switchOff } from './redis-server.ts';

const namesAt = 0x1000;
const tableAt = 0x2000;

/** A program with two settings, both on; its addresses are not its offsets. */
function program(): Buffer {
  const sections = 200;
  const elf = Buffer.alloc(sections + 3 * 64 + 512);
  elf.writeBigUInt64LE(BigInt(sections), 40);
  elf.writeUInt16LE(64, 58);
  elf.writeUInt16LE(3, 60);
  const place = (index: number, type: number, address: number, offset: number, size: number): void => {
    elf.writeUInt32LE(type, sections + index * 64 + 4);
    [address, offset, size].forEach((value, field) => elf.writeBigUInt64LE(BigInt(value), sections + index * 64 + 16 + field * 8));
  };
  const [names, table, relocations] = [sections + 192, sections + 256, sections + 448];
  elf.write('\0protected-mode\0daemonize\0', names, 'latin1');
  place(0, 1, namesAt, names, 64);
  place(1, 1, tableAt, table, 192);
  place(2, 4, 0, relocations, 48);
  [namesAt + 1, namesAt + 16].forEach((name, index) => {
    elf.writeBigUInt64LE(1n, table + index * 96 + 72);
    elf.writeBigUInt64LE(BigInt(tableAt + index * 96), relocations + index * 24);
    elf.writeBigInt64LE(BigInt(name), relocations + index * 24 + 16);
  });
  return elf;
}

it('changes the default of one setting and nothing else', () => {
  const elf = program();
  switchOff(elf, 'protected-mode');
  const changed = [...program()].flatMap((byte, at) => (byte === elf[at] ? [] : [at]));
  expect(changed).toEqual([200 + 256 + 72]);
});

it('says so where it does not find it, or finds it off', () => {
  const elf = program();
  expect(() => switchOff(elf, 'appendonly')).toThrow('no appendonly');
  switchOff(elf, 'daemonize');
  expect(() => switchOff(elf, 'daemonize')).toThrow('no daemonize');
});
