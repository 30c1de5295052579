export { done, failed, warned, working, type ProgressEvent, type ProgressWriter } from './event.ts';
export { PlainWriter, quietWriter } from './plain-writer.ts';
export { TtyWriter } from './tty-writer.ts';
