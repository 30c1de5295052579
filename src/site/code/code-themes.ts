import { ExpressiveCodeTheme } from '@astrojs/starlight/expressive-code';

/** Colours of code, each 4.5:1 or more on the ground of its theme. */
interface Palette {
  ground: string;
  text: string;
  comment: string;
  keyword: string;
  string: string;
  command: string;
  constant: string;
  variable: string;
}

const light: Palette = { ground: '#f4f6f9', text: '#14263d', comment: '#566375', keyword: '#1c4f8f', string: '#17693a', command: '#0b1a2e', constant: '#96430a', variable: '#7a2f86' };
const dark: Palette = { ground: '#0a131f', text: '#dde5ef', comment: '#8b9bb0', keyword: '#93bff3', string: '#6fd19a', command: '#f4f7fb', constant: '#f2ab5e', variable: '#d6a4e3' };

function theme(name: string, type: 'light' | 'dark', palette: Palette): ExpressiveCodeTheme {
  const token = (scope: string[], foreground: string, fontStyle?: string): object => ({ scope, settings: { foreground, ...(fontStyle === undefined ? {} : { fontStyle }) } });
  return new ExpressiveCodeTheme({
    name,
    type,
    colors: { 'editor.background': palette.ground, 'editor.foreground': palette.text },
    tokenColors: [
      token(['comment', 'punctuation.definition.comment'], palette.comment, 'italic'),
      token(['keyword.control', 'keyword.other.special-method', 'storage', 'entity.name.tag'], palette.keyword, 'bold'),
      token(['keyword.operator'], palette.keyword),
      token(['string.quoted', 'string.interpolated', 'string.unquoted.heredoc', 'string.unquoted.plain'], palette.string),
      token(['entity.name.function', 'entity.name.command', 'support.function', 'support.type.property-name'], palette.command, 'bold'),
      token(['constant', 'constant.other.option', 'constant.numeric'], palette.constant),
      token(['variable', 'punctuation.definition.variable'], palette.variable),
    ],
  });
}

/** The site's own themes for code. */
export const codeThemes: ExpressiveCodeTheme[] = [theme('drydock-dark', 'dark', dark), theme('drydock-light', 'light', light)];
