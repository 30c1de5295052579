const plain = /^(?![~#])[\w%+,\-./:@\]{}~#\u00a0-\ud7ff\ue000-\uffff\ud800-\udbff\udc00-\udfff]+$/u;
const doubleQuotable = /^[\w%+,\-./:@\]{}' \u00a0-\uffff]+$/;
// eslint-disable-next-line no-control-regex
const control = /[\x00-\x1f\x7f\udc80-\udcff]/u;

/** A file name as GNU's messages always quote it: `'x y'`, `"a'b"`, `'a'$'\n''b'`. */
export function quote(name: string): string {
  if (!control.test(name)) {
    if (!name.includes("'")) return `'${name}'`;
    if (doubleQuotable.test(name)) return `"${name}"`;
  }
  let text = "'";
  let ansi = false;
  for (const char of name) {
    const code = char.codePointAt(0) ?? 0;
    if (control.test(char)) {
      const named = { 7: 'a', 8: 'b', 9: 't', 10: 'n', 11: 'v', 12: 'f', 13: 'r' }[code];
      const value = code >= 0xdc80 ? code - 0xdc00 : code;
      text += `${ansi ? '' : "'$'"}\\${named ?? value.toString(8).padStart(3, '0')}`;
      ansi = true;
      continue;
    }
    if (ansi) text += "''";
    ansi = false;
    text += char === "'" ? "'\\''" : char;
  }
  return `${text}'`.replace(/^''(?=\$)/, '');
}

/** The same, only where a shell would need it. */
export function quoteIfNeeded(name: string): string {
  return plain.test(name) && !control.test(name) && !/^[{}]$/.test(name) ? name : quote(name);
}
