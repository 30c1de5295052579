/** Words of a line as history expansion cuts them: operators stand alone, quotes hold together and stay. */
export function historyWords(line: string): string[] {
  return line.match(/\d*(?:>>|<<<|<<-?|<>|>&|<&|>\||[<>])|(?:\|\||&&|;;|\|&|[|&;()])|(?:\\[^]|'[^']*'?|"(?:\\[^]|[^"\\])*"?|\$\((?:[^()]|\([^()]*\))*\)|[^\s|&;()<>\\'"])+/g) ?? [];
}
