import { describe, expect, test } from 'vitest';
import { DockerfileError, expandWord, parseDockerfile } from './index.ts';

/** What buildx printed for these files (recorded from Engine 26.1.5): message after `failed to solve: `, and the line of the excerpt. */
const refused: [string, string, number][] = [
  ['FROM alpine:3.20\nRUNN echo x\n', 'dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)', 2],
  ['FROM alpine:3.20\napt-get install cowsay\n', 'dockerfile parse error on line 2: unknown instruction: apt-get', 2],
  ['RUN echo x\n', 'no build stage in current context', 1],
  ['# only comment\n', 'file with no instructions', 1],
  ['FROM alpine:3.20\nCOPY --chwon=1 f /\n', 'dockerfile parse error on line 2: unknown flag: chwon (did you mean chown?)', 2],
  ['FROM alpine:3.20\nCOPY f\n', 'dockerfile parse error on line 2: COPY requires at least two arguments, but only one was provided. Destination could not be determined', 2],
  ['FROM alpine:3.20\nENV\n', 'dockerfile parse error on line 2: ENV requires at least one argument', 2],
  ['FROM alpine:3.20\nENV A\n', 'ENV must have two arguments', 2],
  ['FROM alpine:3.20\nENV A=${B:?need b}\n', 'Syntax error - can\'t find = in "b}". Must be of the form: name=value', 2],
  ['FROM alpine:3.20 foo\n', 'dockerfile parse error on line 1: FROM requires either one or three arguments', 1],
];

describe('mistakes get the words of BuildKit', () => {
  test.each(refused)('%j', (text, message, line) => {
    let error: unknown;
    try {
      parseDockerfile(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(DockerfileError);
    expect(error).toMatchObject({ message, range: { start: line } });
  });
});

test('stages, forms, continuations and heredocs', () => {
  const { stages, metaArgs, warnings, escape } = parseDockerfile([
    '# escape=`', 'ARG TAG=3.20', 'FROM alpine:${TAG} AS Build', 'run echo a `', '', '   && echo b `', '   # comment', '   && echo c', 'CMD ["x", "y z"]', 'ENTRYPOINT ["a",]',
    'FROM scratch', 'COPY --from=build --chown=1:2 ["a b", "/c/"]', 'RUN <<EOT', 'one', 'two', 'EOT', 'HEALTHCHECK --interval=1m30s --retries=2 CMD true', 'EXPOSE 90/udp 80',
  ].join('\n'));
  expect(escape).toBe('`');
  expect(metaArgs[0]?.args).toEqual([{ name: 'TAG', value: '3.20' }]);
  expect(stages.map((stage) => stage.from.stageName)).toEqual(['build', '']);
  expect(stages[0]?.instructions).toMatchObject([
    { kind: 'run', command: { shell: true, args: ['echo a    && echo b    && echo c'] } },
    { kind: 'cmd', command: { shell: false, args: ['x', 'y z'] } },
    { kind: 'entrypoint', command: { shell: true, args: ['["a",]'] } },
  ]);
  expect(stages[1]?.instructions).toMatchObject([
    { kind: 'copy', from: 'build', chown: '1:2', sources: ['a b'], destination: '/c/' },
    { kind: 'run', heredocs: [{ name: 'EOT', content: 'one\ntwo\n' }], range: { start: 13, end: 16 } },
    { kind: 'healthcheck', health: { Test: ['CMD-SHELL', 'true'], Interval: 90e9, Retries: 2 } },
    { kind: 'expose', ports: ['80', '90/udp'] },
  ]);
  expect(warnings).toEqual(['Empty continuation line found in: run echo a    && echo b    && echo c']);
});

test('variables', () => {
  const env = new Map([['A', 'x'], ['E', '']]);
  const expand = (word: string): string => expandWord(word, env, { escape: '\\' });
  expect(['$A', '${A}b', '$Ab', '${B:-d$A}', '${E:-e}', '${E-e}', '${A:+y}', "'$A'", '"a $A"', 'a\\$A', '\\ '].map(expand)).toEqual(['x', 'xb', '', 'dx', 'e', '', 'y', '$A', 'a x', 'a$A', ' ']);
  expect(() => expand('${B')).toThrow('unsupported modifier (\uFFFD) in substitution');
  expect(() => expand('${B:?need b}')).toThrow('B: need b');
  expect(expandWord('echo "$A $HOME" \'$A\'', env, { escape: '\\', display: true })).toBe('echo "x $HOME" \'$A\'');
});
