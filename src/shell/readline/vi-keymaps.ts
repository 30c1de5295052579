import type { KeymapRows } from './keymap.ts';

/** vi's insertion mode, as `bind -m vi-insert -p` lists it. */
export const viInsertRows: KeymapRows = [
  ['accept-line', '\x0a', '\x0d'], ['backward-char', '\x1bOD', '\x1b[D'], ['backward-delete-char', '\x08', '\x7f'], ['backward-word', '\x1b[1;3D', '\x1b[1;5D'],
  ['beginning-of-line', '\x1bOH', '\x1b[H'], ['bracketed-paste-begin', '\x1b[200~'], ['complete', '\x09'], ['delete-char', '\x1b[3~'], ['end-of-line', '\x1bOF', '\x1b[F'],
  ['forward-char', '\x1bOC', '\x1b[C'], ['forward-search-history', '\x13'], ['forward-word', '\x1b[1;3C', '\x1b[1;5C'], ['history-search-backward', '\x1b[5~'],
  ['history-search-forward', '\x1b[6~'], ['kill-word', '\x1b[3;5~'], ['menu-complete', '\x0e'], ['menu-complete-backward', '\x10'], ['next-history', '\x1bOB', '\x1b[B'],
  ['overwrite-mode', '\x1b[2~'], ['previous-history', '\x1bOA', '\x1b[A'], ['quoted-insert', '\x16'], ['reverse-search-history', '\x12'], ['transpose-chars', '\x14'],
  ['unix-line-discard', '\x15'], ['vi-eof-maybe', '\x04'], ['vi-movement-mode', '\x1b'], ['vi-undo', '\x1f'], ['vi-unix-word-rubout', '\x17'], ['yank', '\x19'],
];

/** vi's command mode, as `bind -m vi-command -p` lists it. */
export const viCommandRows: KeymapRows = [
  ['abort', '\x07'], ['accept-line', '\x0a', '\x0d'], ['backward-char', '\x08', '\x1bOD', '\x1b[D', 'h'], ['backward-word', '\x1b[1;3D', '\x1b[1;5D'],
  ['beginning-of-line', '\x1bOH', '\x1b[H', '0'], ['clear-screen', '\x0c'], ['delete-char', '\x1b[3~'], ['end-of-line', '\x1bOF', '\x1b[F', '$'],
  ['forward-char', '\x1bOC', '\x1b[C', ' ', 'l'], ['forward-search-history', '\x13'], ['forward-word', '\x1b[1;3C', '\x1b[1;5C'], ['history-search-backward', '\x1b[5~'],
  ['history-search-forward', '\x1b[6~'], ['insert-comment', '#'], ['kill-line', '\x0b'], ['kill-word', '\x1b[3;5~'], ['next-history', '\x0e', '\x1bOB', '\x1b[B', '+', 'j'],
  ['overwrite-mode', '\x1b[2~'], ['previous-history', '\x10', '\x1bOA', '\x1b[A', '-', 'k'], ['quoted-insert', '\x11', '\x16'], ['reverse-search-history', '\x12'],
  ['revert-line', 'U'], ['transpose-chars', '\x14'], ['unix-line-discard', '\x15'], ['vi-append-eol', 'A'], ['vi-append-mode', 'a'],
  ['vi-arg-digit', '1', '2', '3', '4', '5', '6', '7', '8', '9'], ['vi-change-case', '~'], ['vi-change-char', 'r'], ['vi-change-to', 'C', 'c'],
  ['vi-char-search', ',', ';', 'F', 'T', 'f', 't'], ['vi-column', '|'], ['vi-delete', 'x'], ['vi-delete-to', 'D', 'd'], ['vi-edit-and-execute-command', 'v'],
  ['vi-end-word', 'E', 'e'], ['vi-eof-maybe', '\x04'], ['vi-fetch-history', 'G'], ['vi-first-print', '^'], ['vi-goto-mark', '`'], ['vi-insert-beg', 'I'],
  ['vi-insertion-mode', 'i'], ['vi-match', '%'], ['vi-next-word', 'W', 'w'], ['vi-prev-word', 'B', 'b'], ['vi-put', 'P', 'p'], ['vi-redo', '.'], ['vi-replace', 'R'],
  ['vi-rubout', 'X'], ['vi-search', '/', '?'], ['vi-search-again', 'N', 'n'], ['vi-set-mark', 'm'], ['vi-subst', 'S', 's'], ['vi-tilde-expand', '&'], ['vi-undo', '\x1f', 'u'],
  ['vi-unix-word-rubout', '\x17'], ['vi-yank-arg', '_'], ['vi-yank-to', 'Y', 'y'], ['yank', '\x19'],
];
