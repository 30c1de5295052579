const byName: readonly [RegExp, string][] = [
  [/^(?:PEM|pem|P|p)$/, 'pem'], [/^d/i, 'der'], [/^(?:B|b|B64|b64|BASE64|base64)$/, 'b64'], [/^(?:P12|p12|PKCS12|pkcs12|1.*)$/, 'pkcs12'], [/^s/i, 'smime'], [/^e/i, 'engine'], [/^m/i, 'msblob'], [/^(?:NSS|nss)$/, 'nss'], [/^t/i, 'text'], [/^h/i, 'http'], [/^(?:PVK|pvk)$/, 'pvk'],
];

/** The format that a word of an option such as -inform names; undefined for none. */
export function formatByName(word: string): string | undefined {
  return byName.find(([pattern]) => pattern.test(word))?.[1];
}

/** Formats that options of a kind take; others take all. */
const allowed: Partial<Record<string, readonly string[]>> = { 'PEM|DER': ['pem', 'der'], 'PEM|DER|ENGINE': ['pem', 'der', 'engine'], parm: ['pem', 'der', 'b64'] };

/** What is wrong with the value of an option for formats, empty when OpenSSL has no words for it; undefined when nothing is. */
export function formatProblem(kind: string, value: string): string | undefined {
  const format = formatByName(value);
  if (format === undefined) return /^b/i.test(value) ? '' : `Bad format "${value}"`;
  const formats = allowed[kind];
  return !formats || formats.includes(format) ? undefined : `Bad format "${value}"; must be one of: ${formats.map((each) => ` ${each}`).join('')}`;
}

/** Whether options of a kind take a format. */
export function takesFormat(kind: string): boolean {
  return kind === 'format' || kind in allowed;
}
