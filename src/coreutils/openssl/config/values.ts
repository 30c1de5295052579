/** `name:value, name2:value2` of extensions, split as X509V3_parse_list does: at commas, then at the first colon. */
export function parseList(text: string): { name: string; value: string | undefined }[] {
  return text.split(',').map((part) => {
    const colon = part.indexOf(':');
    return colon < 0 ? { name: part.trim(), value: undefined } : { name: part.slice(0, colon).trim(), value: part.slice(colon + 1).trim() };
  });
}
