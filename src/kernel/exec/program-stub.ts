import { decodeUtf8, encodeUtf8 } from '../../base/index.ts';

const marker = encodeUtf8('\0drydock-program\0');
const machines = { amd64: 62, arm64: 183 } as const;

/** An architecture of executables, in the words of OCI images. */
export type Architecture = keyof typeof machines;

/**
 * The bytes of an executable file that runs the built-in program `name`: an ELF header, as file(1) wants it, and the name. Give the file a larger
 * apparent size to make it look like the real one. An architecture other than amd64 makes exec fail with ENOEXEC.
 */
export function programStub(name: string, architecture: Architecture = 'amd64'): Uint8Array {
  const text = encodeUtf8(name);
  const stub = new Uint8Array(64 + marker.length + text.length + 1);
  const view = new DataView(stub.buffer);
  // ELF, 64 bits, little endian, version 1, System V
  stub.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]);
  view.setUint16(16, 3, true); // e_type: position-independent executable
  view.setUint16(18, machines[architecture], true);
  view.setUint32(20, 1, true); // e_version
  view.setUint16(52, 64, true); // e_ehsize
  view.setUint16(54, 56, true); // e_phentsize
  view.setUint16(58, 64, true); // e_shentsize
  stub.set(marker, 64);
  stub.set(text, 64 + marker.length);
  return stub;
}

/** What a stub says; undefined when the bytes (the first 512 are enough) are none. */
export function parseProgramStub(bytes: Uint8Array): { name: string; architecture: Architecture } | undefined {
  if (bytes.length < 64 + marker.length || !isElf(bytes)) return undefined;
  for (let i = 0; i < marker.length; i++) if (bytes[64 + i] !== marker[i]) return undefined;
  const start = 64 + marker.length;
  const end = bytes.indexOf(0, start);
  const name = decodeUtf8(bytes.subarray(start, end < 0 ? undefined : end));
  return { name, architecture: bytes[18] === machines.arm64 ? 'arm64' : 'amd64' };
}

/** Whether the bytes start as an ELF file does. */
export function isElf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}
