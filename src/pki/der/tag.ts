/** Numbers of the universal types: X.680, table 1. */
export const tags = {
  boolean: 1, integer: 2, bitString: 3, octetString: 4, null: 5, oid: 6, objectDescriptor: 7, external: 8, real: 9, enumerated: 10, utf8String: 12, sequence: 16, set: 17,
  numericString: 18, printableString: 19, t61String: 20, videotexString: 21, ia5String: 22, utcTime: 23, generalizedTime: 24, graphicString: 25, visibleString: 26, generalString: 27, universalString: 28, bmpString: 30,
} as const;
