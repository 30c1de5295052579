const safe = /^[A-Za-z0-9_@%+=:,./-]+$/;
// eslint-disable-next-line no-control-regex
const control = /[\x00-\x1f\x7f\udc80-\udcff]/;

const escapes: Record<string, string> = {
  '\x07': '\\a', '\b': '\\b', '\x1b': '\\E', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\\': '\\\\', "'": "\\'",
};

/** `$'…'` with the escapes that bash uses. */
export function quoteAnsiC(text: string): string {
  let quoted = "$'";
  for (const character of text) {
    const escape = escapes[character];
    const code = character.charCodeAt(0);
    if (escape !== undefined) quoted += escape;
    else if (code < 0x20 || code === 0x7f) quoted += `\\${code.toString(8).padStart(3, '0')}`;
    else if (character.length === 1 && code >= 0xdc80 && code <= 0xdcff) quoted += `\\${(code - 0xdc00).toString(8)}`;
    else quoted += character;
  }
  return `${quoted}'`;
}

/** Whether `text` holds a character that only `$'…'` shows. */
export function needsAnsiC(text: string): boolean {
  return control.test(text);
}

/** `'…'`, with each quote as `'\''`. */
export function quoteSingle(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** As `set`, `export -p` and `alias` show values: bare when safe, else quoted. */
export function quoteReusable(text: string): string {
  if (text === '') return '';
  if (control.test(text)) return quoteAnsiC(text);
  return needsQuotes(text) ? quoteSingle(text) : text;
}

// What sh_contains_shell_metas looks for.
function needsQuotes(text: string): boolean {
  if (/[ \t\n'"\\|&;()<>!{}*[\]?^$`]/.test(text)) return true;
  if (/^[~]|[:=]~/.test(text)) return true;
  return text.startsWith('#');
}

/** As `${x@Q}`: always in quotes. */
export function quoteAlways(text: string): string {
  return control.test(text) ? quoteAnsiC(text) : quoteSingle(text);
}

/** In double quotes, as `declare -p` shows values. */
export function quoteDouble(text: string): string {
  return control.test(text) ? quoteAnsiC(text) : `"${text.replace(/["$\\`]/g, '\\$&')}"`;
}

/** With backslashes, as `printf %q` shows values. */
export function quoteBackslash(text: string): string {
  if (text === '') return "''";
  if (safe.test(text)) return text;
  if (control.test(text)) return quoteAnsiC(text);
  let quoted = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (/[ \t'"\\|&;()<>!{}*[\]?^$`,]/.test(character)) quoted += `\\${character}`;
    else if ((character === '#' && index === 0) || (character === '~' && (index === 0 || /[:=]/.test(text[index - 1] ?? '')))) quoted += `\\${character}`;
    else quoted += character;
  }
  return quoted;
}
