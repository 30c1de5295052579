import type { Variable } from './variable.ts';

/** What a function call, or a command with assignments before it, hid: the former variable by name. */
export interface Frame {
  kind: 'function' | 'temporary';
  saved: Map<string, Variable | undefined>;
  /** A function's frame that was made for the assignments before its call: what they set are its locals. */
  adopted: boolean;
  /** What was made local by the running function while a frame of assignments above its own held it. */
  locals: Set<string> | undefined;
}

/** The frame with its variables copied by `copyOf`. */
export function cloneFrame(frame: Frame, copyOf: (variable: Variable) => Variable): Frame {
  return {
    kind: frame.kind, adopted: frame.adopted, locals: frame.locals && new Set(frame.locals),
    saved: new Map([...frame.saved].map(([name, variable]) => [name, variable && copyOf(variable)])),
  };
}
