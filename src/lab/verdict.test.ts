import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { checkHelpers } from './check-helpers.ts';
import type { Task } from './lab.ts';
import { formatMessage, readVerdict, splitQuotedWords } from './verdict.ts';

const task = { messages: { 'no-file': { en: 'No {0} and {1}.', ru: 'Нет {0} и {1}.' } } } as unknown as Task;
const result = (exitCode: number, stdout = '', stderr = ''): { exitCode: number; stdout: string; stderr: string } => ({ exitCode, stdout, stderr });

describe('readVerdict', () => {
  test('exit status 0 passes, whatever was printed', () => {
    expect(readVerdict(task, result(0, 'fail no-file\n'))).toEqual({ kind: 'passed' });
  });
  test('the last fail line is the message', () => {
    expect(readVerdict(task, result(1, 'noise\nfail other\nfail no-file a\\ b c\n'))).toEqual({ kind: 'failed', key: 'no-file', args: ['a b', 'c'] });
  });
  test('no message, an unknown one and the time limit are defects of the check', () => {
    expect(readVerdict(task, result(1, '', 'oops'))).toEqual({ kind: 'broken', reason: 'no-message', detail: 'oops' });
    expect(readVerdict(task, result(1, 'fail nope'))).toEqual({ kind: 'broken', reason: 'unknown-message', detail: 'nope' });
    expect(readVerdict(task, result(124))).toMatchObject({ kind: 'broken', reason: 'time-limit' });
  });
});

test('words of printf %q come back as they were (against the real bash)', () => {
  const words = ['plain', 'two words', "it's", 'a\nb\tc', '', '$HOME`x`', 'день', '"q"', '\\', '\x1b[1m', '#!'];
  const bash = spawnSync('bash', ['-c', `${checkHelpers}\nfail "$@"`, 'bash', 'key', ...words], { encoding: 'utf8', env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] } });
  expect(bash.status).toBe(1);
  expect(splitQuotedWords(bash.stdout.trimEnd())).toEqual(['fail', 'key', ...words]);
});

test('formatMessage fills in arguments in every language; a missing one is empty', () => {
  expect(formatMessage({ en: '{0} is not {1}', ru: 'не {1}, а {0}' }, ['x'])).toEqual({ en: 'x is not ', ru: 'не , а x' });
});
