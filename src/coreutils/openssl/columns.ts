/** Names in columns, as openssl lists them: 18 characters each, four to a line. */
export function columns(names: readonly string[]): string {
  return names.map((name, i) => `${name.padEnd(18)}${i % 4 === 3 && i < names.length - 1 ? '\n' : ''}`).join('');
}

/** Names of options in columns, three to a line, as -list shows them. */
export function optionColumns(names: readonly string[]): string {
  return names.map((name, i) => `-${name.padEnd(25)}${i % 3 === 2 ? '\n' : ' '}`).join('');
}
