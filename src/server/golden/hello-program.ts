/** A Linux program for amd64 that writes `message` to its standard output and ends: write(1, message, length); exit(0). */
export function helloProgram(message: string): Uint8Array {
  const text = Buffer.from(message);
  const base = 0x400000;
  const header = 64 + 56;
  const code = Buffer.from('b801000000bf0100000048be0000000000000000ba000000000f05b83c00000031ff0f05', 'hex');
  code.writeBigUInt64LE(BigInt(base + header + code.length), 12);
  code.writeUInt32LE(text.length, 21);
  const size = header + code.length + text.length;

  const elf = Buffer.alloc(header);
  elf.write('\x7fELF\x02\x01\x01', 'latin1');
  elf.writeUInt16LE(2, 16); // ET_EXEC
  elf.writeUInt16LE(62, 18); // EM_X86_64
  elf.writeUInt32LE(1, 20);
  elf.writeBigUInt64LE(BigInt(base + header), 24); // entry
  elf.writeBigUInt64LE(64n, 32); // program headers
  for (const [offset, value] of [[52, 64], [54, 56], [56, 1], [58, 64]] as const) elf.writeUInt16LE(value, offset);
  elf.writeUInt32LE(1, 64); // PT_LOAD
  elf.writeUInt32LE(5, 68); // read and execute
  for (const [offset, value] of [[72, 0], [80, base], [88, base], [96, size], [104, size], [112, 4096]] as const) elf.writeBigUInt64LE(BigInt(value), offset);
  return Buffer.concat([elf, code, text]);
}
