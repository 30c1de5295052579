import type { KeymapRows } from './keymap.ts';

/** The keys of Emacs mode as `bind -p` of bash 5.2 lists them with Debian's /etc/inputrc; self-insert and do-lowercase-version are added by the keymap. */
export const emacsRows: KeymapRows = [
  ['abort', '\x07', '\x18\x07', '\x1b\x07'], ['accept-line', '\x0a', '\x0d'], ['backward-char', '\x02', '\x1bOD', '\x1b[D'], ['backward-delete-char', '\x08', '\x7f'],
  ['backward-kill-line', '\x18\x7f'], ['backward-kill-word', '\x1b\x08', '\x1b\x7f'], ['backward-word', '\x1b\x1b[D', '\x1b[1;3D', '\x1b[1;5D', '\x1b[5D', '\x1bb'],
  ['beginning-of-history', '\x1b<'], ['beginning-of-line', '\x01', '\x1bOH', '\x1b[1~', '\x1b[H'], ['bracketed-paste-begin', '\x1b[200~'], ['call-last-kbd-macro', '\x18e'],
  ['capitalize-word', '\x1bc'], ['character-search', '\x1d'], ['character-search-backward', '\x1b\x1d'], ['clear-display', '\x1b\x0c'], ['clear-screen', '\x0c'],
  ['complete', '\x09', '\x1b\x1b'], ['complete-command', '\x1b!'], ['complete-filename', '\x1b/'], ['complete-hostname', '\x1b@'], ['complete-into-braces', '\x1b{'],
  ['complete-username', '\x1b~'], ['complete-variable', '\x1b$'], ['delete-char', '\x04', '\x1b[3~'], ['delete-horizontal-space', '\x1b\\'],
  ['digit-argument', '\x1b-', '\x1b0', '\x1b1', '\x1b2', '\x1b3', '\x1b4', '\x1b5', '\x1b6', '\x1b7', '\x1b8', '\x1b9'], ['display-shell-version', '\x18\x16'],
  ['downcase-word', '\x1bl'], ['dynamic-complete-history', '\x1b\x09'], ['edit-and-execute-command', '\x18\x05'], ['end-kbd-macro', '\x18)'], ['end-of-history', '\x1b>'],
  ['end-of-line', '\x05', '\x1bOF', '\x1b[4~', '\x1b[F'], ['exchange-point-and-mark', '\x18\x18'], ['forward-char', '\x06', '\x1bOC', '\x1b[C'],
  ['forward-search-history', '\x13'], ['forward-word', '\x1b\x1b[C', '\x1b[1;3C', '\x1b[1;5C', '\x1b[5C', '\x1bf'], ['glob-complete-word', '\x1bg'],
  ['glob-expand-word', '\x18*'], ['glob-list-expansions', '\x18g'], ['history-expand-line', '\x1b^'], ['history-search-backward', '\x1b[5~'],
  ['history-search-forward', '\x1b[6~'], ['insert-comment', '\x1b#'], ['insert-completions', '\x1b*'], ['insert-last-argument', '\x1b.', '\x1b_'], ['kill-line', '\x0b'],
  ['kill-word', '\x1b[3;5~', '\x1bd'], ['next-history', '\x0e', '\x1bOB', '\x1b[B'], ['non-incremental-forward-search-history', '\x1bn'],
  ['non-incremental-reverse-search-history', '\x1bp'], ['operate-and-get-next', '\x0f'], ['possible-command-completions', '\x18!'], ['possible-completions', '\x1b=', '\x1b?'],
  ['possible-filename-completions', '\x18/'], ['possible-hostname-completions', '\x18@'], ['possible-username-completions', '\x18~'], ['possible-variable-completions', '\x18$'],
  ['previous-history', '\x10', '\x1bOA', '\x1b[A'], ['quoted-insert', '\x11', '\x16', '\x1b[2~'], ['re-read-init-file', '\x18\x12'], ['reverse-search-history', '\x12'],
  ['revert-line', '\x1b\x12', '\x1br'], ['set-mark', '\x00', '\x1b '], ['shell-backward-word', '\x1b\x02'], ['shell-expand-line', '\x1b\x05'],
  ['shell-forward-word', '\x1b\x06'], ['shell-kill-word', '\x1b\x04'], ['shell-transpose-words', '\x1b\x14'], ['spell-correct-word', '\x18s'], ['start-kbd-macro', '\x18('],
  ['tilde-expand', '\x1b&'], ['transpose-chars', '\x14'], ['transpose-words', '\x1bt'], ['undo', '\x18\x15', '\x1f'], ['unix-line-discard', '\x15'],
  ['unix-word-rubout', '\x17'], ['upcase-word', '\x1bu'], ['yank', '\x19'], ['yank-last-arg', '\x1b.', '\x1b_'], ['yank-nth-arg', '\x1b\x19'], ['yank-pop', '\x1by'],
];
