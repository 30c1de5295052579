/** `content-type` as servers write it: `Content-Type`. */
export function canonicalHeader(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
