/** The settings of termios(3) that the line discipline obeys. */
export interface Termios {
  /** Lines at a time, with erase and kill (ICANON). */
  canonical: boolean;
  /** Typed characters are shown (ECHO). */
  echo: boolean;
  /** Ctrl-C, Ctrl-Z and Ctrl-\ make signals (ISIG). */
  signals: boolean;
  /** CR is read as NL (ICRNL). */
  crToNl: boolean;
  /** NL is written as CR NL (OPOST and ONLCR). */
  nlToCrNl: boolean;
  /** Ctrl-S and Ctrl-Q stop and start output (IXON). */
  flowControl: boolean;
  /** A background process that writes is stopped (TOSTOP). */
  stopBackgroundOutput: boolean;
}

/** Size of a terminal in characters. */
export interface WindowSize {
  rows: number;
  columns: number;
}
