import type { Command, Editing } from '../editing.ts';

/** Moves by `step` as often as `count` says; a negative count goes the other way by `back`. */
function repeat(step: (at: number) => number, back: (at: number) => number) {
  return ({ buffer }: Editing, count: number): void => {
    for (let left = Math.abs(count); left > 0; left--) buffer.cursor = (count < 0 ? back : step)(buffer.cursor);
  };
}

const forwardChar: Command = (editing, count) => repeat((at) => editing.buffer.after(at), (at) => editing.buffer.previous(at))(editing, count);
const forwardWord: Command = (editing, count) => repeat((at) => editing.buffer.wordEnd(at), (at) => editing.buffer.wordStart(at))(editing, count);

/** Functions that only move the cursor. */
export const moveCommands: Record<string, Command> = {
  'forward-char': forwardChar,
  'backward-char': (editing, count) => forwardChar(editing, -count),
  'forward-byte': forwardChar,
  'backward-byte': (editing, count) => forwardChar(editing, -count),
  'forward-word': forwardWord,
  'backward-word': (editing, count) => forwardWord(editing, -count),
  'beginning-of-line': ({ buffer }) => {
    buffer.cursor = 0;
  },
  'end-of-line': ({ buffer }) => {
    buffer.cursor = buffer.length;
  },
};
