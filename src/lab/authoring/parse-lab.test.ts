import { describe, expect, test } from 'vitest';
import { LabMistakes } from './diagnostic.ts';
import { type LabFolder, parseLab } from './parse-lab.ts';

const yaml = `title: { en: T, ru: Т }
tasks:
  - id: one
    rows: [1.4-a]
    title: { en: One, ru: Один }
    text: { en: Do, ru: Сделайте }
    hints:
      - { en: H, ru: П }
    passed: { en: Done, ru: Готово }
    messages:
      missing: { en: No file, ru: Нет файла }
    wrong:
      wrong-name: missing
`;

function folder(files: Record<string, string> = {}): LabFolder {
  const all: Record<string, string> = {
    'lab.yaml': yaml,
    'one/check.sh': '[ -e x ] || fail missing\n',
    'one/solve.sh': 'touch x\n',
    'one/wrong-name.sh': 'touch y\n',
    ...files,
  };
  return new Map(Object.entries(all).filter(([, text]) => text !== '').map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

function mistakes(files: Record<string, string>): string {
  try {
    parseLab('demo', folder(files));
  } catch (error) {
    if (error instanceof LabMistakes) return error.message;
    throw error;
  }
  return 'no mistakes';
}

test('a sound folder gives a lab with defaults filled in', () => {
  const lab = parseLab('demo', folder({ 'files/app/run.sh': 'echo\n' }));
  expect(lab).toMatchObject({ id: 'demo', hosts: ['lab'], user: 'learner', rows: ['1.4-a'], backends: ['sandbox', 'docker'] });
  expect(lab.files).toEqual([{ path: 'app/run.sh', content: btoa('echo\n'), mode: 0o644 }]);
  expect(lab.tasks[0]).toMatchObject({ timeoutMs: 10_000, host: 'lab', live: false, wrong: [{ path: 'labs/demo/one/wrong-name.sh', message: 'missing' }] });
});

describe("an author's mistakes are named by file and line", () => {
  test.each([
    ['an unknown key', { 'lab.yaml': yaml.replace('    rows:', '    row: x\n    rows:') }, 'labs/demo/lab.yaml:3: tasks.0: unknown key `row`'],
    ['a missing translation', { 'lab.yaml': yaml.replace('{ en: Done, ru: Готово }', '{ en: Done }') }, 'labs/demo/lab.yaml:9: tasks.0.passed.ru: '],
    ['a syntax error', { 'lab.yaml': 'title: [\n' }, 'labs/demo/lab.yaml:2: '],
    ['a key given twice', { 'lab.yaml': `${yaml}title: { en: A, ru: Б }\n` }, 'labs/demo/lab.yaml:14: Map keys must be unique'],
    ['a message that does not exist', { 'one/check.sh': 'true\nfail nope\n[ -e x ] || fail missing\n' }, 'labs/demo/one/check.sh:2: fail nope: lab.yaml has no message `nope`'],
    ['a message that is never given', { 'one/check.sh': 'exit 1\n' }, 'labs/demo/one/check.sh:1: message `missing` of task one is never given'],
    ['a check that changes something', { 'one/check.sh': 'docker run x\nfail missing\n' }, 'labs/demo/one/check.sh:1: a check must change nothing, found `docker run`'],
    ['a missing solution', { 'one/solve.sh': '' }, 'labs/demo/one/solve.sh:1: missing: every task needs a solution'],
    ['a wrong turn without a script', { 'one/wrong-name.sh': '' }, 'labs/demo/one/wrong-name.sh:1: missing: '],
    ['a wrong turn without a message', { 'one/wrong-other.sh': 'x\n' }, 'labs/demo/lab.yaml:3: task one: wrong has no message key for one/wrong-other.sh'],
    ['a stray file', { 'one/notes.txt': 'x' }, 'labs/demo/one/notes.txt:1: unexpected file'],
    ['a folder without a task', { 'two/check.sh': 'x' }, 'labs/demo/two/check.sh:1: lab.yaml has no task `two`'],
    ['no lab.yaml', { 'lab.yaml': '' }, 'labs/demo/lab.yaml:1: missing'],
  ])('%s', (_, files, expected) => {
    expect(mistakes(files as Record<string, string>)).toContain(expected);
  });
});
