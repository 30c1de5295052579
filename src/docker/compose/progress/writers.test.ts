import { expect, test } from 'vitest';
import type { Clock } from '../../../base/index.ts';
import { done, failed, warned, working } from './event.ts';
import { PlainWriter } from './plain-writer.ts';
import { TtyWriter } from './tty-writer.ts';

/** A clock that goes on only when it is told to. */
class StillClock implements Clock {
  time = 0;

  now(): number {
    return this.time;
  }

  setTimeout(): { dispose(): void } {
    return { dispose: () => undefined };
  }
}

function tty(options: { dryRun?: boolean; color?: boolean; rows?: number } = {}): { writer: TtyWriter; clock: StillClock; text: () => string } {
  const clock = new StillClock();
  let text = '';
  const writer = new TtyWriter({
    title: 'Running', size: () => ({ rows: options.rows ?? 24, columns: 80 }), color: options.color ?? true, dryRun: options.dryRun ?? false, clock,
    write: (part) => {
      text += part;
      return Promise.resolve();
    },
  });
  return { writer, clock, text: () => text };
}

test('a drawing is as recorded from the real command', async () => {
  const { writer, text } = tty();
  writer.event(done('Container tty-a-1', 'Created'));
  await writer.stop();
  // docker compose up a, on a terminal of 80 columns.
  expect(text()).toBe('\x1b[1A\x1b[1B\x1b[0G\x1b[?25l[+] Running 1/0\n \x1b[32m✔\x1b[0m Container tty-a-1  \x1b[32mCreated\x1b[0m                                              \x1b[34m0.0s \x1b[0m\n\x1b[?25h');
});

test('names of different lengths are padded, times stand at the end, a finished drawing has a blue title', async () => {
  const { writer, clock, text } = tty();
  writer.event(working('Network tty_default', 'Creating'));
  clock.time = 200;
  writer.event(done('Network tty_default', 'Created'));
  writer.event(done('Container tty-a-1', 'Started'));
  writer.event(done('Container tty-bb-1', 'Created'));
  await writer.stop();
  const first = text();
  await writer.stop();
  // The last drawing of docker compose up -d.
  expect(text().slice(first.length)).toBe(`\x1b[1A\x1b[1A\x1b[1A\x1b[1A\x1b[0G\x1b[?25l\x1b[34m[+] Running 3/3\x1b[0m
 \x1b[32m✔\x1b[0m Network tty_default  \x1b[32mCreated\x1b[0m                                            \x1b[34m0.2s \x1b[0m
 \x1b[32m✔\x1b[0m Container tty-a-1    \x1b[32mStarted\x1b[0m                                            \x1b[34m0.0s \x1b[0m
 \x1b[32m✔\x1b[0m Container tty-bb-1   \x1b[32mCreated\x1b[0m                                            \x1b[34m0.0s \x1b[0m
\x1b[?25h`);
});

test('a dry run says so behind the mark', async () => {
  const { writer, text } = tty({ dryRun: true });
  writer.event(done('Network tty_default', 'Created'));
  await writer.stop();
  expect(text()).toContain(' \x1b[32m✔\x1b[0m\x1b[36m DRY-RUN MODE - \x1b[0m Network tty_default  \x1b[32mCreated\x1b[0m                            \x1b[34m0.0s \x1b[0m\n');
});

test('what has ended does not begin again, and without colours there are none', async () => {
  const { writer, text } = tty({ color: false });
  writer.event(working('a', 'Starting'));
  writer.event(failed('a'));
  writer.event(working('a', 'Starting'));
  writer.event(warned('b', 'Resource is still in use'));
  writer.tail('the end');
  await writer.stop();
  const lines = text().split('\n').map((line) => line.trimEnd());
  expect(lines.slice(1, 3).map((line) => line.replace(/ +\d\.\ds$/, ''))).toEqual([' ✘ a  Error', ' ! b  Resource is still in use']);
  expect(lines.at(-2)).toBe('\x1b[?25hthe end');
});

test('layers stand below their image, and are left out where there is no room', async () => {
  const layers = (rows: number): Promise<string> => {
    const { writer, text } = tty({ color: false, rows });
    writer.event({ id: 'web', status: 'working', text: 'Pulling' });
    writer.event({ id: '0123456789ab', parentId: 'web', status: 'working', text: 'Downloading', statusText: '[=>  ]', current: 5, total: 10, percent: 50 });
    return writer.stop().then(text);
  };
  const tall = (await layers(24)).split('\n');
  expect(tall[1]).toMatch(/^ \S web \[⣤\] {6}5B \/ 10B {4} Pulling /);
  expect(tall[2]).toMatch(/^ {3}\S 0123456789ab Downloading \[=> {2}\] /);
  expect((await layers(3)).split('\n')).toHaveLength(3);
});

test('without a terminal each event is a line', async () => {
  let text = '';
  const write = (part: string): Promise<void> => {
    text += part;
    return Promise.resolve();
  };
  const writer = new PlainWriter(write, false);
  writer.event(working('Network x_default', 'Creating'));
  writer.event({ id: 'web', status: 'done', text: 'Skipped' });
  await writer.stop();
  new PlainWriter(write, true).event(done('Container x-web-1', 'Started'));
  expect(text).toBe(' Network x_default  Creating\n web Skipped \n DRY-RUN MODE -  Container x-web-1  Started\n');
});
