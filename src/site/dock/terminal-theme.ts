import type { ITheme } from '@xterm/xterm';

/** The terminal's colours in both themes; every colour is legible on the ground (4.5:1 or more). */
const themes: Record<'light' | 'dark', ITheme> = {
  light: {
    background: '#ffffff',
    foreground: '#14263d',
    cursor: '#ad4d08',
    cursorAccent: '#ffffff',
    selectionBackground: '#c9daf0',
    scrollbarSliderBackground: '#14263d26',
    scrollbarSliderHoverBackground: '#14263d4d',
    scrollbarSliderActiveBackground: '#14263d66',
    black: '#14263d',
    red: '#a8231b',
    green: '#17693a',
    yellow: '#7d5700',
    blue: '#1c4f8f',
    magenta: '#7a2f86',
    cyan: '#0a6470',
    white: '#5a6675',
    brightBlack: '#5f6b7a',
    brightRed: '#c02b21',
    brightGreen: '#1b7a43',
    brightYellow: '#8f6400',
    brightBlue: '#2560ab',
    brightMagenta: '#8f3a9c',
    brightCyan: '#0b7583',
    brightWhite: '#14263d',
  },
  dark: {
    background: '#0a131f',
    foreground: '#dde5ef',
    cursor: '#f0a24c',
    cursorAccent: '#0a131f',
    selectionBackground: '#27476c',
    scrollbarSliderBackground: '#dde5ef26',
    scrollbarSliderHoverBackground: '#dde5ef4d',
    scrollbarSliderActiveBackground: '#dde5ef66',
    black: '#7b8ba0',
    red: '#ff9a8f',
    green: '#6fd19a',
    yellow: '#e9c46a',
    blue: '#93bff3',
    magenta: '#d6a4e3',
    cyan: '#78cfdc',
    white: '#dde5ef',
    brightBlack: '#8b9bb0',
    brightRed: '#ffb3aa',
    brightGreen: '#93e0b5',
    brightYellow: '#f3d68c',
    brightBlue: '#b3d3f8',
    brightMagenta: '#e4c0ed',
    brightCyan: '#9adfe9',
    brightWhite: '#ffffff',
  },
};

/** Colours for the page's theme now. */
export function terminalTheme(): ITheme {
  return themes[document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark'];
}
