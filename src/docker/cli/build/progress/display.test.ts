import { describe, expect, test } from 'vitest';
import recorded from '../../recorded/build-progress.json' with { type: 'json' };
import type { SolveStatus } from '../../../api/index.ts';
import type { BuildDisplay } from './display.ts';
import { excerptText } from './excerpt.ts';
import { PlainDisplay } from './plain-display.ts';
import { TtyDisplay } from './tty-display.ts';

// The messages come from one build, the outputs from two others of the same Dockerfile: times differ.
const normal = (text: string): string => text.replace(/\d+\.\d+(s?)/g, 'T$1').replace(/[ ]+/g, ' ').replace(/ Ts done/g, ' done');

/** Gives the display the messages at the times they bear, drawing at most every 100 ms. */
function play(display: BuildDisplay): void {
  let drawn = -Infinity;
  let now = 0;
  for (const message of recorded.messages as SolveStatus[]) {
    now = Math.max(now, ...stampsOf(message));
    display.update(message, now);
    if (now - drawn < 100) continue;
    drawn = now;
    display.refresh(now);
  }
  display.done(now);
}

function stampsOf(message: SolveStatus): number[] {
  const vertexes = message.vertexes?.flatMap(({ started, completed }) => [started, completed]) ?? [];
  const parts = [...(message.statuses ?? []), ...(message.logs ?? [])].map(({ timestamp }) => timestamp);
  return [...vertexes, ...parts].flatMap((text) => (text === undefined ? [] : [Date.parse(text)]));
}

describe('a recorded build', () => {
  test('in lines', () => {
    let text = '';
    play(new PlainDisplay('building with "default" instance using docker driver', (part) => (text += part)));
    expect(normal(text)).toBe(normal(recorded.plain));
  });

  test('on a terminal: the last drawing', () => {
    let text = '';
    play(new TtyDisplay({ description: 'docker:default', size: () => ({ rows: 40, columns: 100 }), color: true, write: (part) => (text += part) }));
    // How many rows are wiped at the end depends on the output that was seen at that moment.
    const frame = (drawn: string): string => normal(drawn).replace(/( ?\n)+\x1b\[\d+A/, '\n');
    expect(frame(text.slice(text.lastIndexOf('\x1b[?25l') + 6))).toBe(frame(recorded.lastFrame));
  });
});

test('the excerpt shows the lines around the error', () => {
  const data = 'FROM alpine:3.20\nRUN a\nCOPY f /\nRUN b\n';
  expect(excerptText({ filename: 'Dockerfile', data, ranges: [{ start: 4, end: 4 }] })).toBe(
    'Dockerfile:4\n--------------------\n   2 |     RUN a\n   3 |     COPY f /\n   4 | >>> RUN b\n   5 |     \n--------------------\n',
  );
  expect(excerptText({ filename: 'Dockerfile', data, ranges: [{ start: 9, end: 9 }] })).toBe('');
});
