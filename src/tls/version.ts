/** Versions that are spoken here, in OpenSSL's spelling. */
export type ProtocolVersion = 'TLSv1.2' | 'TLSv1.3';

/** Number of a version on the wire. */
export const versionCode: Readonly<Record<ProtocolVersion, number>> = { 'TLSv1.2': 0x0303, 'TLSv1.3': 0x0304 };

const names: Record<number, string> = { 0x0300: 'SSLv3', 0x0301: 'TLSv1', 0x0302: 'TLSv1.1', 0x0303: 'TLSv1.2', 0x0304: 'TLSv1.3' };

/** Name of a version by its number, older ones too. */
export function versionName(code: number): string {
  return names[code] ?? `0x${code.toString(16).padStart(4, '0')}`;
}
