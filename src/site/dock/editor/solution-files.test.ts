import { expect, test } from 'vitest';
import { solutionFiles } from './solution-files.ts';

const written = (script: string): Record<string, string> => Object.fromEntries(solutionFiles(script).map(({ path, text }) => [path, text]));

test('here-documents, where cd went', () => {
  expect(written("cd cowsay\ncat > Dockerfile <<'EOF'\nFROM alpine\nRUN echo $HOME\n\nEOF\nchmod +x Dockerfile\ndocker build -t x .\ncat <<\"END\" > ../app/run.sh\n#!/bin/sh\nEND\ncd\ncat >~/top <<-\\X\n\tin\n\tX\n")).toEqual({
    'cowsay/Dockerfile': 'FROM alpine\nRUN echo $HOME\n\n',
    'app/run.sh': '#!/bin/sh\n',
    'top': 'in\n',
  });
});

test('tee, appending, printf and echo of plain words', () => {
  expect(written("tee a.txt <<END > /dev/null\none\nEND\necho two >> a.txt && echo 'x y' > b.txt\nprintf '%s\\n' 'FROM busybox' 'RUN a && b; c > d' > poster/Dockerfile")).toEqual({ 'a.txt': 'one\ntwo\n', 'b.txt': 'x y\n', 'poster/Dockerfile': 'FROM busybox\nRUN a && b; c > d\n' });
});

test('what depends on the host or is changed otherwise is not known', () => {
  expect(written('cat > a <<END\n$USER\nEND\n')).toEqual({});
  expect(written('docker ps -q > ids; echo more >> there-before')).toEqual({});
  expect(written('echo "$(date)" > now')).toEqual({});
  expect(written("cat > a <<'END'\nx\nEND\nsed -i s/x/y/ a\n")).toEqual({});
  expect(written("cat > a <<'END'\nx\nEND\nmv a b\n")).toEqual({});
  expect(written('echo 1 > /etc/motd; cd /etc; echo 2 > issue')).toEqual({});
  expect(written('number() { echo $((($1 << 24) + ($2 << 16))); }\ngrep x <<< word\n# cat > a <<X\necho b > b')).toEqual({ b: 'b\n' });
  expect(written('docker build -t x . 2> /dev/null; curl -s localhost | tee out > /dev/null')).toEqual({});
});
