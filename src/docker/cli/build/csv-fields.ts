/** `a=b,"c=d,e",f` as pairs; a field without `=` has no value. */
export function csvFields(text: string): [string, string | undefined][] {
  const fields = text.match(/(?:"(?:[^"]|"")*"|[^,])+|(?<=,)(?=,|$)/g) ?? [];
  return fields.map((field) => {
    const plain = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
    const equals = plain.indexOf('=');
    return equals < 0 ? [plain, undefined] : [plain.slice(0, equals), plain.slice(equals + 1)];
  });
}
