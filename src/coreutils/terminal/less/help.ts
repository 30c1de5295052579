const title = (text: string): string => `                   \x1b[1m${text}\x1b[0m`;

/** Own words; the keys are less's. */
export const helpText = `
${title('SUMMARY OF LESS COMMANDS')}

      A number N may be typed before commands marked with *.
      ^X means: hold Ctrl and press X.

  h  H                 Show this help.
  q  :q  Q  :Q  ZZ     Leave.

${title('MOVING')}

  e  j  ^N  Enter  ↓  *  Forward one line (or N lines).
  y  k  ^P  ↑         *  Backward one line (or N lines).
  f  ^F  Space  PgDn  *  Forward one window (or N lines).
  b  ^B  PgUp         *  Backward one window (or N lines).
  d  ^D               *  Forward half a window (N is kept).
  u  ^U               *  Backward half a window (N is kept).
  → ←                 *  Right and left by half a screen (or N columns).
  F                      Wait for more at the end, like "tail -f".
  r  ^R  ^L              Draw the screen anew.

${title('JUMPING')}

  g  <  Home          *  To the first line (or line N).
  G  >  End           *  To the last line (or line N).
  p  %                *  To the start (or N percent into the text).
  {  (  [                To the bracket that closes the one in the top line.
  }  )  ]                To the bracket that opens the one in the bottom line.
  m<letter>              Mark this place.
  '<letter>              Go to a marked place.

${title('SEARCHING')}

  /pattern            *  Search forward for the (N-th) matching line.
  ?pattern            *  Search backward.
  n                   *  Search again.
  N                   *  Search again the other way.
  &pattern               Show only matching lines; & and Enter shows all.
  ESC-u                  Switch the marking of matches.
      A pattern may begin with !: lines that do not match, or *: from the first line.

${title('FILES')}

  :e [file]   E          Open another file.
  :n  :p              *  The next, the previous file of the command line.
  :x                  *  The first (or N-th) file.
  :d                     Take this file off the list.
  =  ^G  :f              Show the file's name and the place.

${title('OTHER')}

  -<letter>              Switch an option: N line numbers, S chop long lines,
                         i ignore case, R colours, M long prompt, F quit if one screen.
  _<letter>              Show how an option stands.
  +cmd                   Run a command whenever a file is opened.
  !command               Run a shell command.
  s file                 Save the text that came through a pipe.
  v                      Edit the file with $VISUAL or $EDITOR.`.slice(1);
