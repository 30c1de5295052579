/** Shortcuts that the two lowest lines show: key and label, column by column from the top. */
export type Menu = readonly (readonly [key: string, label: string])[];

export const mainMenu: Menu = [
  ['^G', 'Help'], ['^X', 'Exit'], ['^O', 'Write Out'], ['^R', 'Read File'], ['^F', 'Where Is'], ['^\\', 'Replace'], ['^K', 'Cut'], ['^U', 'Paste'], ['^T', 'Execute'], ['^J', 'Justify'],
  ['^C', 'Location'], ['^/', 'Go To Line'], ['M-U', 'Undo'], ['M-E', 'Redo'], ['M-A', 'Set Mark'], ['M-6', 'Copy'], ['M-]', 'To Bracket'], ['^B', 'Where Was'], ['M-B', 'Previous'], ['M-F', 'Next'],
];
export const closeMenu: Menu = mainMenu.map((row) => (row[0] === '^X' ? (['^X', 'Close'] as const) : row));
export const writeMenu: Menu = [['^G', 'Help'], ['^C', 'Cancel'], ['M-D', 'DOS Format'], ['M-M', 'Mac Format'], ['M-A', 'Append'], ['M-P', 'Prepend'], ['M-B', 'Backup File'], ['^T', 'Browse']];
export const searchMenu: Menu = [['^G', 'Help'], ['^C', 'Cancel'], ['M-C', 'Case Sens'], ['M-R', 'Reg.exp.'], ['M-B', 'Backwards'], ['^R', 'Replace'], ['^P', 'Older'], ['^N', 'Newer'], ['^T', 'Go To Line']];
export const replaceMenu: Menu = [['^G', 'Help'], ['^C', 'Cancel'], ['M-C', 'Case Sens'], ['M-R', 'Reg.exp.'], ['M-B', 'Backwards'], ['^R', 'No Replace'], ['^P', 'Older'], ['^N', 'Newer']];
export const replaceWithMenu: Menu = [['^G', 'Help'], ['^C', 'Cancel'], ['^P', 'Older'], ['^N', 'Newer']];
export const gotoMenu: Menu = [['^G', 'Help'], ['^C', 'Cancel'], ['^W', 'Begin of Paragr.'], ['^O', 'End of Paragraph'], ['^Y', 'First Line'], ['^V', 'Last Line'], ['^T', 'Go To Text']];
export const insertMenu: Menu = [['^G', 'Help'], ['^C', 'Cancel'], ['M-F', 'New Buffer'], ['M-N', 'No Conversion'], ['^X', 'Execute Command'], ['^T', 'Browse']];
export const executeMenu: Menu = [['^G', 'Help'], ['^C', 'Cancel'], ['^P', 'Older'], ['^N', 'Newer'], ['M-F', 'New Buffer'], ['M-\\', 'Pipe Text'], ['^S', 'Spell Check'], ['^Y', 'Linter'], ['^J', 'Full Justify'], ['^O', 'Formatter'], ['^V', 'Cut Till End'], ['^Z', 'Suspend']];
export const helpMenu: Menu = [['^L', 'Refresh'], ['^X', 'Close'], ['^F', 'Where Is'], ['^B', 'Where Was'], ['M-B', 'Previous'], ['M-F', 'Next'], ['^P', 'Prev Line'], ['^N', 'Next Line'], ['^Y', 'Prev Page'], ['^V', 'Next Page'], ['M-\\', 'First Line'], ['M-/', 'Last Line']];

const reversed = (text: string): string => `\x1b[7m${text}\x1b[27m`;

/** The two lowest lines. */
export function menuRows(menu: Menu, columns: number): [string, string] {
  const shown = Math.min(menu.length, Math.floor((columns + 40) / 20) * 2);
  const across = Math.floor((shown + 1) / 2);
  const width = Math.floor(columns / across);
  const cell = ([key, label]: readonly [string, string], last: boolean): string => {
    const room = (last ? columns - width * (across - 1) : width) - key.length - 1;
    return `${reversed(key)} ${label.slice(0, Math.max(0, room)).padEnd(Math.max(0, room))}`;
  };
  const row = (parity: 0 | 1): string => menu.slice(0, shown).filter((_, index) => index % 2 === parity).map((one, index) => cell(one, index === across - 1)).join('').replace(/ +$/, '');
  return [row(0), row(1)];
}

/** The two lowest lines of a question. */
export function questionRows(all: boolean, columns: number): [string, string] {
  const width = columns < 32 ? Math.floor(columns / 2) : 16;
  const cell = (key: string, label: string): string => `${reversed(key)} ${label}`.padEnd(width + 9);
  return [`${cell(' Y', 'Yes')}${all ? cell(' A', 'All') : ''}`.trimEnd(), `${cell(' N', 'No')}${cell('^C', 'Cancel')}`.trimEnd()];
}
