/** A time such as `1.5`, `2m`, `1h`, `infinity` in milliseconds; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+\.?\d*|\.\d+|inf(?:inity)?)([smhd]?)$/i.exec(text);
  if (!match) return undefined;
  const factor = { '': 1, s: 1, m: 60, h: 3600, d: 86400 }[match[2] ?? ''] ?? 1;
  return /^inf/i.test(match[1] ?? '') ? Infinity : Number(match[1]) * factor * 1000;
}
