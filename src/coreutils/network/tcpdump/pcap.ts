import { concatBytes } from '../../../base/index.ts';
import { type Captured, frameBytes, readFrame } from './frame-bytes.ts';

/** The head of a capture file: microseconds, Ethernet. */
export function pcapHeader(): Uint8Array {
  const view = new DataView(new ArrayBuffer(24));
  view.setUint32(0, 0xa1b2c3d4, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, 262144, true);
  view.setUint32(20, 1, true);
  return new Uint8Array(view.buffer);
}

/** A packet in a capture file. */
export function pcapRecord(packet: Captured): Uint8Array {
  const bytes = frameBytes(packet);
  const view = new DataView(new ArrayBuffer(16));
  view.setUint32(0, Math.floor(packet.time / 1000), true);
  view.setUint32(4, Math.floor((packet.time % 1000) * 1000), true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, bytes.length, true);
  return concatBytes([new Uint8Array(view.buffer), bytes]);
}

/** The packets of a capture file; undefined when it is none. */
export function readPcap(bytes: Uint8Array): Captured[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 24) return undefined;
  const little = view.getUint32(0, true) === 0xa1b2c3d4;
  if (!little && view.getUint32(0) !== 0xa1b2c3d4) return undefined;
  const found: Captured[] = [];
  for (let at = 24; at + 16 <= bytes.length; ) {
    const length = view.getUint32(at + 8, little);
    const frame = readFrame(bytes.subarray(at + 16, at + 16 + length));
    if (frame) found.push({ ...frame, time: view.getUint32(at, little) * 1000 + view.getUint32(at + 4, little) / 1000 });
    at += 16 + length;
  }
  return found;
}
