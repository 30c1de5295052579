import { curveByOid, type CurveName, isPkiError, oidOf, readDer } from '../../pki/index.ts';

/** The curve that ECParameters name; undefined when they are missing or name none that is here. */
export function curveOfParameters(der: Uint8Array | undefined): CurveName | undefined {
  try {
    return der && curveByOid(oidOf(readDer(der)));
  } catch (error) {
    if (isPkiError(error)) return undefined;
    throw error;
  }
}
