/** The API version that the engine speaks: that of Engine 26.1. */
export const apiVersion = '1.45';

/** The oldest that it still speaks. */
export const minApiVersion = '1.24';

/** Compares API versions such as `1.9` and `1.45`: negative when `a` is older, 0 when equal. */
export function compareApiVersions(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}
